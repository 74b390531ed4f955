import { COLUMN_COUNT } from './cell-reference.ts';
import type { SheetBudget } from './sheet-budget.ts';

/**
 * Number formats of single cells, by 1-based row, then 0-based column. Nearly every row is formatted as the one above it and then
 * shares its map: a list with a column of dates would otherwise come to a map a row.
 */
export class RowFormats {
  readonly formats = new Map<number, ReadonlyMap<number, string>>();
  #last: ReadonlyMap<number, string> = new Map();
  readonly #budget: SheetBudget;
  /** Of the row being read: the columns that have a format of their own, in the order they came, and the formats by column. */
  readonly #columns: number[] = [];
  #count = 0;
  readonly #byColumn: string[] = [];
  /** In which row each column was last given one: a column that comes twice keeps its place. */
  readonly #seen = new Int32Array(COLUMN_COUNT);
  #turn = 1;

  constructor(budget: SheetBudget) {
    this.#budget = budget;
  }

  add(column: number, format: string): void {
    if (this.#seen[column] !== this.#turn) {
      this.#seen[column] = this.#turn;
      this.#columns[this.#count++] = column;
    }
    this.#byColumn[column] = format;
  }

  /** Formats of a row that holds no value are let go: a million formatted empty rows would come to gigabytes. */
  endRow(row: number, holdsValue: boolean): void {
    if (this.#count === 0) return;
    if (holdsValue) {
      const before = this.formats.get(row);
      this.#budget.takeFormats(this.#count + (before?.size ?? 0));
      if (!this.#isLast()) this.#last = this.#toMap();
      this.formats.set(row, before ? new Map([...before, ...this.#last]) : this.#last);
    }
    this.#count = 0;
    this.#turn++;
  }

  #isLast(): boolean {
    if (this.#last.size !== this.#count) return false;
    for (let index = 0; index < this.#count; index++) {
      const column = this.#columns[index]!;
      if (this.#last.get(column) !== this.#byColumn[column]) return false;
    }
    return true;
  }

  #toMap(): ReadonlyMap<number, string> {
    const map = new Map<number, string>();
    for (let index = 0; index < this.#count; index++) {
      const column = this.#columns[index]!;
      map.set(column, this.#byColumn[column]!);
    }
    return map;
  }
}
