import type { BoundColumns } from '../desk/bound-columns.ts';
import type { MemorySheetData } from '../desk/memory-sheet.ts';
import type { MemoryWorkbookData } from '../desk/memory-workbook.ts';
import type { CellValue } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { isMarkFormula } from '../templates/mark-looks.ts';
import { markFormatParts } from './mark-format-parts.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import type { FormatsToAdd } from './save-workbook.ts';
import type { StyleBook } from './sheet-xml/style-book.ts';

/** A sheet with the columns that mean something in it. */
export interface BoundSheet {
  readonly sheetName: string;
  readonly columns: BoundColumns;
}

/** Rows beyond the last that get mark formats, so that a list can still grow. */
const SPARE_ROWS = 500;

/** What of a workbook is the person's: our columns as they were before, or not there at all, and no journal of ours. */
export function withoutAnnotations(
  after: MemoryWorkbookData,
  before: ReadWorkbook,
  bindings: readonly BoundSheet[],
): MemoryWorkbookData {
  const sheets = after.sheets.map((sheet) => {
    const old = before.sheets.find(({ name }) => name === sheet.name);
    const bound = bindings.find(({ sheetName }) => sheetName === sheet.name);
    return old && bound ? withOldColumns(sheet, old, ownColumns(bound.columns)) : sheet;
  });
  return { ...after, sheets, journal: before.journal };
}

/** The mark formats of the sheets; those that have theirs keep them. */
export function markFormats(after: MemoryWorkbookData, bindings: readonly BoundSheet[]): FormatsToAdd {
  return new Map(
    bindings.map(({ sheetName, columns }) => {
      const rows = after.sheets.find(({ name }) => name === sheetName)?.cells.length ?? 0;
      const marks = columnLetters(columns.marksColumn);
      const formats = (styles: StyleBook) => ({
        isThere: (formula: string) => isMarkFormula(formula, marks),
        make: () => markFormatParts(columns, rows + SPARE_ROWS, styles),
      });
      return [sheetName, formats] as const;
    }),
  );
}

/** The workbook with the two columns hidden that serve only us, whatever another program made of them. */
export function withHiddenColumns(data: MemoryWorkbookData, bindings: readonly BoundSheet[]): MemoryWorkbookData {
  const sheets = data.sheets.map((sheet) => {
    const bound = bindings.find(({ sheetName }) => sheetName === sheet.name);
    if (!bound) return sheet;
    const { rowIdColumn, marksColumn } = bound.columns;
    return { ...sheet, hiddenColumns: [...new Set([...(sheet.hiddenColumns ?? []), rowIdColumn, marksColumn])] };
  });
  return { ...data, sheets };
}

/** The columns that binding made: their header was blank before. */
export function madeColumns(before: ReadWorkbook, { sheetName, columns }: BoundSheet): ReadonlySet<number> {
  const header = before.sheets.find(({ name }) => name === sheetName)?.cells[columns.match.headerRow - 1];
  return new Set([...ownColumns(columns)].filter((column) => isBlank(header?.[column])));
}

function ownColumns({ results, rowIdColumn, marksColumn }: BoundColumns): ReadonlySet<number> {
  return new Set([...results.values(), rowIdColumn, marksColumn]);
}

function withOldColumns(sheet: MemorySheetData, old: MemorySheetData, own: ReadonlySet<number>): MemorySheetData {
  const rows = Math.max(sheet.cells.length, old.cells.length);
  return {
    ...sheet,
    cells: Array.from({ length: rows }, (_, row) => mixedLine(sheet.cells[row] ?? [], old.cells[row] ?? [], own)),
    numberFormats: mixed(sheet.numberFormats, old.numberFormats, own),
    formulas: mixed(sheet.formulas, old.formulas, own),
    hiddenColumns: (sheet.hiddenColumns ?? []).filter((column) => !own.has(column)),
  };
}

/** The cells of `line`, but in our own columns those of `old`; `old` itself where that is what it comes to. */
function mixedLine(
  line: readonly CellValue[],
  old: readonly CellValue[],
  own: ReadonlySet<number>,
): readonly CellValue[] {
  if (line === old) return old;
  const made = line.map((value, column) => (own.has(column) ? (old[column] ?? null) : value));
  for (const column of own) {
    if (column < made.length || old[column] === undefined) continue;
    while (made.length < column) made.push(null);
    made[column] = old[column];
  }
  return made;
}

function mixed(
  held: MemorySheetData['formulas'],
  old: MemorySheetData['formulas'],
  own: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  if (held && old && isSame(held, old)) return old;
  const rows = new Set([...(held?.keys() ?? []), ...(old?.keys() ?? [])]);
  return new Map(
    [...rows].map((row) => {
      const [now, before] = [held?.get(row), old?.get(row)];
      if (now !== undefined && now === before) return [row, now] as const;
      const kept = [...(now ?? [])].filter(([column]) => !own.has(column));
      const restored = [...(before ?? [])].filter(([column]) => own.has(column));
      return [row, new Map([...kept, ...restored])] as const;
    }),
  );
}

/** The same of every row: in most sheets nobody touched a format or a formula. */
function isSame<V>(held: ReadonlyMap<number, V>, old: ReadonlyMap<number, V>): boolean {
  if (held.size !== old.size) return false;
  for (const [row, cells] of held) if (old.get(row) !== cells) return false;
  return true;
}
