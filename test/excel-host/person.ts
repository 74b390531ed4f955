import { columnCount, columnIndex, findRect, LAST_COLUMN, LAST_ROW, type Rect, rowCount } from './address.ts';
import { type HostValue, isHostError } from './cell-entry.ts';
import { accessDenied } from './host-failure.ts';
import type { HostCell, HostSheet } from './sheet.ts';
import type { HostChange } from './workbook.ts';

/** What somebody at the keyboard does to a sheet; each deed raises the event Excel would raise (beliefs.md, B7). */
export class Person {
  readonly sheet: HostSheet;
  readonly #source: 'Local' | 'Remote';

  /** `Remote`: a co-author on another machine. */
  constructor(sheet: HostSheet, source: 'Local' | 'Remote' = 'Local') {
    this.sheet = sheet;
    this.#source = source;
  }

  /** Types into one cell, or pastes a block whose upper left corner is given. */
  type(address: string, ...rows: (string | number | boolean)[][] | [string | number | boolean]): void {
    const block = rows.map((row) => (Array.isArray(row) ? row : [row]));
    const at = rectOf(address);
    this.#refuse();
    block.forEach((row, down) => {
      row.forEach((value, right) => {
        this.sheet.enter(at.top + down, at.left + right, value);
      });
    });
    const width = Math.max(...block.map((row) => row.length));
    this.#tell('RangeEdited', { ...at, bottom: at.top + block.length - 1, right: at.left + width - 1 });
  }

  /** Raises the event of an edit that a test has made in the model itself. */
  touched(address: string): void {
    this.#tell('RangeEdited', rectOf(address));
  }

  /** What the cell shows, as the host holds it. */
  value(address: string): HostValue {
    const at = rectOf(address);
    const value = this.sheet.findCell(at.top, at.left)?.value ?? null;
    return isHostError(value) ? value.error : value;
  }

  /** Sorts whole rows by one column. */
  sortRows(firstRow: number, lastRow: number, column: string, order: 'ascending' | 'descending' = 'ascending'): void {
    this.#refuse();
    const by = columnIndex(column);
    const sign = order === 'ascending' ? 1 : -1;
    const lines = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => this.sheet.rows[firstRow - 1 + index]);
    const key = (line: (typeof lines)[number]) => line?.cells[by]?.value ?? null;
    lines.sort((a, b) => compare(key(a), key(b), sign));
    lines.forEach((line, index) => {
      this.sheet.rows[firstRow - 1 + index] = line;
    });
    this.#tell('RangeEdited', rows(firstRow, lastRow));
  }

  insertRows(row: number, count = 1): void {
    this.#refuse();
    this.sheet.insertRows(row - 1, count);
    this.#tell('RowInserted', rows(row, row + count - 1));
  }

  deleteRows(row: number, count = 1): void {
    this.#refuse();
    this.sheet.deleteRows(row - 1, count);
    this.#tell('RowDeleted', rows(row, row + count - 1));
  }

  insertColumns(column: string, count = 1): void {
    this.#refuse();
    const left = columnIndex(column);
    this.sheet.insertColumns(left, count);
    this.#tell('ColumnInserted', { top: 0, bottom: LAST_ROW, left, right: left + count - 1 });
  }

  deleteColumns(column: string, count = 1): void {
    this.#refuse();
    const left = columnIndex(column);
    this.sheet.deleteColumns(left, count);
    this.#tell('ColumnDeleted', { top: 0, bottom: LAST_ROW, left, right: left + count - 1 });
  }

  /** Cut and paste: values and formats go, the source is left blank. */
  cutPaste(from: string, to: string): void {
    this.#paste(from, to, true);
  }

  copyPaste(from: string, to: string): void {
    this.#paste(from, to, false);
  }

  protect(): void {
    this.sheet.protected = true;
  }

  unprotect(): void {
    this.sheet.protected = false;
  }

  #paste(from: string, to: string, cut: boolean): void {
    this.#refuse();
    const source = rectOf(from);
    const at = rectOf(to);
    const right = Math.min(source.right, source.left + this.#width() - 1);
    const taken: (HostCell | undefined)[][] = [];
    for (let row = source.top; row <= source.bottom; row++) {
      const line: (HostCell | undefined)[] = [];
      for (let column = source.left; column <= right; column++) {
        const cell = this.sheet.findCell(row, column);
        line.push(cell ? { ...cell } : undefined);
        if (cut && cell) (this.sheet.rows[row] as { cells: (HostCell | undefined)[] }).cells[column] = undefined;
      }
      taken.push(line);
    }
    taken.forEach((line, down) => {
      line.forEach((cell, along) => {
        Object.assign(this.sheet.cell(at.top + down, at.left + along), cell ?? { value: null });
      });
    });
    if (cut) this.#tell('RangeEdited', source);
    const pasted = {
      bottom: at.top + rowCount(source) - 1,
      right: Math.min(LAST_COLUMN, at.left + columnCount(source) - 1),
    };
    this.#tell('RangeEdited', { top: at.top, left: at.left, ...pasted });
  }

  #width(): number {
    return Math.max(1, ...this.sheet.rows.map((row) => row?.cells.length ?? 0));
  }

  /** A protected sheet lets nobody type; all cells count as locked here. */
  #refuse(): void {
    if (this.sheet.protected) throw accessDenied();
  }

  #tell(changeType: HostChange['changeType'], rect: Rect): void {
    this.sheet.workbook.tell({
      sheetId: this.sheet.id,
      changeType,
      rect,
      source: this.#source,
      triggerSource: 'Unknown',
    });
  }
}

function rectOf(address: string): Rect {
  const rect = findRect(address);
  if (!rect) throw new Error(`${address} is not an address.`);
  return rect;
}

function rows(first: number, last: number): Rect {
  return { top: first - 1, bottom: last - 1, left: 0, right: LAST_COLUMN };
}

const collator = new Intl.Collator('vi');

/** Excel's order: numbers, text, truth values, errors; blanks last whichever way it runs. */
function compare(a: HostValue, b: HostValue, sign: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const rank = (value: HostValue) =>
    typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
  if (rank(a) !== rank(b)) return sign * (rank(a) - rank(b));
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}
