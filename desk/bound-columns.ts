import { type CellValue, cellText } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import type { FieldId } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import { type ColumnId, type Layout, RESULT_COLUMNS, type ResultColumn } from '../templates/layout.ts';
import { isRepeatedHeader } from '../templates/repeated-header.ts';
import { isSectionRow } from '../templates/section-row.ts';
import { fieldColumns, MARKS_HEADER, ROW_ID_HEADER, type SheetMatch } from '../templates/sheet-match.ts';
import { composeParts } from './field-parts.ts';
import type { SheetRow } from './sheet-port.ts';

/** Which column means what, fixed when the sheet was bound. Rows are 1-based, columns 0-based. */
export interface BoundColumns {
  readonly layout: Layout;
  readonly match: SheetMatch;
  readonly fields: ReadonlyMap<FieldId, number>;
  /** The columns of each field that lies in several; `fields` has the first of them. */
  readonly parts: SheetMatch['parts'];
  /** Every column that holds a field or a part of one, with that field. */
  readonly fieldColumns: readonly (readonly [FieldId, number])[];
  readonly results: ReadonlyMap<ResultColumn, number>;
  readonly rowIdColumn: number;
  readonly marksColumn: number;
  /** The header text of every column above, as it read when bound. */
  readonly headers: ReadonlyMap<number, string>;
  /** A row of these fields that holds nothing: rows made from it are all of one shape. */
  readonly blank: RawRow;
}

/** A column that binding has to make. */
export interface AbsentColumn {
  readonly column: number;
  readonly header: string;
  readonly hidden: boolean;
}

/**
 * Fixes the columns of a matched sheet. Columns that are absent are planned right of everything that is used, so that
 * nobody's column moves; the hidden two are looked for by their header even when the match is older than they are.
 * @param headerCells the header row, from column A
 * @param width columns of the used range
 */
export function planBinding(
  layout: Layout,
  match: SheetMatch,
  headerCells: readonly CellValue[],
  width: number,
): { readonly columns: BoundColumns; readonly absent: readonly AbsentColumn[] } {
  const absent: AbsentColumn[] = [];
  const place = (known: number | null | undefined, header: string, hidden: boolean): number => {
    const standing = known ?? headerCells.findIndex((cell) => cellText(cell) === header);
    if (standing >= 0) return standing;
    const column = Math.max(width, headerCells.length) + absent.length;
    absent.push({ column, header, hidden });
    return column;
  };
  const results = new Map<ResultColumn, number>();
  for (const id of RESULT_COLUMNS) {
    const column = layout.columns.find((candidate) => candidate.id === id);
    if (column) results.set(id, place(match.columns.get(id), column.header, false));
  }
  const rowIdColumn = place(match.rowIdColumn, ROW_ID_HEADER, true);
  const marksColumn = place(match.marksColumn, MARKS_HEADER, true);
  const fields = new Map<FieldId, number>();
  for (const [id, column] of match.columns) if (!isResultColumn(id)) fields.set(id, column);

  const lying = fieldColumns(match).filter((entry): entry is readonly [FieldId, number] => !isResultColumn(entry[0]));

  const made = new Map(absent.map(({ column, header }) => [column, header]));
  const bound = [...lying.map(([, column]) => column), ...results.values(), rowIdColumn, marksColumn];
  const headers = new Map(bound.map((column) => [column, made.get(column) ?? cellText(headerCells[column])]));
  const columns = {
    layout,
    match,
    fields,
    parts: match.parts,
    fieldColumns: lying,
    results,
    rowIdColumn,
    marksColumn,
    headers,
    blank: Object.fromEntries([...fields.keys()].map((field) => [field, null])) as RawRow,
  };
  return { columns, absent };
}

/** The 0-based column of a field (of several the first) or result; undefined when the sheet has none. */
export function findColumn(columns: BoundColumns, id: ColumnId): number | undefined {
  return isResultColumn(id) ? columns.results.get(id) : columns.fields.get(id);
}

/** Whether the header row still reads as it did when bound. If not, a column or the header was moved. */
export function bindingHolds(columns: BoundColumns, headerCells: readonly CellValue[]): boolean {
  for (const [column, header] of columns.headers) if (cellText(headerCells[column]) !== header) return false;
  return true;
}

/**
 * Whether a row below the header holds somebody: not wholly blank in the field columns, no header repeated for print, and no
 * title of a class or line of signatures.
 */
export function isDataRow(columns: BoundColumns, cells: readonly CellValue[]): boolean {
  const { fieldColumns, layout, match } = columns;
  return isFilledRow(columns, cells) && !isRepeatedHeader(layout, match, cells) && !isSectionRow(fieldColumns, cells);
}

/** Not wholly blank in the field columns. */
export function isFilledRow({ fieldColumns }: BoundColumns, cells: readonly CellValue[]): boolean {
  for (const field of fieldColumns) if (!isBlank(cells[field[1]])) return true;
  return false;
}

/** Most rows have no results: they share this, for a hundred thousand rows are held at once. */
const NO_RESULTS: SheetRow['results'] = { verdict: '', reason: '', nextStep: '' };

/** A row of the grid as the desk sees it. */
export function readSheetRow(columns: BoundColumns, rowNumber: number, cells: readonly CellValue[]): SheetRow {
  const values: { [F in FieldId]?: CellValue } = { ...columns.blank };
  // Not taken apart: every row is read, and pairs that are taken apart cost twice as much.
  for (const field of columns.fieldColumns) values[field[0]] = cells[field[1]] ?? null;
  for (const [field, parts] of columns.parts) values[field] = composeParts(field, parts, cells);
  const text = (column: number | undefined) => (column === undefined ? '' : cellText(cells[column]));
  const verdict = text(columns.results.get('verdict'));
  const reason = text(columns.results.get('reason'));
  const nextStep = text(columns.results.get('nextStep'));
  return {
    rowId: text(columns.rowIdColumn),
    rowNumber,
    values: values as RawRow,
    results: verdict === '' && reason === '' && nextStep === '' ? NO_RESULTS : { verdict, reason, nextStep },
    marks: text(columns.marksColumn),
  };
}

function isResultColumn(id: ColumnId): id is ResultColumn {
  return (RESULT_COLUMNS as readonly string[]).includes(id);
}

/** Ids of the data rows that lie in any of these areas (1-based rows, inclusive), top down. */
export function rowIdsWithin(
  columns: BoundColumns,
  rows: Iterable<{ readonly rowNumber: number; readonly cells: readonly CellValue[] }>,
  areas: readonly { readonly firstRow: number; readonly lastRow: number }[],
): readonly string[] {
  const ids: string[] = [];
  for (const { rowNumber, cells } of rows) {
    const rowId = cellText(cells[columns.rowIdColumn]);
    const isWithin = areas.some(({ firstRow, lastRow }) => firstRow <= rowNumber && rowNumber <= lastRow);
    if (rowId !== '' && isWithin) ids.push(rowId);
  }
  return ids;
}
