import { SheetError } from '../../desk/sheet-error.ts';
import { escapeXml } from '../package/escape-xml.ts';
import type { Segment } from '../package/segments.ts';
import { Splices } from '../package/splices.ts';
import { openedTag, withAttribute } from '../package/tag-text.ts';
import { decodeText, type XmlScanner } from '../package/xml-scanner.ts';
import { columnIndex } from './cell-reference.ts';
import type { PatchContext } from './patch-sheet.ts';
import { PlainCell } from './plain-cell.ts';
import type { CellPatch, SheetPatch } from './sheet-patch.ts';
import { shiftFormula } from './shift-formula.ts';
import { writeCell } from './write-cell.ts';

const ROW = 0x726f77;
const C = 0x63;
const F = 0x66;
const LT = 0x3c;
const R = 0x72;
const O = 0x6f;
const W = 0x77;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const ZERO = 0x30;
const SPACE = 0x20;
const GT = 0x3e;
const SLASH = 0x2f;
const NO_CELLS: ReadonlyMap<number, CellPatch> = new Map();

interface ColumnStyle {
  readonly min: number;
  readonly max: number;
  readonly style: number;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Writes cells into `sheetData`: in place where they are there, in order where they are not. */
export class RowPatcher {
  lostFormula = false;
  readonly #xml: XmlScanner;
  /** Of the segment that is being patched. */
  #splices = new Splices(new Uint8Array());
  readonly #patch: SheetPatch;
  readonly #context: PatchContext;
  readonly #columnStyles: readonly ColumnStyle[];
  /** Shared formulas whose first cell is written over: the others must be told what they say. */
  readonly #orphans = new Map<string, SharedFormula>();
  readonly #waiting: number[];
  readonly #plain = new PlainCell();
  #passed = -1;
  #next = 0;
  #row = 0;
  #prefix = '';
  #inside = false;

  constructor(xml: XmlScanner, patch: SheetPatch, context: PatchContext, columnStyles: readonly ColumnStyle[]) {
    this.#xml = xml;
    this.#patch = patch;
    this.#context = context;
    this.#columnStyles = columnStyles;
    this.#waiting = [...new Set([...patch.cells.keys(), ...patch.heights.keys()])].sort((a, b) => a - b);
  }

