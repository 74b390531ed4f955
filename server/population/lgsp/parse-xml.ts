import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CITIZEN_NAMES } from './read-citizen.ts';

/** Envelope, Body, the answer and what it is made of: a strange part must be seen, or a strange reply would pass for an empty one. */
const DEPTH_OF_PARTS = 4;

/**
 * No numbers are guessed (codes begin with 0), no entity but XML's own five and character references is known, and of a person
 * the names outside the list are skipped with all that is in them.
 */
const PARSER = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The deepest answer has eight levels.
  maxNestedTags: 20,
  jPath: false,
  tagValueProcessor: (_name, text) => decodeText(text),
  updateTag: (name, path) =>
    CITIZEN_NAMES.includes(name) || (typeof path !== 'string' && path.getDepth() <= DEPTH_OF_PARTS) ? name : false,
});

/**
 * A well-formed reply as objects, cut down to what is read; undefined for any other. Document types are refused: no honest reply
 * has one, and entities are how parsers are attacked.
 */
export function parseXml(text: string): unknown {
  // Some gateways send an empty line before the declaration, which strictly may stand nowhere but first.
  const body = text.trim();
  if (/<!(?!--|\[CDATA\[)/.test(body) || XMLValidator.validate(body) !== true) return undefined;
  try {
    return PARSER.parse(body);
  } catch {
    return undefined;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Throws for an entity that XML does not define. */
function decodeText(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (_whole, name: string) => {
    const decoded = name.startsWith('#') ? decodeReference(name.slice(1)) : ENTITIES.get(name);
    if (decoded === undefined) throw new SyntaxError('an entity that XML does not define');
    return decoded;
  });
}

function decodeReference(digits: string): string | undefined {
  const code = /^x[\da-f]{1,6}$/i.test(digits)
    ? Number.parseInt(digits.slice(1), 16)
    : /^\d{1,7}$/.test(digits)
      ? Number(digits)
      : Number.NaN;
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
