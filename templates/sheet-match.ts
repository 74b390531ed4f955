import type { RecordKind } from '../rules/record.ts';
import type { ColumnId } from './layout.ts';

/** What the header matcher found in a sheet. Column indexes and row numbers are those of Excel: row 1 is the first, column 0 is A. */
export interface SheetMatch {
  readonly template: RecordKind;
  /** 1-based row of the (last) header row. */
  readonly headerRow: number;
  /** 1-based row of the first data row (a row of column numbers under the header is skipped). */
  readonly firstDataRow: number;
  /** 0-based column of each field that was recognised. */
  readonly columns: ReadonlyMap<ColumnId, number>;
  /** 0-based columns of the hidden row-id and marks columns, when present. */
  readonly rowIdColumn: number | null;
  readonly marksColumn: number | null;
  /** Findings about the header: missing, doubled, unknown, secret columns. `row` is null in all of them. */
  readonly problems: readonly HeaderProblem[];
}

export interface HeaderProblem {
  readonly code:
    | 'sheet.column-missing'
    | 'sheet.column-duplicate'
    | 'sheet.column-unknown'
    | 'sheet.secret-column'
    | 'sheet.header-repeated';
  /** 0-based column, or null for a missing one. */
  readonly column: number | null;
  readonly field: ColumnId | null;
  readonly header: string;
  /** 1-based rows of a header that stands again further down. */
  readonly rows?: readonly number[];
}

/** Headers of the two hidden columns. */
export const ROW_ID_HEADER = '_sosach_dong';
export const MARKS_HEADER = '_sosach_dau';
