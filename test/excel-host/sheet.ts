import { columnIndex, columnName, findShiftedColumns, findShiftedRows, type Rect } from './address.ts';
import { enter, GENERAL, type HostValue } from './cell-entry.ts';
import type { HostWorkbook, Visibility } from './workbook.ts';

export interface HostCell {
  value: HostValue;
  formula?: string;
  /** Absent: the column's, else General. */
  format?: string;
  fill?: string;
  /** Cells are locked unless somebody unlocked them; it matters only while the sheet is protected. */
  unlocked?: boolean;
  /** Whatever else the file said about the cell's looks; carried along, never read here. */
  style?: unknown;
}

export interface HostRow {
  readonly cells: (HostCell | undefined)[];
  height?: number;
}

export interface HostColumn {
  hidden?: boolean;
  width?: number;
  format?: string;
  unlocked?: boolean;
  style?: unknown;
}

/** A conditional format: stored and moved, never evaluated here. */
export interface HostConditionalFormat {
  readonly id: string;
  rects: Rect[];
  readonly type: string;
  formula: string;
  numberFormat?: string;
  fill?: string;
  font?: string;
  bold?: boolean;
  stopIfTrue?: boolean;
  borders?: Record<string, string>;
  /** As the file had it. */
  style?: unknown;
  priority: number;
}

/** One emulated worksheet. Rows and columns are 0-based here; people and addresses count rows from 1. */
export class HostSheet {
  readonly workbook: HostWorkbook;
  readonly id: string;
  name: string;
  visibility: Visibility;
  rows: (HostRow | undefined)[] = [];
  readonly columns = new Map<number, HostColumn>();
  merged: Rect[] = [];
  conditionalFormats: HostConditionalFormat[] = [];
  protected = false;
  /** The sheet of the file it was loaded from, for what is only carried along. */
  origin: unknown;

  constructor(workbook: HostWorkbook, id: string, name: string, visibility: Visibility) {
    this.workbook = workbook;
    this.id = id;
    this.name = name;
    this.visibility = visibility;
  }

  findCell(row: number, column: number): HostCell | undefined {
    return this.rows[row]?.cells[column];
  }

  cell(row: number, column: number): HostCell {
    let line = this.rows[row];
    if (!line) {
      line = { cells: [] };
      this.rows[row] = line;
    }
    let cell = line.cells[column];
    if (!cell) {
      cell = { value: null };
      line.cells[column] = cell;
    }
    return cell;
  }

  column(index: number): HostColumn {
    let column = this.columns.get(index);
    if (!column) {
      column = {};
      this.columns.set(index, column);
    }
    return column;
  }

  format(row: number, column: number): string {
    return this.findCell(row, column)?.format ?? this.columns.get(column)?.format ?? GENERAL;
  }

  /** Puts a value in as if it were typed; what Excel makes of it is cell-entry's belief. */
  enter(row: number, column: number, raw: string | number | boolean): void {
    const cell = this.cell(row, column);
    const before = cell.formula;
    const entered = enter(raw, this.format(row, column), this.workbook.locale);
    delete cell.formula;
    if (entered.formula !== undefined) {
      cell.formula = entered.formula;
      if (before === entered.formula) return;
    }
    cell.value = entered.value;
    if (entered.format !== undefined) cell.format = entered.format;
  }

  /** The smallest rectangle round everything that has a value (or, unless `valuesOnly`, a format). */
  findUsed(valuesOnly: boolean, within?: Rect): Rect | undefined {
    let used: Rect | undefined;
    const last = Math.min(this.rows.length - 1, within?.bottom ?? Infinity);
    for (let row = within?.top ?? 0; row <= last; row++) {
      const cells = this.rows[row]?.cells;
      if (!cells) continue;
      const right = Math.min(cells.length - 1, within?.right ?? Infinity);
      for (let column = within?.left ?? 0; column <= right; column++) {
        const cell = cells[column];
        if (!cell || (cell.value === null && (valuesOnly || (!cell.format && !cell.fill)))) continue;
        used = used
          ? {
              top: used.top,
              bottom: row,
              left: Math.min(used.left, column),
              right: Math.max(used.right, column),
            }
          : { top: row, bottom: row, left: column, right: column };
      }
    }
    return used;
  }

  insertRows(row: number, count: number): void {
    if (this.rows.length > row) this.rows.splice(row, 0, ...new Array<undefined>(count).fill(undefined));
    this.#move((rect) => findShiftedRows(rect, row, count));
    this.#moveFormulas((at) => ({ ...at, row: at.row >= row ? at.row + count : at.row }));
  }

  deleteRows(row: number, count: number): void {
    this.rows.splice(row, count);
    this.#move((rect) => findShiftedRows(rect, row, -count));
    this.#moveFormulas((at) => ({ ...at, row: at.row >= row ? Math.max(row, at.row - count) : at.row }));
  }

  insertColumns(column: number, count: number): void {
    for (const row of this.rows) {
      if (row && row.cells.length > column) row.cells.splice(column, 0, ...new Array<undefined>(count).fill(undefined));
    }
    this.#moveColumns((index) => (index >= column ? index + count : index));
    this.#move((rect) => findShiftedColumns(rect, column, count));
    this.#moveFormulas((at) => ({ ...at, column: at.column >= column ? at.column + count : at.column }));
  }

  deleteColumns(column: number, count: number): void {
    for (const row of this.rows) if (row && row.cells.length > column) row.cells.splice(column, count);
    this.#moveColumns((index) => (index < column ? index : index < column + count ? undefined : index - count));
    this.#move((rect) => findShiftedColumns(rect, column, -count));
    this.#moveFormulas((at) => ({
      ...at,
      column: at.column >= column ? Math.max(column, at.column - count) : at.column,
    }));
  }

  /** Conditions follow the cells they look at, as Excel rewrites them. */
  #moveFormulas(move: (at: { row: number; column: number }) => { row: number; column: number }): void {
    for (const format of this.conditionalFormats) {
      format.formula = format.formula.replace(
        /(\$?)([A-Z]{1,3})(\$?)(\d+)(?![(\d])/g,
        (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
          const to = move({ row: Number(digits) - 1, column: columnIndex(letters) });
          return `${fixedColumn}${columnName(to.column)}${fixedRow}${to.row + 1}`;
        },
      );
    }
  }

  #moveColumns(place: (index: number) => number | undefined): void {
    const before = [...this.columns];
    this.columns.clear();
    for (const [index, column] of before) {
      const to = place(index);
      if (to !== undefined) this.columns.set(to, column);
    }
  }

  #move(move: (rect: Rect) => Rect | undefined): void {
    this.merged = this.merged.flatMap((rect) => move(rect) ?? []);
    for (const format of this.conditionalFormats) format.rects = format.rects.flatMap((rect) => move(rect) ?? []);
    this.conditionalFormats = this.conditionalFormats.filter((format) => format.rects.length > 0);
    this.workbook.moveReferences(this, move);
  }
}
