import { isDataRow, planBinding, readSheetRow } from '../desk/bound-columns.ts';
import type { CellWrite } from '../desk/plan-patch.ts';
import { carriedRowMarks } from '../desk/row-marks.ts';
import { SheetError } from '../desk/sheet-error.ts';
import type { SheetRow } from '../desk/sheet-port.ts';
import { type CellValue, cellText } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import type { FieldId } from '../rules/field.ts';
import { usualClassName } from '../rules/fields/read-class.ts';
import { headerKey } from '../rules/text/header-key.ts';
import { columnMapping, type SheetColumn } from '../templates/column-mapping.ts';
import { columnTitle, isWritten, type Layout } from '../templates/layout.ts';
import { matchHeader } from '../templates/match-header.ts';
import { fieldColumns, type SheetMatch } from '../templates/sheet-match.ts';
import { openFileSheet } from './file-sheet-port.ts';
import type { Codec } from './package/codec.ts';
import { WorkbookPress } from './press/workbook-press.ts';
import { type ReadSheet, readWorkbook } from './read-workbook.ts';
import { roomFor } from './write-template-workbook.ts';

/** A column of the old workbook and where its cells are now. Columns are 0-based. */
export interface CarriedColumn {
  readonly header: string;
  readonly from: number;
  readonly to: number;
}

/** What became of a workbook's columns and rows in the new layout. */
export interface Migration {
  readonly version: { readonly from: number; readonly to: number };
  readonly rows: number;
  /** Columns whose title is another now. */
  readonly renamed: readonly (CarriedColumn & { readonly now: string })[];
  /** Columns that stand elsewhere under the same title. */
  readonly moved: readonly CarriedColumn[];
  /** Titles of columns that the old layout had not. */
  readonly added: readonly string[];
  /** The school's own columns, at the right end now. */
  readonly leftOver: readonly CarriedColumn[];
  /** Columns of passwords: never carried. */
  readonly secret: readonly string[];
  /** Excel rows below the header that hold nobody (sums, signatures) and stay behind. */
  readonly leftBehind: readonly number[];
}

/**
 * Carries the rows of an older copy of our template into the layout of today: printed anew, with row ids, results, confirmations
 * and journal; columns of the school's own stand at the right end. Fills, comments and formulas of the person's own stay behind,
 * and the signature, which speaks of the old copy.
 * @throws SheetError `unreadable`, or `refused` with `not-ours`, `not-outdated` or `no-header-found`
 */
export async function migrateWorkbook(
  bytes: Uint8Array,
  layouts: readonly Layout[],
  codec?: Codec,
): Promise<{ readonly bytes: Uint8Array; readonly migration: Migration }> {
  const { sheets, identity, journal } = await readWorkbook(bytes, codec);
  const layout = layouts.find(({ id }) => id === identity?.template);
  if (!identity || !layout) throw new SheetError('refused', 'not-ours');
  if (identity.version >= layout.version) throw new SheetError('refused', 'not-outdated');
  const old = findOld(sheets, layout);
  if (!old) throw new SheetError('refused', 'no-header-found');
  const { rows, kept } = old;

  const { signature: _, ...issued } = identity;
  const optionalColumns = layout.columns.flatMap(({ id, presence }) =>
    presence === 'optional' && old.match.columns.has(id) ? [id as FieldId] : [],
  );
  const press = await WorkbookPress.make({ layout, capacity: roomFor(rows.length), optionalColumns }, codec);
  const printed = press.print({
    identity: { ...issued, version: layout.version },
    unitHeading: cellText(old.sheet.cells[0]?.[0]),
    classes: [...new Set(rows.map(({ values }) => usualClassName(cellText(values.className))))].filter(Boolean).sort(),
    rows: rows.map(({ rowId, values, results, marks }) => ({
      rowId,
      values,
      results,
      marks: carriedRowMarks(layout, marks),
    })),
  });

  const port = await openFileSheet(printed, layout.sheetName, codec);
  const { memory } = port.file;
  for (const line of journal) memory.appendJournal(line);
  const match = getMatch(memory.activeSheet.toData().cells, layout);
  const width = memory.activeSheet.columnCount;
  const leftOver = kept.map(({ column, header }, index) => ({ header, from: column, to: width + index }));
  memory.activeSheet.write([...typedValues(match, rows), ...ownCells(match, old, leftOver)]);
  const saved = await port.file.toBytes();
  const version = { from: identity.version, to: layout.version };
  return { bytes: saved, migration: { version, rows: rows.length, ...changes(layout, old, match), leftOver } };
}

