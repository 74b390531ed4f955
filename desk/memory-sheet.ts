import type { CellValue } from '../rules/cell.ts';
import { type Area, findAfterColumnDeleted, findAfterRowDeleted, shiftColumns, shiftRows } from './area.ts';
import { GENERAL_FORMAT } from './cell-format.ts';
import { compareCells } from './compare-cells.ts';
import type { CellWrite } from './plan-patch.ts';
import { SheetError } from './sheet-error.ts';

/** A sheet as plain data, for making one and for saving it. */
export interface MemorySheetData {
  readonly name: string;
  /** From A1; rows may be ragged. */
  readonly cells: readonly (readonly CellValue[])[];
  /** Format of a whole column, by 0-based column. */
  readonly columnFormats?: ReadonlyMap<number, string>;
  /** Formats of single cells, by 1-based row, then 0-based column. They win over the column's. */
  readonly numberFormats?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** 0-based. */
  readonly hiddenColumns?: readonly number[];
  readonly protected?: boolean;
  readonly mergedAreas?: readonly Area[];
}

/** What changed. `program` changes are our own writes; `remote` ones a co-author's. */
export interface SheetChange extends Area {
  /** `moved`: rows or columns went elsewhere, so whatever was remembered by position is void. */
  readonly kind: 'cells' | 'moved' | 'protection';
  readonly by: 'person' | 'remote' | 'program';
}

type Line = readonly [cells: CellValue[], formats: Map<number, string> | undefined];

/**
 * One sheet in memory with what a person does to it. The workbench's grid draws from it and edits through it, and the file
 * adapter reads a workbook into it. Rows are 1-based and columns 0-based, as everywhere behind `SheetPort`.
 * Formats, hidden ids and marks travel with their cells, as in Excel.
 */
export class MemorySheet {
  readonly name: string;
  #cells: CellValue[][];
  #formats: (Map<number, string> | undefined)[];
  #columnFormats: Map<number, string>;
  #hidden: Set<number>;
  #merged: Area[];
  #protected: boolean;
  readonly #listeners = new Set<(change: SheetChange) => void>();

  constructor(data: MemorySheetData) {
    this.name = data.name;
    this.#cells = data.cells.map((row) => [...row]);
    this.#formats = [];
    for (const [row, formats] of data.numberFormats ?? []) this.#formats[row - 1] = new Map(formats);
    this.#columnFormats = new Map(data.columnFormats);
    this.#hidden = new Set(data.hiddenColumns);
    this.#merged = [...(data.mergedAreas ?? [])];
    this.#protected = data.protected ?? false;
  }

