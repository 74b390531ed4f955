import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CITIZEN_NAMES, readCitizen } from './read-citizen.ts';
import type { ReadAnswer } from './service-answer.ts';

type Node = Readonly<Record<string, unknown>>;

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

/** What a SOAP 1.1 reply says. Document types are refused: no honest reply has one, and entities are how parsers are attacked. */
export function readSoap(text: string): ReadAnswer {
  // Some gateways send an empty line before the declaration, which strictly may stand nowhere but first.
  const body = text.trim();
  if (/<!(?!--|\[CDATA\[)/.test(body) || XMLValidator.validate(body) !== true) return undefined;
  let envelope: unknown;
  try {
    envelope = childOf(PARSER.parse(body), 'Envelope');
  } catch {
    return undefined;
  }
  const content = childOf(envelope, 'Body');
  if (content === '') return { answer: { kind: 'nothing' }, requestId: null };
  if (!isNode(content)) return undefined;
  const [name, ...others] = Object.keys(content);
  if (name === undefined || others.length > 0) return undefined;
  return READERS[name]?.(content[name]);
}

const READERS: Readonly<Record<string, (node: unknown) => ReadAnswer>> = {
  Fault: (node) => {
    const code = childOf(node, 'faultcode');
    return {
      answer: { kind: 'code', code: typeof code === 'string' ? code.slice(code.indexOf(':') + 1) : '' },
      requestId: null,
    };
  },
  KetQuaXacThuc: readVerification,
  CongdanCollection: (node) => {
    const people = listOf(childOf(node, 'CongDan'));
    if (people.length === 0 && hasStrangeParts(node)) return undefined;
    return { answer: { kind: 'records', records: people.map(readCitizen) }, requestId: requestIdOf(node) };
  },
};

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/** The answer may come twice; two that contradict each other are none. */
function readVerification(node: unknown): ReadAnswer {
  const said = listOf(node).map((result) => {
    const text = childOf(result, 'TonTai');
    if (text === undefined) return hasStrangeParts(result) ? undefined : null;
    return typeof text === 'string' ? BOOLEANS[text.trim()] : undefined;
  });
  const [exists] = said;
  if (exists === undefined || said.some((other) => other !== exists)) return undefined;
  const requestId = requestIdOf(listOf(node)[0]);
  return { answer: exists === null ? { kind: 'nothing' } : { kind: 'exists', exists }, requestId };
}

/** An empty element has the text ''. */
function hasStrangeParts(node: unknown): boolean {
  return node !== '' && !(isNode(node) && Object.keys(node).every((name) => name === 'MaYeuCau'));
}

function requestIdOf(node: unknown): string | null {
  const text = childOf(node, 'MaYeuCau');
  return typeof text === 'string' ? text : null;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function childOf(node: unknown, name: string): unknown {
  return isNode(node) ? node[name] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Throws for an entity that XML does not define. */
function decodeText(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (_whole, name: string) => {
    const decoded = name.startsWith('#') ? decodeReference(name.slice(1)) : ENTITIES[name];
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
