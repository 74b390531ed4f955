import type { RecordKind } from '../rules/record.ts';
import type { FieldPart, SplitField } from './field-parts.ts';
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
  /** The columns of each field that lies in several; `columns` has the first of them. */
  readonly parts: ReadonlyMap<SplitField, readonly FieldPart[]>;
  /** The header of every column that has one, with the groups above it, as `headerName` writes it. */
  readonly headers: ReadonlyMap<number, string>;
  /** First calendar year of the school year that the title names. Absent: it names none. */
  readonly schoolYear?: number;
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
    | 'sheet.header-repeated'
    | 'sheet.section-rows';
  /** 0-based column, or null for a missing one. */
  readonly column: number | null;
  readonly field: ColumnId | null;
  readonly header: string;
  /** 1-based rows that hold nobody; `header` names the first few of them. */
  readonly rows?: readonly number[];
}

/** Every recognised column with what it holds, parts one by one. */
export function fieldColumns({
  columns,
  parts,
}: Pick<SheetMatch, 'columns' | 'parts'>): readonly (readonly [ColumnId, number])[] {
  return [...columns].flatMap(([id, column]) =>
    (parts.get(id as SplitField) ?? [{ column }]).map((part) => [id, part.column] as const),
  );
}

/** Headers of the two hidden columns. */
export const ROW_ID_HEADER = '_sosach_dong';
export const MARKS_HEADER = '_sosach_dau';
