import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { XmlScanner } from '../package/xml-scanner.ts';
import { COLUMN_COUNT, LAST_ROW } from './cell-reference.ts';
import { dayOf } from './day-serial.ts';
import type { ByCell, SheetContext } from './read-sheet.ts';
import { readRichText, readText } from './rich-text.ts';
import type { SheetBudget } from './sheet-budget.ts';
import { shiftFormula } from './shift-formula.ts';

const ROW = 0x726f77;
const C = 0x63;
const V = 0x76;
const F = 0x66;
const IS = 0x6973;
const NONE = 0;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LT = 0x3c;
/** The types of cells (ECMA-376 part 1, 18.18.11) that are one letter long. */
const S = 0x73;
const N = 0x6e;
const B = 0x62;
const E = 0x65;
const D = 0x64;
const MOST_DAYS_KEPT = 50_000;
/** One array for all rows without a cell: a million formatted empty rows must not come to a million arrays. */
const NO_CELLS: CellValue[] = [];

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Reads `sheetData`. The scanner stands on its opening tag, and on its closing tag afterwards. */
export class RowReader {
  readonly cells: CellValue[][] = [];
  readonly numberFormats: ByCell = new Map();
  readonly formulas: ByCell = new Map();
  readonly #xml: XmlScanner;
  readonly #context: SheetContext;
  readonly #columnFormats: ReadonlyMap<number, string>;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #days = new Map<number, CellValue>();
  readonly #budget: SheetBudget;
  #row = 0;
  #column = -1;
  #filledRow = 0;
  readonly #waiting = new Map<number, string>();
  // Of the cell that is being read.
  #style = 0;
  #typeStart = 0;
  #typeEnd = 0;

  constructor(xml: XmlScanner, context: SheetContext, columnFormats: ReadonlyMap<number, string>, budget: SheetBudget) {
    this.#xml = xml;
    this.#context = context;
    this.#columnFormats = columnFormats;
    this.#budget = budget;
  }

  read(): void {
    const xml = this.#xml;
    if (xml.empty) return;
    while (xml.next()) {
      if (xml.code === C && !xml.closing) this.#readCell();
      else if (xml.code === ROW && !xml.closing) this.#startRow();
      else if (xml.closing && xml.is('sheetData')) return;
    }
  }

  #startRow(): void {
    const { bytes } = this.#xml;
    let number = this.#row + 1;
    const { nameEnd } = this.#xml;
    if (bytes[nameEnd + 1] === 0x72 && bytes[nameEnd + 2] === 0x3d) number = this.#integer(nameEnd + 4);
    else number = Number(this.#xml.find('r') ?? number);
    if (!(number >= 1 && number <= LAST_ROW)) throw damaged();
    this.#row = number;
    this.#column = -1;
    if (this.#waiting.size > 0) this.#waiting.clear();
  }

  #readCell(): void {
    const xml = this.#xml;
    this.#readAttributes();
    if (this.#row === 0 || this.#column >= COLUMN_COUNT) throw damaged();
    const style = this.#context.styles[this.#style] ?? this.#context.styles[0];
    const columnFormat = this.#columnFormats.get(this.#column) ?? GENERAL_FORMAT;
    const format = style?.format ?? GENERAL_FORMAT;
    if (xml.empty) {
      if (format !== columnFormat) this.#keepFormat(format);
      return;
    }
    let value: CellValue = null;
    while (xml.next() && xml.code !== C) {
      if (xml.closing) continue;
      if (xml.code === V) {
        const start = xml.tagEnd;
        let end = start;
        while (end < xml.bytes.length && xml.bytes[end] !== 0x3c) end++;
        if (!xml.empty && xml.passEnds(end, V, C)) {
          value = this.#value(start, end, style?.date === true);
          break;
        }
        xml.skipElement();
        if (!xml.empty) value = this.#value(start, xml.tagStart, style?.date === true);
      } else if (xml.code === IS) {
        const start = xml.tagEnd;
        xml.skipElement();
        if (!xml.empty) value = readRichText(xml.bytes, start, xml.tagStart, this.#context.codec);
      } else if (xml.code === F) this.#readFormula();
      else xml.skipElement();
    }
    if (value !== null && value !== '') this.#put(value);
    if (format !== columnFormat) this.#keepFormat(format);
  }

  /** Formats of a row that holds no value are let go: a million formatted empty rows would come to gigabytes. */
  #keepFormat(format: string): void {
    if (this.#row === this.#filledRow) {
      this.#budget.takeFormats(1);
      put(this.numberFormats, this.#row, this.#column, format);
    } else this.#waiting.set(this.#column, format);
  }

  /** `r`, `s` and `t` in any order and either quotes; a cell without `r` stands beside the one before. */
  #readAttributes(): void {
    const { bytes, nameEnd, tagEnd } = this.#xml;
    this.#style = 0;
    this.#typeStart = NONE;
    let column = this.#column + 1;
    let at = nameEnd;
    const end = tagEnd - 1;
    while (at < end) {
      while (at < end && bytes[at]! <= 0x20) at++;
      const name = bytes[at]!;
      const nameStart = at;
      while (at < end && bytes[at] !== 0x3d && bytes[at] !== 0x2f) at++;
      if (at >= end || bytes[at] === 0x2f) break;
      let nameLength = at - nameStart;
      while (nameLength > 1 && bytes[nameStart + nameLength - 1]! <= 0x20) nameLength--;
      at++;
      while (at < end && bytes[at]! <= 0x20) at++;
      const quote = bytes[at++];
      const start = at;
      while (at < end && bytes[at] !== quote) at++;
      if (nameLength === 1) {
        if (name === 0x72) column = this.#reference(start, at);
        else if (name === 0x73) this.#style = this.#integer(start);
        else if (name === 0x74) {
          this.#typeStart = start;
          this.#typeEnd = at;
        }
      }
      at++;
    }
    this.#column = column;
  }

  /** The column of `AB12`; its row is the row it stands in. */
  #reference(start: number, end: number): number {
    const { bytes } = this.#xml;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
    }
    if (column === 0 || at - start > 3 || this.#integer(at) !== this.#row) throw damaged();
    return column - 1;
  }

