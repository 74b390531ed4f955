import { SheetError } from '../../desk/sheet-error.ts';
import { XmlScanner } from '../package/xml-scanner.ts';

const LT = 0x3c;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const COMMENT = [0x21, 0x2d, 0x2d];

/**
 * Walks every tag of a document that a library is to read by regular expressions, and refuses what those would pass over without a
 * word or read otherwise: values in single quotes, tags inside of CDATA or of instructions, a DOCTYPE, tags that do not close.
 * @throws SheetError `unreadable`, damaged
 */
export function walkStrictXml(bytes: Uint8Array, visit: (xml: XmlScanner) => void): void {
  const xml = new XmlScanner(bytes);
  let behind = 0;
  while (xml.next()) {
    refuseHiddenTags(bytes, behind, xml.tagStart);
    if (!xml.closing) {
      refuseLooseAttributes(xml);
      visit(xml);
    }
    behind = xml.tagEnd;
  }
  if (behind === 0) throw damaged();
}

function refuseLooseAttributes(xml: XmlScanner): void {
  const { bytes } = xml;
  xml.attributes((_start, nameEnd, valueStart, valueEnd) => {
    const tight = bytes[nameEnd] === EQUALS && bytes[nameEnd + 1] === QUOTE && valueStart === nameEnd + 2;
    if (!tight) throw damaged();
    const less = bytes.indexOf(LT, valueStart);
    if (less >= 0 && less < valueEnd) throw damaged();
  });
}

/** What stands between two tags is text, comments, CDATA and instructions; the scanner has seen that each of them ends. */
function refuseHiddenTags(bytes: Uint8Array, from: number, to: number): void {
  for (let at = bytes.indexOf(LT, from); at >= 0 && at < to; ) {
    const next = bytes.indexOf(LT, at + 1);
    const comment = COMMENT.every((byte, index) => bytes[at + 1 + index] === byte);
    if (comment) {
      at = bytes.indexOf(LT, endOfComment(bytes, at));
      continue;
    }
    const end = bytes.indexOf(0x3e, at);
    if (next >= 0 && next < end) throw damaged();
    at = next;
  }
}

function endOfComment(bytes: Uint8Array, from: number): number {
  for (let at = from + 4; at + 2 < bytes.length; at++) {
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d && bytes[at + 2] === 0x3e) return at + 3;
  }
  throw damaged();
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
