import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import { decodeText, XmlScanner } from '../package/xml-scanner.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const T = 0x74;
const RPH = 0x725068;
/** Excel takes 32,767 letters a cell; each of them in a run of its own with its font comes to this. */
export const LONGEST_TEXT = 4 * 1024 * 1024;

/**
 * The text of an `si` or `is`, whose contents are given: its runs in a row, phonetic readings (`rPh`) left out.
 * @throws SheetError `unreadable`, too-large
 */
export function readRichText(bytes: Uint8Array, start: number, end: number, codec: Codec): string {
  if (end - start > LONGEST_TEXT) throw new SheetError('unreadable', 'too-large');
  // Nearly always one plain `t`.
  if (bytes[start] === LT && bytes[start + 1] === T) {
    let from = start + 2;
    while (from < end && bytes[from] !== GT) from++;
    const plain = textEnd(bytes, from + 1, end);
    if (bytes[from - 1] !== SLASH && bytes[plain] === LT && bytes[plain + 1] === SLASH && plain + 4 === end) {
      return codec.decode(bytes, from + 1, plain);
    }
  }
  const xml = new XmlScanner(bytes.subarray(0, end), start);
  let text = '';
  while (xml.next()) {
    if (xml.closing || xml.empty) continue;
    if (xml.code === RPH) xml.skipElement();
    else if (xml.code === T) {
      const from = xml.tagEnd;
      xml.skipElement();
      text += readText(bytes, from, xml.tagStart, codec);
    }
  }
  return text;
}

/** The text between two tags. @throws SheetError `unreadable`, too-large */
export function readText(bytes: Uint8Array, start: number, end: number, codec: Codec): string {
  if (end - start > LONGEST_TEXT) throw new SheetError('unreadable', 'too-large');
  const text = codec.decode(bytes, start, end);
  return textEnd(bytes, start, end) === end ? text : unescapeText(decodeText(text));
}

/** Where a text stops being nothing but itself: at a tag, an entity or an underscore. */
function textEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === LT || byte === AMPERSAND || byte === UNDERSCORE) break;
    at++;
  }
  return at;
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
