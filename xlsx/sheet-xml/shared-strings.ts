import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { readRichText } from './rich-text.ts';

const SI = 0x7369;
/** 100,000 rows of 25 columns come to 700,000 different texts; an `si` of five bytes would ask for eight here. */
const MOST_STRINGS = 10_000_000;

/** The workbook's shared strings: found in one pass, each decoded when a cell first asks for it. */
export class SharedStrings {
  readonly #bytes: Uint8Array;
  readonly #codec: Codec;
  /** Start and end of every `si`'s contents, one after the other. */
  #places = new Int32Array(1024);
  readonly #texts: (string | undefined)[] = [];
  readonly length: number;

  constructor(bytes: Uint8Array, codec: Codec) {
    this.#bytes = bytes;
    this.#codec = codec;
    const xml = new XmlScanner(bytes);
    let count = 0;
    while (xml.next()) {
      if (xml.code !== SI || xml.closing) continue;
      const start = xml.tagEnd;
      xml.skipElement();
      if (count * 2 === this.#places.length) {
        const grown = new Int32Array(count * 4);
        grown.set(this.#places);
        this.#places = grown;
      }
      this.#places[count * 2] = start;
      this.#places[count * 2 + 1] = xml.empty ? start : xml.tagStart;
      if (++count > MOST_STRINGS) throw new SheetError('unreadable', 'too-large');
    }
    this.length = count;
  }

  /** @throws SheetError `unreadable`, damaged, when a cell points beyond the last */
  get(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    if (index >= this.length) throw new SheetError('unreadable', 'damaged');
    const text = readRichText(this.#bytes, this.#places[index * 2]!, this.#places[index * 2 + 1]!, this.#codec);
    this.#texts[index] = text;
    return text;
  }
}
