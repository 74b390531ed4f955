import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { ascii, startsAt, XmlScanner } from '../package/xml-scanner.ts';
import { LONGEST_TEXT, readRichText } from './rich-text.ts';

const SI = 0x7369;
const LT = 0x3c;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const PLAIN = ascii('<t>');
const PRESERVED = ascii('<t xml:space="preserve">');
const ENDS = ascii('</t></si>');
/** Between two strings: `sst`. */
const OPEN_BETWEEN = 1;
const FIRST_COUNT = 1024;
/** 100,000 rows of 25 columns come to 700,000 different texts; an `si` of five bytes would ask for eight here. */
const MOST_STRINGS = 10_000_000;

/** Reads the part of shared strings. @throws SheetError `unreadable`: damaged, too-large */
export async function readSharedStrings(file: WorkbookPackage, part: string): Promise<SharedStrings> {
  const strings = new SharedStrings(file.get(part).inflatedSize, file.codec);
  const xml = new XmlScanner(new Uint8Array());
  for await (const { bytes, last } of file.segments(part, 'si')) {
    xml.feed(bytes, last ? 0 : OPEN_BETWEEN);
    while (xml.next()) if (xml.code === SI && !xml.closing) strings.add(xml);
  }
  return strings;
}

/** The workbook's shared strings: their texts one behind the other as UTF-8, each decoded when a cell first asks for it. */
export class SharedStrings {
  readonly #codec: Codec;
  readonly #texts: (string | undefined)[] = [];
  #bytes: Uint8Array;
  #filled = 0;
  /** Where each text begins; the last entry: where the last one ends. */
  #starts = new Int32Array(FIRST_COUNT);
  #count = 0;

  /** @param size of the part: its texts come to less, rare damaged ones aside */
  constructor(size: number, codec: Codec) {
    this.#codec = codec;
    this.#bytes = codec.allocate(size);
  }

  /** @throws SheetError `unreadable`: damaged, when a cell points beyond the last; too-large */
  get(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    if (index >= this.#count) throw new SheetError('unreadable', 'damaged');
    const start = this.#starts[index]!;
    const end = this.#starts[index + 1]!;
    if (end - start > LONGEST_TEXT) throw new SheetError('unreadable', 'too-large');
    const text = this.#codec.decode(this.#bytes, start, end);
    this.#texts[index] = text;
    return text;
  }

  /** Adds the `si` that the scanner stands on, and steps over it. */
  add(xml: XmlScanner): void {
    if (!xml.empty && !this.#addPlain(xml)) {
      const start = xml.tagEnd;
      xml.skipElement();
      this.#append(this.#textBytes(xml.bytes, start, xml.tagStart));
    }
    if (this.#count + 2 > this.#starts.length) {
      const grown = new Int32Array(this.#starts.length * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[++this.#count] = this.#filled;
    if (this.#count > MOST_STRINGS) throw new SheetError('unreadable', 'too-large');
  }

  /** Nearly every string is one plain `t`, copied as it stands. False, and nothing done, for any other. */
  #addPlain(xml: XmlScanner): boolean {
    const { bytes, tagEnd } = xml;
    let at = tagEnd;
    if (startsAt(bytes, PLAIN, at)) at += PLAIN.length;
    else if (startsAt(bytes, PRESERVED, at)) at += PRESERVED.length;
    else return false;
    const room = this.#bytes;
    let filled = this.#filled;
    let byte = bytes[at];
    while (byte !== undefined && byte !== LT && byte !== AMPERSAND && byte !== UNDERSCORE) {
      room[filled++] = byte;
      byte = bytes[++at];
    }
    if (filled > room.length || !startsAt(bytes, ENDS, at)) return false;
    this.#filled = filled;
    xml.leap(at + ENDS.length, 1);
    return true;
  }

  /** The contents of an `si` as plain text; what is longer than any text stays as it stands, and is refused when asked for. */
  #textBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
    if (end - start > LONGEST_TEXT) return bytes.subarray(start, end);
    return new TextEncoder().encode(readRichText(bytes, start, end, this.#codec));
  }

  #append(text: Uint8Array): void {
    const needed = this.#filled + text.length;
    if (needed > this.#bytes.length) {
      const grown = this.#codec.allocate(needed * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(text, this.#filled);
    this.#filled = needed;
  }
}
