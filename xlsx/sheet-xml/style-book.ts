import { SheetError } from '../../desk/sheet-error.ts';
import { escapeXml } from '../package/escape-xml.ts';
import { Splices } from '../package/splices.ts';
import { openedTag } from '../package/tag-text.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { findBuiltInId } from './number-formats.ts';

const FIRST_CUSTOM_ID = 164;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A list of `styles.xml`: its opening tag, and where an addition goes. */
interface StyleList {
  readonly open: Place;
  readonly empty: boolean;
  readonly closeAt: number;
}

/** `styles.xml` with what is added to it: nothing that is there changes its place, so that no cell looks otherwise than before. */
export class StyleBook {
  readonly namespace: string;
  readonly #bytes: Uint8Array;
  readonly #text = new TextDecoder();
  readonly #lists = new Map<string, StyleList>();
  readonly #xfs: Place[] = [];
  readonly #formatIds = new Map<string, number>();
  readonly #made = new Map<string, number>();
  readonly #newFormats: string[] = [];
  readonly #newXfs: string[] = [];
  readonly #newDxfs: string[] = [];
  #dxfCount = 0;
  #formatCount = 0;
  #prefix = '';
  #rootEnd = 0;
  #dxfsAt = 0;
  #nextFormatId = FIRST_CUSTOM_ID;

  /** @param namespace the workbook's main one */
  constructor(bytes: Uint8Array, namespace: string) {
    this.namespace = namespace;
    this.#bytes = bytes;
    this.#scan();
  }

  get changed(): boolean {
    return this.#newFormats.length + this.#newXfs.length + this.#newDxfs.length > 0;
  }

  /** The number of a cell format that is `base` in everything but the number format. */
  styleWith(base: number, format: string): number {
    const key = `${base} ${format}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const place = this.#xfs[base];
    const source = place ? this.#text.decode(this.#bytes.subarray(place.start, place.end)) : `<${this.#prefix}xf/>`;
    const bare = source.replace(/(<[^>]*?)\s(?:numFmtId|applyNumberFormat)=(?:"[^"]*"|'[^']*')/, '$1');
    const clean = bare.replace(/(<[^>]*?)\s(?:numFmtId|applyNumberFormat)=(?:"[^"]*"|'[^']*')/, '$1');
    const id = this.#formatId(format);
    this.#newXfs.push(clean.replace(/^<[^\s/>]+/, (name) => `${name} numFmtId="${id}" applyNumberFormat="1"`));
    const index = this.#xfs.length + this.#newXfs.length - 1;
    this.#made.set(key, index);
    return index;
  }

  /** Adds the look of a conditional format, given as the contents of a `dxf`; answers its number. */
  addDxf(contents: string): number {
    this.#newDxfs.push(`<dxf xmlns="${this.namespace}">${contents}</dxf>`);
    return this.#dxfCount + this.#newDxfs.length - 1;
  }

  toBytes(): Uint8Array {
    const splices = new Splices(this.#bytes);
    const additions = [
      { name: 'numFmts', items: this.#newFormats, count: this.#formatCount, at: this.#rootEnd },
      { name: 'cellXfs', items: this.#newXfs, count: this.#xfs.length, at: this.#dxfsAt },
      { name: 'dxfs', items: this.#newDxfs, count: this.#dxfCount, at: this.#dxfsAt },
    ];
    for (const { name, items, count, at } of additions) {
      if (items.length > 0) this.#append(splices, name, items, count, at);
    }
    return splices.toBytes();
  }

  #append(splices: Splices, name: string, items: readonly string[], count: number, at: number): void {
    const list = this.#lists.get(name);
    const tag = `${this.#prefix}${name}`;
    const all = items.join('');
    if (!list) {
      splices.insert(at, `<${tag} count="${items.length}">${all}</${tag}>`);
      return;
    }
    const open = this.#text.decode(this.#bytes.subarray(list.open.start, list.open.end));
    const counted = open.replace(/\scount=(?:"[^"]*"|'[^']*')/, ` count="${count + items.length}"`);
    if (list.empty) {
      splices.replace(list.open.start, list.open.end, `${openedTag(counted)}${all}</${tag}>`);
      return;
    }
    splices.replace(list.open.start, list.open.end, counted);
    splices.insert(list.closeAt, all);
  }

  #formatId(format: string): number {
    const known = findBuiltInId(format) ?? this.#formatIds.get(format);
    if (known !== undefined) return known;
    const id = this.#nextFormatId++;
    this.#formatIds.set(format, id);
    this.#newFormats.push(`<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`);
    return id;
  }

  #scan(): void {
    const xml = new XmlScanner(this.#bytes);
    while (xml.next()) {
      if (xml.depth === 1 && !xml.closing && xml.is('styleSheet')) {
        this.#rootEnd = xml.tagEnd;
        this.#prefix = this.#text.decode(this.#bytes.subarray(xml.nameStart, xml.localStart));
      } else if (xml.is('numFmts') || xml.is('cellXfs') || xml.is('dxfs')) {
        this.#scanList(xml);
      } else if (
        !xml.closing &&
        this.#dxfsAt === 0 &&
        ['tableStyles', 'colors', 'extLst'].some((name) => xml.is(name))
      ) {
        this.#dxfsAt = xml.tagStart;
      } else if (xml.closing && xml.is('styleSheet') && this.#dxfsAt === 0) this.#dxfsAt = xml.tagStart;
    }
    if (this.#rootEnd === 0 || !this.#lists.has('cellXfs')) throw new SheetError('refused', 'no-styles');
  }

  #scanList(xml: XmlScanner): void {
    const name = this.#text.decode(this.#bytes.subarray(xml.localStart, xml.nameEnd));
    const open = { start: xml.tagStart, end: xml.tagEnd };
    const empty = xml.empty;
    while (!empty && xml.next() && !(xml.closing && xml.is(name))) {
      if (xml.closing) continue;
      if (xml.is('numFmt') && name === 'numFmts') this.#scanFormat(xml);
      else if (xml.is('xf') && name === 'cellXfs') {
        const start = xml.tagStart;
        xml.skipElement();
        this.#xfs.push({ start, end: xml.tagEnd });
      } else if (xml.is('dxf') && name === 'dxfs') {
        xml.skipElement();
        this.#dxfCount++;
      }
    }
    this.#lists.set(name, { open, empty, closeAt: xml.tagStart });
  }

  #scanFormat(xml: XmlScanner): void {
    const id = Number(xml.find('numFmtId'));
    this.#formatCount++;
    this.#formatIds.set(xml.find('formatCode') ?? '', id);
    this.#nextFormatId = Math.max(this.#nextFormatId, id + 1);
  }
}
