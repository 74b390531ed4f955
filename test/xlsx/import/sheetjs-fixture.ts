import { type BookType, type CellObject, utils, type WorkBook, write } from '@e965/xlsx';

export type FixtureCell = string | number | boolean | { readonly day: number } | { readonly error: number } | null;

/** A date format that every spreadsheet program has. */
const DAY = 'dd/mm/yyyy';

function cellObject(value: Exclude<FixtureCell, null>): CellObject {
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  return 'day' in value ? { t: 'n', v: value.day, z: DAY } : { t: 'e', v: value.error };
}

/** One sheet, `DS`, of these cells. */
export function bookOf(table: readonly (readonly FixtureCell[])[], more: Partial<WorkBook> = {}): WorkBook {
  const sheet = utils.aoa_to_sheet(table.map((row) => row.map((cell) => (cell === null ? null : cellObject(cell)))));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'DS');
  return { ...book, ...more };
}

export function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType, cellDates: false }));
}