  #integer(start: number): number {
    const { bytes } = this.#xml;
    let value = 0;
    let at = start;
    for (; at - start < 9; at++) {
      const digit = bytes[at]! - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    const after = bytes[at];
    // `1e3` or `1 2` is no place in a sheet, and reading on as if it were 1 would put a pupil's cell into another's row.
    if (at === start || (after !== QUOTE && after !== APOSTROPHE && after !== LT)) throw damaged();
    return value;
  }

  #value(start: number, end: number, date: boolean): CellValue {
    const { bytes } = this.#xml;
    const { codec, strings, date1904 } = this.#context;
    if (this.#typeStart === NONE) return this.#number(start, end, date);
    const type = this.#typeEnd - this.#typeStart === 1 ? bytes[this.#typeStart] : NONE;
    switch (type) {
      case S:
        if (!strings || end === start) throw damaged();
        return strings.get(this.#integer(start));
      case N:
        return this.#number(start, end, date);
      case B:
        return bytes[start] === 0x31 || bytes[start] === 0x74;
      case E:
        return { kind: 'error', code: readText(bytes, start, end, codec) };
      case D:
        return isoDay(readText(bytes, start, end, codec), date1904);
      default:
        // `str`, and `inlineStr` from programs that put the text where a value goes.
        return readText(bytes, start, end, codec);
    }
  }

  #number(start: number, end: number, date: boolean): CellValue {
    const { bytes } = this.#xml;
    let value = 0;
    if (end - start <= 9) {
      for (let at = start; at < end; at++) {
        const digit = bytes[at]! - 0x30;
        value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
      }
    } else value = Number.NaN;
    if (Number.isNaN(value)) {
      const text = readText(bytes, start, end, this.#context.codec).trim();
      if (text === '') return null;
      value = Number(text);
      // Not a number after all: a text that its writer forgot to name as one.
      if (!Number.isFinite(value)) return text;
    } else if (end === start) return null;
    return date ? this.#day(value) : value;
  }

  /** A school's birthdays are a few thousand different days: each is worked out once. */
  #day(serial: number): CellValue {
    const known = this.#days.get(serial);
    if (known !== undefined) return known;
    const day = dayOf(serial, this.#context.date1904);
    if (this.#days.size < MOST_DAYS_KEPT) this.#days.set(serial, day);
    return day;
  }

  #readFormula(): void {
    const xml = this.#xml;
    const shared = xml.nameEnd + 1 < xml.tagEnd - 1 && xml.find('t') === 'shared' ? xml.find('si') : undefined;
    const start = xml.tagEnd;
    xml.skipElement();
    const text = xml.empty ? '' : readText(xml.bytes, start, xml.tagStart, this.#context.codec);
    if (text !== '') {
      if (shared !== undefined) this.#shared.set(shared, { text, row: this.#row, column: this.#column });
      put(this.formulas, this.#row, this.#column, `=${text}`);
      return;
    }
    const master = shared === undefined ? undefined : this.#shared.get(shared);
    if (!master) return;
    this.#budget.takeSharedFormula(master.text.length);
    const moved = shiftFormula(master.text, this.#row - master.row, this.#column - master.column);
    put(this.formulas, this.#row, this.#column, `=${moved}`);
  }

  #put(value: CellValue): void {
    if (this.#filledRow !== this.#row) {
      this.#filledRow = this.#row;
      this.#budget.takeFormats(this.#waiting.size);
      for (const [column, format] of this.#waiting) put(this.numberFormats, this.#row, column, format);
    }
    const { cells } = this;
    while (cells.length < this.#row) cells.push(NO_CELLS);
    let line = cells[this.#row - 1]!;
    if (line === NO_CELLS) {
      line = [];
      cells[this.#row - 1] = line;
    }
    this.#budget.takeCells(Math.max(1, this.#column - line.length + 1));
    while (line.length < this.#column) line.push(null);
    line[this.#column] = value;
  }
}

/** A day as ISO 8601 writes it, which strict workbooks use; a bare time stays text. */
function isoDay(text: string, date1904: boolean): CellValue {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (year !== undefined) return { kind: 'date', year: Number(year), month: Number(month), day: Number(day) };
  const serial = Number(text);
  return Number.isFinite(serial) && text !== '' ? dayOf(serial, date1904) : text;
}

function put(cells: ByCell, row: number, column: number, text: string): void {
  const line = cells.get(row);
  if (line) line.set(column, text);
  else cells.set(row, new Map([[column, text]]));
}

function damaged(): SheetError {
  return new SheetError('unreadable', 'damaged');
}
