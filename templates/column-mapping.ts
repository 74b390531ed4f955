import { isScoreField } from '../rules/score-field.ts';
import { joinedHeaderNames } from './header-labels.ts';
import { type ColumnId, isWritten, type Layout, type LayoutColumn, RESULT_COLUMNS } from './layout.ts';
import { fieldColumns, type SheetMatch } from './sheet-match.ts';

/** A column of the sheet: 0-based, with its header as `headerName` writes it; '' for a part without one. */
export interface SheetColumn {
  readonly column: number;
  readonly header: string;
}

/** A field with the columns it lies in: mostly one, of a split name or date several. */
export interface MappedField {
  readonly field: LayoutColumn;
  readonly columns: readonly SheetColumn[];
  /** The headers of its columns as one text. */
  readonly header: string;
}

/** A column that is none of the template's: it stays in the file and is never sent. */
export interface KeptColumn extends SheetColumn {
  readonly why: 'unknown' | 'duplicate' | 'secret';
}

/** Which column is what, for people: what the matcher understood, laid open. */
export interface ColumnMapping {
  /** In the sheet's order, without our own result columns. */
  readonly mapped: readonly MappedField[];
  readonly kept: readonly KeptColumn[];
  /** Columns of the template that the sheet lacks and that may matter, the mandatory ones first. */
  readonly missing: readonly LayoutColumn[];
}

const KEPT = {
  'sheet.column-unknown': 'unknown',
  'sheet.column-duplicate': 'duplicate',
  'sheet.secret-column': 'secret',
} as const;
const NEVER_MISSED: readonly ColumnId[] = ['ordinal', 'note', ...RESULT_COLUMNS];

export function columnMapping(layout: Layout, match: SheetMatch): ColumnMapping {
  const at = (column: number): SheetColumn => ({ column, header: match.headers.get(column) ?? '' });
  const columnsOf = new Map<ColumnId, SheetColumn[]>();
  for (const [id, column] of fieldColumns(match)) columnsOf.set(id, [...(columnsOf.get(id) ?? []), at(column)]);
  const results: readonly ColumnId[] = RESULT_COLUMNS;
  const mapped = layout.columns.flatMap((field) => {
    const columns = results.includes(field.id) ? undefined : columnsOf.get(field.id);
    if (!columns) return [];
    const headers = columns.map((column) => column.header).filter((header) => header !== '');
    return [{ field, columns, header: joinedHeaderNames(headers) }];
  });
  // Which subjects a school teaches is its own affair: a column of scores is never missed.
  const missing = layout.columns
    .filter((column) => isWritten(column))
    .filter(
      ({ id, replaceableBy = [] }) =>
        !isScoreField(id) &&
        !NEVER_MISSED.includes(id) &&
        ![id, ...replaceableBy].some((candidate) => columnsOf.has(candidate)),
    );
  const kept = match.problems.flatMap(({ code, column }) =>
    column !== null && code in KEPT ? [{ ...at(column), why: KEPT[code as keyof typeof KEPT] }] : [],
  );
  return {
    mapped: mapped.sort((a, b) => a.columns[0]!.column - b.columns[0]!.column),
    kept,
    missing: missing.sort((a, b) => Number(b.presence === 'mandatory') - Number(a.presence === 'mandatory')),
  };
}