  /** A copy that no later edit reaches. */
  toData(): MemorySheetData {
    const numberFormats = new Map<number, ReadonlyMap<number, string>>();
    this.#formats.forEach((formats, index) => {
      if (formats && formats.size > 0) numberFormats.set(index + 1, new Map(formats));
    });
    return {
      name: this.name,
      cells: this.#cells.map((row) => [...row]),
      columnFormats: new Map(this.#columnFormats),
      numberFormats,
      hiddenColumns: [...this.#hidden],
      protected: this.#protected,
      mergedAreas: [...this.#merged],
    };
  }

  get protected(): boolean {
    return this.#protected;
  }

  get mergedAreas(): readonly Area[] {
    return this.#merged;
  }

  /** Rows from the first to the last that was ever filled. */
  get rowCount(): number {
    return this.#cells.length;
  }

  /** Columns of the widest row. */
  get columnCount(): number {
    let width = 0;
    for (const row of this.#cells) if (row.length > width) width = row.length;
    return width;
  }

  read(row: number, column: number): CellValue {
    return this.#cells[row - 1]?.[column] ?? null;
  }

  /** The cells of one row, from column A; do not keep it across edits. */
  readRow(row: number): readonly CellValue[] {
    return this.#cells[row - 1] ?? [];
  }

  numberFormat(row: number, column: number): string {
    return this.#formats[row - 1]?.get(column) ?? this.#columnFormats.get(column) ?? GENERAL_FORMAT;
  }

  isHidden(column: number): boolean {
    return this.#hidden.has(column);
  }

  /** Calls back after every change. Returns how to stop. */
  listen(listener: (change: SheetChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // What a person does. A protected sheet refuses all of it, as Excel does.

  editCell(row: number, column: number, value: CellValue, by: 'person' | 'remote' = 'person'): void {
    this.editCells(row, column, [[value]], by);
  }

  /** Typing into, or pasting over, a block of cells whose upper left corner is given. */
  editCells(
    row: number,
    column: number,
    values: readonly (readonly CellValue[])[],
    by: 'person' | 'remote' = 'person',
  ): void {
    this.#refuseWhenProtected();
    values.forEach((line, down) => {
      line.forEach((value, right) => {
        this.#put(row + down, column + right, value);
      });
    });
    const width = Math.max(1, ...values.map((line) => line.length));
    this.#tell('cells', by, row, row + Math.max(1, values.length) - 1, column, column + width - 1);
  }

  /** Sorts whole rows by one column: numbers and dates, then text, then truth values, blanks last. */
  sortRows(firstRow: number, lastRow: number, byColumn: number, order: 'ascending' | 'descending' = 'ascending'): void {
    this.#refuseWhenProtected();
    const sign = order === 'ascending' ? 1 : -1;
    const lines: Line[] = [];
    for (let row = firstRow; row <= lastRow; row++) lines.push(this.#line(row));
    lines.sort((a, b) => compareCells(a[0][byColumn], b[0][byColumn], sign));
    lines.forEach((line, index) => {
      this.#setLine(firstRow + index, line);
    });
    this.#tell('moved', 'person', firstRow, lastRow, 0, this.columnCount - 1);
  }

  /** Puts `count` blank rows in before `row`. */
  insertRow(row: number, count = 1): void {
    this.#refuseWhenProtected();
    this.#reach(row);
    this.#cells.splice(row - 1, 0, ...Array.from({ length: count }, () => []));
    this.#formats.splice(row - 1, 0, ...new Array<undefined>(count).fill(undefined));
    this.#merged = this.#merged.map((area) => shiftRows(area, row, count));
    this.#tell('moved', 'person', row, this.rowCount, 0, this.columnCount - 1);
  }

  deleteRow(row: number): void {
    this.#refuseWhenProtected();
    this.#reach(row);
    this.#cells.splice(row - 1, 1);
    this.#formats.splice(row - 1, 1);
    this.#merged = this.#merged.flatMap((area) => findAfterRowDeleted(area, row) ?? []);
    this.#tell('moved', 'person', row, Math.max(row, this.rowCount), 0, this.columnCount - 1);
  }

  insertColumn(column: number): void {
    this.#refuseWhenProtected();
    for (const cells of this.#cells) if (cells.length > column) cells.splice(column, 0, null);
    this.#moveColumns((at) => (at >= column ? at + 1 : at));
    this.#merged = this.#merged.map((area) => shiftColumns(area, column));
    this.#tell('moved', 'person', 1, this.rowCount, column, this.columnCount - 1);
  }

  deleteColumn(column: number): void {
    this.#refuseWhenProtected();
    for (const cells of this.#cells) if (cells.length > column) cells.splice(column, 1);
    this.#moveColumns((at) => (at === column ? undefined : at > column ? at - 1 : at));
    this.#merged = this.#merged.flatMap((area) => findAfterColumnDeleted(area, column) ?? []);
    this.#tell('moved', 'person', 1, this.rowCount, column, this.columnCount - 1);
  }

  /** Cut and paste: the target takes values and formats, the source is left blank. */
  cutPaste(from: Area, toRow: number, toColumn: number): void {
    this.#paste(from, toRow, toColumn, true);
  }

  /** Copy and paste: the target takes values and formats, hidden columns included. */
  copyPaste(from: Area, toRow: number, toColumn: number): void {
    this.#paste(from, toRow, toColumn, false);
  }

  setProtected(on: boolean): void {
    this.#protected = on;
    this.#tell('protection', 'person', 1, this.rowCount, 0, this.columnCount - 1);
  }

  // What the program does.

  /** Writes all cells at once and tells the listeners once. Rejects with `sheet-protected` before the first cell. */
  write(writes: readonly CellWrite[]): void {
    if (writes.length === 0) return;
    this.#refuseWhenProtected();
    const area = { firstRow: Infinity, lastRow: 0, firstColumn: Infinity, lastColumn: 0 };
    for (const { row, column, value, format } of writes) {
      this.#put(row, column, value);
      if (format !== undefined) this.#putFormat(row, column, format);
      area.firstRow = Math.min(area.firstRow, row);
      area.lastRow = Math.max(area.lastRow, row);
      area.firstColumn = Math.min(area.firstColumn, column);
      area.lastColumn = Math.max(area.lastColumn, column);
    }
    this.#tell('cells', 'program', area.firstRow, area.lastRow, area.firstColumn, area.lastColumn);
  }

  /** Makes a column that the person does not see. */
  hideColumn(column: number): void {
    this.#refuseWhenProtected();
    this.#hidden.add(column);
  }

  #paste(from: Area, toRow: number, toColumn: number, cut: boolean): void {
    this.#refuseWhenProtected();
    const taken: CellWrite[] = [];
    for (let row = from.firstRow; row <= from.lastRow; row++) {
      for (let column = from.firstColumn; column <= from.lastColumn; column++) {
        taken.push({ row, column, value: this.read(row, column), format: this.numberFormat(row, column) });
        if (cut) this.#put(row, column, null);
      }
    }
    for (const { row, column, value, format } of taken) {
      const at = [toRow + row - from.firstRow, toColumn + column - from.firstColumn] as const;
      this.#put(...at, value);
      if (format !== undefined && format !== this.numberFormat(...at)) this.#putFormat(...at, format);
    }
    const lastRow = toRow + from.lastRow - from.firstRow;
    const lastColumn = toColumn + from.lastColumn - from.firstColumn;
    const source = cut ? from : { firstRow: toRow, lastRow, firstColumn: toColumn, lastColumn };
    this.#tell(
      'cells',
      'person',
      Math.min(source.firstRow, toRow),
      Math.max(source.lastRow, lastRow),
      Math.min(source.firstColumn, toColumn),
      Math.max(source.lastColumn, lastColumn),
    );
  }

  #put(row: number, column: number, value: CellValue): void {
    const blank = value === null || value === '';
    const cells = this.#cells[row - 1];
    if (blank && (cells === undefined || column >= cells.length)) return;
    this.#reach(row);
    const line = this.#cells[row - 1] as CellValue[];
    while (line.length < column) line.push(null);
    line[column] = blank ? null : value;
  }

  #putFormat(row: number, column: number, format: string): void {
    const formats = this.#formats[row - 1] ?? new Map<number, string>();
    formats.set(column, format);
    this.#formats[row - 1] = formats;
  }

  #reach(row: number): void {
    while (this.#cells.length < row) this.#cells.push([]);
    if (this.#formats.length < this.#cells.length) this.#formats.length = this.#cells.length;
  }

  #line(row: number): Line {
    this.#reach(row);
    return [this.#cells[row - 1] as CellValue[], this.#formats[row - 1]];
  }

  #setLine(row: number, [cells, formats]: Line): void {
    this.#cells[row - 1] = cells;
    this.#formats[row - 1] = formats;
  }

  #moveColumns(place: (column: number) => number | undefined): void {
    const moved = <V>(entries: Iterable<readonly [number, V]>) =>
      new Map(
        [...entries].flatMap(([column, value]) => {
          const to = place(column);
          return to === undefined ? [] : [[to, value] as const];
        }),
      );
    this.#columnFormats = moved(this.#columnFormats);
    this.#formats = this.#formats.map((formats) => (formats ? moved(formats) : undefined));
    this.#hidden = new Set(moved([...this.#hidden].map((column) => [column, true] as const)).keys());
  }

  #refuseWhenProtected(): void {
    if (this.#protected) throw new SheetError('sheet-protected');
  }

  #tell(
    kind: SheetChange['kind'],
    by: SheetChange['by'],
    firstRow: number,
    lastRow: number,
    firstColumn: number,
    lastColumn: number,
  ): void {
    const change = { kind, by, firstRow, lastRow, firstColumn, lastColumn };
    for (const listener of [...this.#listeners]) listener(change);
  }
}
