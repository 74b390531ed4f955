import type { CellValue } from '../rules/cell.ts';
import { type Area, findAfterColumnDeleted, findAfterRowDeleted, shiftColumns, shiftRows } from './area.ts';
import { GENERAL_FORMAT } from './cell-format.ts';
import { compareCells } from './compare-cells.ts';
import type { CellWrite } from './plan-patch.ts';
import { SheetError } from './sheet-error.ts';
import { moveKeys, SparseCells } from './sparse-cells.ts';

/** A sheet as plain data, for making one and for saving it. */
export interface MemorySheetData {
  readonly name: string;
  /** From A1; rows may be ragged. */
  readonly cells: readonly (readonly CellValue[])[];
  /** Format of a whole column, by 0-based column. */
  readonly columnFormats?: ReadonlyMap<number, string>;
  /** Formats of single cells, by 1-based row, then 0-based column. They win over the column's. */
  readonly numberFormats?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Formulas, keyed alike; `cells` holds what they show. Nothing here calculates: a person's edit replaces a formula. */
  readonly formulas?: ReadonlyMap<number, ReadonlyMap<number, string>>;
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

/**
 * One sheet in memory with what a person does to it. The workbench's grid draws from it and edits through it, and the file
 * adapter reads a workbook into it. Rows are 1-based and columns 0-based, as everywhere behind `SheetPort`.
 * Formats, formulas, hidden ids and marks travel with their cells, as in Excel.
 */
export class MemorySheet {
  readonly name: string;
  /** A row is never changed but replaced, so that it can be shared with the data it came from and with the data that is saved. */
  readonly #cells: (readonly CellValue[])[];
  readonly #formats: SparseCells;
  readonly #formulas: SparseCells;
  #columnFormats: Map<number, string>;
  #hidden: Set<number>;
  #merged: Area[];
  #protected: boolean;
  readonly #listeners = new Set<(change: SheetChange) => void>();

  constructor(data: MemorySheetData) {
    this.name = data.name;
    this.#cells = data.cells.map((row) => (row.includes('') ? row.map((cell) => (cell === '' ? null : cell)) : row));
    this.#formats = new SparseCells(data.numberFormats);
    this.#formulas = new SparseCells(data.formulas);
    this.#columnFormats = new Map(data.columnFormats);
    this.#hidden = new Set(data.hiddenColumns);
    this.#merged = [...(data.mergedAreas ?? [])];
    this.#protected = data.protected ?? false;
  }

