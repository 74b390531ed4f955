import type { MemorySheet } from '../desk/memory-sheet.ts';
import { cellText } from '../rules/cell.ts';

/** Blank rows offered under the last one, so that a clerk can go on typing. */
export const SPARE_ROWS = 30;

/** A row as the grid library reads it: `rowNumber`, and the shown text of each column under its 0-based number. */
export interface GridRow {
  /** 1-based, as in Excel. */
  readonly rowNumber: number;
  readonly [column: number]: string;
}

/**
 * One light object a row whose cells are read from the sheet only when drawn or copied: 20,000 rows cost no copy of their
 * texts, and a program's write shows without any transfer. The first row of `without` (the pinned header) is left out.
 */
export function gridRows(sheet: MemorySheet, without: number | null): GridRow[] {
  const Row = rowClass(sheet);
  const rows: GridRow[] = [];
  for (let rowNumber = 1; rowNumber <= sheet.rowCount + SPARE_ROWS; rowNumber++) {
    if (rowNumber !== without) rows.push(new Row(rowNumber));
  }
  return rows;
}

export function gridRow(sheet: MemorySheet, rowNumber: number): GridRow {
  return new (rowClass(sheet))(rowNumber);
}

/** Place of a sheet row among the scrolling rows. */
export function placeOfRow(rowNumber: number, without: number | null): number {
  return without !== null && rowNumber > without ? rowNumber - 2 : rowNumber - 1;
}

/** The sheet row at a place among the scrolling rows. */
export function rowAtPlace(place: number, without: number | null): number {
  return without !== null && place + 1 >= without ? place + 2 : place + 1;
}

function rowClass(sheet: MemorySheet): new (rowNumber: number) => GridRow {
  class Row {
    readonly rowNumber: number;
    constructor(rowNumber: number) {
      this.rowNumber = rowNumber;
    }
  }
  for (let column = 0; column < sheet.columnCount; column++) {
    Object.defineProperty(Row.prototype, column, {
      get(this: Row) {
        return cellText(sheet.read(this.rowNumber, column));
      },
      // The library writes what it believes was typed; the sheet itself is the truth and is edited apart.
      set() {},
    });
  }
  return Row as unknown as new (
    rowNumber: number,
  ) => GridRow;
}