  /** The scanner stands on the opening tag of `sheetData`. Goes to its closing tag, or to the end of the segment. */
  start(segment: Segment, splices: Splices, prefix: string): void {
    const xml = this.#xml;
    this.#prefix = prefix;
    this.#splices = splices;
    if (xml.empty) {
      const open = openedTag(this.#text(xml.tagStart, xml.tagEnd));
      const rows = this.#newRows(Number.POSITIVE_INFINITY);
      if (rows !== '') this.#splices.replace(xml.tagStart, xml.tagEnd, `${open}${rows}</${prefix}sheetData>`);
      return;
    }
    this.#inside = true;
    this.go(segment, splices);
  }

  /** Goes on in the next segment; does nothing where the rows have not begun or are over. */
  go(segment: Segment, splices: Splices): void {
    const xml = this.#xml;
    this.#splices = splices;
    while (this.#inside) {
      if (!this.#nextTag(-1, Number.POSITIVE_INFINITY)) return;
      if (xml.code === ROW && !xml.closing) this.#readRow(segment);
      else if (xml.code === F && !xml.closing && this.#orphans.size > 0) this.#adopt();
      else if (xml.closing && xml.is('sheetData')) {
        splices.insert(xml.tagStart, this.#newRows(Number.POSITIVE_INFINITY));
        this.#inside = false;
      }
    }
  }

  #readRow(segment: Segment): void {
    const xml = this.#xml;
    const number = this.#rowNumber();
    // A row behind a later one would be written twice, and what a program then shows is anybody's guess. Also behind the last that
    // is written: it may stand there once more.
    if (number <= this.#row) throw new SheetError('refused', 'rows-out-of-order');
    this.#row = number;
    const before = this.#newRows(number);
    if (before !== '') this.#splices.insert(xml.tagStart, before);
    if (this.#waiting[this.#next] === number) {
      this.#next++;
      this.#patchRow(number);
    } else if (segment.plain && !xml.empty && this.#prefix === '' && this.#orphans.size === 0) {
      const next = findRow(xml.bytes, xml.tagEnd);
      // Behind the last row of the part stands more than rows.
      if (next >= 0 || !segment.last) xml.leap(next < 0 ? xml.bytes.length : next, 1);
    }
  }

  /** A row without a number stands behind the one before. */
  #rowNumber(): number {
    const { bytes, nameEnd } = this.#xml;
    let at = nameEnd + 4;
    if (bytes[nameEnd + 1] === R && bytes[nameEnd + 2] === EQUALS && bytes[nameEnd + 3] === QUOTE) {
      let number = 0;
      for (; bytes[at]! >= ZERO && bytes[at]! < ZERO + 10; at++) number = number * 10 + bytes[at]! - ZERO;
      if (bytes[at] === QUOTE && at > nameEnd + 4) return number;
    }
    return Number(this.#xml.find('r') ?? this.#row + 1);
  }

  #patchRow(row: number): void {
    const xml = this.#xml;
    const line = this.#patch.cells.get(row) ?? NO_CELLS;
    const columns = [...line.keys()].sort((a, b) => a - b);
    const { tagStart, tagEnd, empty } = xml;
    const tag = this.#text(tagStart, tagEnd);
    const rowStyle = xml.find('customFormat') === '1' ? Number(xml.find('s') ?? 0) : undefined;
    let changed = this.#rowTag(tag, row, columns);
    if (empty) {
      const cells = this.#newCells(row, columns, 0, Number.POSITIVE_INFINITY, rowStyle).text;
      if (cells !== '') changed = `${openedTag(changed)}${cells}</${this.#prefix}row>`;
    }
    if (changed !== tag) this.#splices.replace(tagStart, tagEnd, changed);
    if (empty) return;
    let next = 0;
    let column = -1;
    while (this.#nextTag(column, columns[next] ?? Number.POSITIVE_INFINITY) && xml.code !== ROW) {
      column = Math.max(column, this.#passed);
      if (xml.code === F && !xml.closing && this.#orphans.size > 0) this.#adopt();
      if (xml.code !== C || xml.closing) continue;
      const reference = xml.find('r');
      const at = reference === undefined ? column + 1 : columnIndex(reference.replace(/\d+$/, ''));
      if (at <= column) throw new SheetError('refused', 'rows-out-of-order');
      column = at;
      const made = this.#newCells(row, columns, next, column, rowStyle);
      next = made.next;
      if (made.text !== '') this.#splices.insert(xml.tagStart, made.text);
      if (columns[next] === column) {
        next++;
        this.#replaceCell(row, column, line.get(column)!);
      }
    }
    const rest = this.#newCells(row, columns, next, Number.POSITIVE_INFINITY, rowStyle).text;
    if (rest !== '') this.#splices.insert(xml.tagStart, rest);
  }

  /**
   * To the next tag, past the usual cells that stand between columns `after` and `before`: nothing of them changes. The last of them
   * is noted.
   */
  #nextTag(after: number, before: number): boolean {
    const xml = this.#xml;
    this.#passed = after;
    while (this.#plain.read(xml.bytes, xml.tagEnd, this.#row)) {
      if (this.#plain.column <= this.#passed || this.#plain.column >= before) break;
      this.#passed = this.#plain.column;
      xml.leap(this.#plain.next, 0);
    }
    return xml.next();
  }

  #rowTag(tag: string, row: number, columns: readonly number[]): string {
    let changed = tag;
    const height = this.#patch.heights.get(row);
    if (height !== undefined) {
      const bare = tag.replace(/\s(?:ht|customHeight)=(?:"[^"]*"|'[^']*')/g, '');
      changed = /\sr=/.test(bare)
        ? bare.replace(/(\sr=(?:"[^"]*"|'[^']*'))/, `$1 ht="${height}" customHeight="1"`)
        : withAttribute(withAttribute(bare, 'ht', String(height)), 'customHeight', '1');
    }
    const [, first, last] = /\sspans=["'](\d+):(\d+)["']/.exec(changed) ?? [];
    const lowest = columns[0];
    const highest = columns.at(-1);
    if (first === undefined || last === undefined || lowest === undefined || highest === undefined) return changed;
    const spans = `${Math.min(Number(first), lowest + 1)}:${Math.max(Number(last), highest + 1)}`;
    return spans === `${first}:${last}` ? changed : withAttribute(changed, 'spans', spans);
  }

  #replaceCell(row: number, column: number, patch: CellPatch): void {
    const xml = this.#xml;
    const { tagStart, tagEnd, empty } = xml;
    const tag = this.#text(tagStart, tagEnd);
    const old = Number(xml.find('s') ?? 0);
    const style = patch.format === undefined ? old : this.#context.styles.styleWith(old, patch.format);
    if (patch.keepValue) {
      if (style !== old) this.#splices.replace(tagStart, tagEnd, withAttribute(tag, 's', String(style)));
      return;
    }
    while (!empty && xml.next() && xml.code !== C) {
      if (xml.code === F && !xml.closing) this.#orphan(row, column);
    }
    const place = { row, column, prefix: this.#prefix, date1904: this.#context.date1904 };
    this.#splices.replace(tagStart, xml.tagEnd, writeCell(place, patch, style, tag));
  }

  /** A formula that is written over. */
  #orphan(row: number, column: number): void {
    const xml = this.#xml;
    this.lostFormula = true;
    const shared = xml.find('t') === 'shared' ? xml.find('si') : undefined;
    if (shared === undefined || xml.empty) return;
    const start = xml.tagEnd;
    xml.skipElement();
    const text = decodeText(this.#text(start, xml.tagStart));
    if (text !== '') this.#orphans.set(shared, { text, row, column });
  }

  /** A cell of a shared formula whose first cell is gone gets the formula as its own. */
  #adopt(): void {
    const xml = this.#xml;
    if (xml.find('t') !== 'shared') return;
    const master = this.#orphans.get(xml.find('si') ?? '');
    if (!master) return;
    const { tagStart } = xml;
    const empty = xml.empty;
    if (!empty) {
      const start = xml.tagEnd;
      xml.skipElement();
      if (xml.tagStart !== start) return;
    }
    const column = this.#columnBefore(tagStart);
    const text = escapeXml(shiftFormula(master.text, this.#row - master.row, column - master.column));
    this.#splices.replace(tagStart, xml.tagEnd, `<${this.#prefix}f>${text}</${this.#prefix}f>`);
  }

  /** The column of the cell whose `f` begins at `at`, by the reference in its tag. */
  #columnBefore(at: number): number {
    const text = this.#text(Math.max(0, at - 300), at);
    const [, letters] = /\sr=["']([A-Z]+)\d+["'][^<]*$/i.exec(text) ?? [];
    if (letters === undefined) throw new SheetError('refused', 'shared-formula');
    return columnIndex(letters);
  }

  #newRows(before: number): string {
    let text = '';
    for (let row = this.#waiting[this.#next]; row !== undefined && row < before; row = this.#waiting[++this.#next]) {
      const columns = [...(this.#patch.cells.get(row) ?? NO_CELLS).keys()].sort((a, b) => a - b);
      const cells = this.#newCells(row, columns, 0, Number.POSITIVE_INFINITY, undefined).text;
      const tag = this.#rowTag(`<${this.#prefix}row r="${row}">`, row, columns);
      if (cells !== '') text += `${tag}${cells}</${this.#prefix}row>`;
    }
    return text;
  }

  /** The cells of `columns` from `next` on that stand before `before`. */
  #newCells(row: number, columns: readonly number[], next: number, before: number, rowStyle: number | undefined) {
    let text = '';
    let at = next;
    for (let column = columns[at]; column !== undefined && column < before; column = columns[++at]) {
      const patch = this.#patch.cells.get(row)!.get(column)!;
      const inherited = rowStyle ?? this.#columnStyle(column);
      const style = patch.format === undefined ? inherited : this.#context.styles.styleWith(inherited, patch.format);
      const place = { row, column, prefix: this.#prefix, date1904: this.#context.date1904 };
      text += writeCell(place, patch, style);
    }
    return { text, next: at };
  }

  #columnStyle(column: number): number {
    return this.#columnStyles.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
  }

  #text(start: number, end: number): string {
    return new TextDecoder().decode(this.#xml.bytes.subarray(start, end));
  }
}

/** Where the next `<row` begins; -1 when none does. Looks at every fourth byte only, where it is none of the four. */
function findRow(bytes: Uint8Array, from: number): number {
  const end = bytes.length - 1;
  for (let at = from + 3; at < end; ) {
    const byte = bytes[at]!;
    if (byte === LT) at += 3;
    else if (byte === R) at += 2;
    else if (byte === O) at += 1;
    else if (byte !== W) at += 4;
    else if (bytes[at - 1] === O && bytes[at - 2] === R && bytes[at - 3] === LT && endsName(bytes[at + 1]!))
      return at - 3;
    else at += 4;
  }
  return -1;
}

function endsName(byte: number): boolean {
  return byte <= SPACE || byte === GT || byte === SLASH;
}
