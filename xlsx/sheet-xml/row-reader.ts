import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { XmlScanner } from '../package/xml-scanner.ts';
import { COLUMN_COUNT, LAST_ROW } from './cell-reference.ts';
import type { CellStyle } from './cell-styles.ts';
import { dayOf } from './day-serial.ts';
import { PlainCell } from './plain-cell.ts';
import type { ByCell, SheetContext } from './read-sheet.ts';
import { readRichText, readText } from './rich-text.ts';
import { RowFormats } from './row-formats.ts';
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
/** A type of several letters, all of which hold their text as it stands. */
const OTHER = 1;
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

/** Reads the rows of `sheetData`, segment by segment. */
export class RowReader {
  readonly cells: CellValue[][] = [];
  readonly numberFormats: RowFormats['formats'];
  readonly formulas: ByCell = new Map();
  readonly #xml: XmlScanner;
  readonly #context: SheetContext;
  readonly #columnFormats: ReadonlyMap<number, string>;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #days = new Map<number, CellValue>();
  readonly #plain = new PlainCell();
  readonly #rowFormats: RowFormats;
  #inside = false;
  readonly #budget: SheetBudget;
  #row = 0;
  /** The cells of the row being read, up to the last that holds anything; what stands behind is an earlier row's. */
  readonly #line: CellValue[] = [];
  #width = 0;
  // Of the cell that is being read.
  #column = -1;
  #style = 0;
  #type = NONE;

  constructor(xml: XmlScanner, context: SheetContext, columnFormats: ReadonlyMap<number, string>, budget: SheetBudget) {
    this.#xml = xml;
    this.#context = context;
    this.#columnFormats = columnFormats;
    this.#budget = budget;
    this.#rowFormats = new RowFormats(budget);
    this.numberFormats = this.#rowFormats.formats;
  }

  /** The scanner stands on the opening tag of `sheetData`. Reads to its closing tag, or to the end of the segment. */
  start(): void {
    this.#inside = !this.#xml.empty;
    this.go();
  }

  /** Reads on in the next segment; does nothing where the rows have not begun or are over. */
  go(): void {
    const xml = this.#xml;
    while (this.#inside) {
      if (this.#plain.read(xml.bytes, xml.tagEnd, this.#row)) this.#readPlain();
      else if (!xml.next()) return;
      else if (xml.code === C && !xml.closing) this.#readCell();
      else if (xml.code === ROW && !xml.closing) this.#startRow();
      else if (xml.closing && xml.is('sheetData')) {
        this.#endRow();
        this.#inside = false;
      }
    }
  }

  #startRow(): void {
    this.#endRow();
    const { bytes } = this.#xml;
    let number = this.#row + 1;
    const { nameEnd } = this.#xml;
    if (bytes[nameEnd + 1] === 0x72 && bytes[nameEnd + 2] === 0x3d) number = this.#integer(nameEnd + 4);
    else number = Number(this.#xml.find('r') ?? number);
    if (!(number >= 1 && number <= LAST_ROW)) throw damaged();
    this.#row = number;
    this.#column = -1;
  }

  #endRow(): void {
    const width = this.#width;
    if (width > 0) this.#keepLine(this.#line.slice(0, width));
    this.#rowFormats.endRow(this.#row, width > 0);
    this.#width = 0;
  }

  #keepLine(line: CellValue[]): void {
    const { cells } = this;
    while (cells.length < this.#row) cells.push(NO_CELLS);
    const before = cells[this.#row - 1]!;
    cells[this.#row - 1] = line;
    // Else the row is written in two places.
    if (before === NO_CELLS) return;
    this.#budget.takeCells(before.length);
    while (line.length < before.length) line.push(null);
    before.forEach((value, column) => {
      line[column] ??= value;
    });
  }

  #readPlain(): void {
    const { column, style, type, start, end, integer, next } = this.#plain;
    if (column >= COLUMN_COUNT) throw damaged();
    this.#xml.leap(next, 0);
    this.#column = column;
    this.#style = style;
    this.#type = type;
    const looks = this.#looks();
    const { strings } = this.#context;
    if (integer >= 0 && (type === NONE || type === N)) this.#put(looks?.date ? this.#day(integer) : integer);
    else if (integer >= 0 && type === S && strings) this.#put(strings.get(integer));
    else this.#put(this.#value(start, end, looks?.date === true));
    this.#keepFormat(looks);
  }

  #readCell(): void {
    const xml = this.#xml;
    this.#readAttributes();
    if (this.#row === 0 || this.#column >= COLUMN_COUNT) throw damaged();
    const looks = this.#looks();
    let value: CellValue = null;
    // Asked once: `<f t="shared" si="0"/>` inside the cell is empty as well, and its value stands behind it.
    const filled = !xml.empty;
    while (filled && xml.next() && xml.code !== C) {
      if (xml.closing) continue;
      const start = xml.tagEnd;
      if (xml.code === F) this.#readFormula();
      else if (xml.empty) continue;
      else {
        const { code } = xml;
        xml.skipElement();
        if (code === V) value = this.#value(start, xml.tagStart, looks?.date === true);
        else if (code === IS) value = readRichText(xml.bytes, start, xml.tagStart, this.#context.codec);
      }
    }
    this.#put(value);
    this.#keepFormat(looks);
  }

  #looks(): CellStyle | undefined {
    const { styles } = this.#context;
    return styles[this.#style] ?? styles[0];
  }

  #keepFormat(looks: CellStyle | undefined): void {
    const format = looks?.format ?? GENERAL_FORMAT;
    if (format === GENERAL_FORMAT && this.#columnFormats.size === 0) return;
    if (format !== (this.#columnFormats.get(this.#column) ?? GENERAL_FORMAT))
      this.#rowFormats.add(this.#column, format);
  }

  /** `r`, `s` and `t` in any order and either quotes; a cell without `r` stands beside the one before. */
  #readAttributes(): void {
    const { bytes, nameEnd, tagEnd } = this.#xml;
    this.#style = 0;
    this.#type = NONE;
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
        else if (name === 0x74) this.#type = at - start === 1 ? bytes[start]! : OTHER;
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
    switch (this.#type) {
      case S:
        if (!strings || end === start) throw damaged();
        return strings.get(this.#integer(start));
      case NONE:
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
    if (value === null || value === '') return;
    const line = this.#line;
    const column = this.#column;
    this.#budget.takeCells(Math.max(1, column - this.#width + 1));
    if (column >= this.#width) {
      for (let gap = this.#width; gap < column; gap++) line[gap] = null;
      this.#width = column + 1;
    }
    line[column] = value;
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