  /** A copy that no later edit reaches. */
  toData(): MemorySheetData {
    return {
      name: this.name,
      cells: [...this.#cells],
      columnFormats: new Map(this.#columnFormats),
      numberFormats: this.#formats.toData(),
      formulas: this.#formulas.toData(),
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

  /** The cells of one row as it is now, from column A: an edit puts another in its place. */
  readRow(row: number): readonly CellValue[] {
    return this.#cells[row - 1] ?? [];
  }

  numberFormat(row: number, column: number): string {
    return this.#formats.find(row, column) ?? this.#columnFormats.get(column) ?? GENERAL_FORMAT;
  }

  /** The formula's text, `=` included; undefined for a plain value. */
  findFormula(row: number, column: number): string | undefined {
    return this.#formulas.find(row, column);
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
    const width = values.reduce((widest, line) => Math.max(widest, line.length), 1);
    this.#tell('cells', by, row, row + Math.max(1, values.length) - 1, column, column + width - 1);
  }

  /** Sorts whole rows by one column: numbers and dates, then text, then truth values, blanks last. */
  sortRows(firstRow: number, lastRow: number, byColumn: number, order: 'ascending' | 'descending' = 'ascending'): void {
    this.#refuseWhenProtected();
    const sign = order === 'ascending' ? 1 : -1;
    this.#reach(lastRow);
    const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
    rows.sort((a, b) => compareCells(this.read(a, byColumn), this.read(b, byColumn), sign));
    const sorted = rows.map((row) => this.#cells[row - 1] ?? []);
    sorted.forEach((cells, index) => {
      this.#cells[firstRow - 1 + index] = cells;
    });
    this.#formats.reorder(firstRow, rows);
    this.#formulas.reorder(firstRow, rows);
    this.#tell('moved', 'person', firstRow, lastRow, 0, this.columnCount - 1);
  }

  /** Puts `count` blank rows in before `row`. */
  insertRow(row: number, count = 1): void {
    this.#refuseWhenProtected();
    this.#reach(row);
    this.#cells.splice(row - 1, 0, ...Array.from({ length: count }, () => []));
    this.#formats.insertRows(row, count);
    this.#formulas.insertRows(row, count);
    this.#merged = this.#merged.map((area) => shiftRows(area, row, count));
    this.#tell('moved', 'person', row, this.rowCount, 0, this.columnCount - 1);
  }

  deleteRow(row: number): void {
    this.#refuseWhenProtected();
    this.#reach(row);
    this.#cells.splice(row - 1, 1);
    this.#formats.deleteRow(row);
    this.#formulas.deleteRow(row);
    this.#merged = this.#merged.flatMap((area) => findAfterRowDeleted(area, row) ?? []);
    this.#tell('moved', 'person', row, Math.max(row, this.rowCount), 0, this.columnCount - 1);
  }

  insertColumn(column: number): void {
    this.#refuseWhenProtected();
    this.#changeRows(column, (cells) => cells.splice(column, 0, null));
    this.#moveColumns((at) => (at >= column ? at + 1 : at));
    this.#merged = this.#merged.map((area) => shiftColumns(area, column));
    this.#tell('moved', 'person', 1, this.rowCount, column, this.columnCount - 1);
  }

  deleteColumn(column: number): void {
    this.#refuseWhenProtected();
    this.#changeRows(column, (cells) => cells.splice(column, 1));
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
      if (format !== undefined) this.#formats.set(row, column, format);
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
    const taken: (CellWrite & { readonly formula: string | undefined })[] = [];
    for (let row = from.firstRow; row <= from.lastRow; row++) {
      for (let column = from.firstColumn; column <= from.lastColumn; column++) {
        const value = this.read(row, column);
        taken.push({
          row,
          column,
          value,
          format: this.numberFormat(row, column),
          formula: this.findFormula(row, column),
        });
        if (cut) this.#put(row, column, null);
      }
    }
    for (const { row, column, value, format, formula } of taken) {
      const at = [toRow + row - from.firstRow, toColumn + column - from.firstColumn] as const;
      this.#put(...at, value);
      if (formula !== undefined) this.#formulas.set(...at, formula);
      if (format !== undefined && format !== this.numberFormat(...at)) this.#formats.set(...at, format);
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
    this.#formulas.delete(row, column);
    const blank = value === null || value === '';
    const cells = this.#cells[row - 1];
    if (blank && (cells === undefined || column >= cells.length)) return;
    this.#reach(row);
    const line = [...(this.#cells[row - 1] ?? [])];
    while (line.length < column) line.push(null);
    line[column] = blank ? null : value;
    this.#cells[row - 1] = line;
  }

  /** Changes every row that reaches `column`. */
  #changeRows(column: number, change: (cells: CellValue[]) => void): void {
    this.#cells.forEach((row, index) => {
      if (row.length <= column) return;
      const cells = [...row];
      change(cells);
      this.#cells[index] = cells;
    });
  }

  #reach(row: number): void {
    while (this.#cells.length < row) this.#cells.push([]);
  }

  #moveColumns(place: (column: number) => number | undefined): void {
    this.#formats.moveColumns(place);
    this.#formulas.moveColumns(place);
    this.#columnFormats = moveKeys(this.#columnFormats, place);
    this.#hidden = new Set(
      moveKeys(
        [...this.#hidden].map((column) => [column, true] as const),
        place,
      ).keys(),
    );
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