interface OldSheet {
  readonly sheet: ReadSheet;
  readonly match: SheetMatch;
  readonly rows: readonly SheetRow[];
  /** Columns that the new layout has no place for. */
  readonly kept: readonly SheetColumn[];
  readonly secret: readonly string[];
  readonly leftBehind: readonly number[];
}

function findOld(sheets: readonly ReadSheet[], layout: Layout): OldSheet | undefined {
  for (const sheet of sheets) {
    const match = sheet.hidden ? undefined : matchHeader(sheet.cells, { layouts: [layout] });
    if (!match) continue;
    const { columns } = planBinding(layout, match, sheet.cells[match.headerRow - 1] ?? [], 0);
    const rows: SheetRow[] = [];
    const leftBehind: number[] = [];
    for (let line = match.firstDataRow - 1; line < sheet.cells.length; line++) {
      const cells = sheet.cells[line] ?? [];
      if (isDataRow(columns, cells)) rows.push(readSheetRow(columns, line + 1, cells));
      else if (!cells.every(isBlank)) leftBehind.push(line + 1);
    }
    const mapping = columnMapping(layout, match);
    const unplaced = mapping.mapped.filter(({ field }) => field.presence === 'elsewhere');
    const own = [...mapping.kept.filter(({ why }) => why !== 'secret'), ...unplaced.flatMap(({ columns: all }) => all)];
    const secret = mapping.kept.filter(({ why }) => why === 'secret').map(({ header }) => header);
    return { sheet, match, rows, kept: own.sort((a, b) => a.column - b.column), secret, leftBehind };
  }
  return undefined;
}

/** The press writes texts; a number that lost its zeros, or an error, is told by being none. */
function typedValues(match: SheetMatch, rows: readonly SheetRow[]): CellWrite[] {
  return rows.flatMap(({ values }, down) =>
    fieldColumns(match).flatMap(([id, column]) => {
      const value: CellValue = values[id as FieldId] ?? null;
      const isText =
        value === null || typeof value === 'string' || (typeof value === 'object' && value.kind === 'date');
      return isText ? [] : [{ row: match.firstDataRow + down, column, value }];
    }),
  );
}

function ownCells(match: SheetMatch, old: OldSheet, leftOver: readonly CarriedColumn[]): CellWrite[] {
  return leftOver.flatMap(({ header, from, to }) => [
    { row: match.headerRow, column: to, value: header },
    ...old.rows.flatMap(({ rowNumber }, down) => {
      const value = old.sheet.cells[rowNumber - 1]?.[from] ?? null;
      return isBlank(value) ? [] : [{ row: match.firstDataRow + down, column: to, value }];
    }),
  ]);
}

function changes(
  layout: Layout,
  { match: before, secret, leftBehind }: OldSheet,
  match: SheetMatch,
): Omit<Migration, 'version' | 'rows' | 'leftOver'> {
  const renamed: (CarriedColumn & { readonly now: string })[] = [];
  const moved: CarriedColumn[] = [];
  const added: string[] = [];
  for (const column of layout.columns) {
    const to = match.columns.get(column.id);
    if (to === undefined || !isWritten(column, new Set([column.id]))) continue;
    const from = before.columns.get(column.id);
    const now = columnTitle(column);
    if (from === undefined) {
      added.push(now);
      continue;
    }
    const header = before.headers.get(from) ?? '';
    if (headerKey(header) !== headerKey(match.headers.get(to) ?? '')) renamed.push({ header, now, from, to });
    else if (from !== to) moved.push({ header, from, to });
  }
  return { renamed, moved, added, secret, leftBehind };
}

function getMatch(cells: readonly (readonly CellValue[])[], layout: Layout): SheetMatch {
  const match = matchHeader(cells, { layouts: [layout] });
  if (!match) throw new RangeError(`the ${layout.id} layout does not recognise its own workbook`);
  return match;
}
