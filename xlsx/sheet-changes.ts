import { GENERAL_FORMAT } from '../desk/cell-format.ts';
import type { MemorySheetData } from '../desk/memory-sheet.ts';
import { type CellValue, cellText, sameCell } from '../rules/cell.ts';
import { LINE_HEIGHT, LOST_TO_MARK, wrappedLines } from './row-height.ts';
import type { ColumnLook } from './sheet-xml/column-looks.ts';
import type { CellPatch, SheetPatch } from './sheet-xml/sheet-patch.ts';

const NO_CELLS: readonly CellValue[] = [];
const NO_CHANGES: ReadonlyMap<number, CellPatch> = new Map();
const NO_FORMATS: ReadonlyMap<number, string> = new Map();

interface CellState {
  readonly value: CellValue;
  readonly format: string;
  readonly formula: string | undefined;
}

/** What makes one sheet into the other, place by place. */
export function sheetChanges(before: MemorySheetData, after: MemorySheetData): SheetPatch {
  const cells = new Map<number, ReadonlyMap<number, CellPatch>>();
  const rows = Math.max(before.cells.length, after.cells.length, lastRow(before.formulas), lastRow(after.formulas));
  const alike = sameLooks(before, after);
  for (let row = 1; row <= rows; row++) {
    const line = changedCells(before, after, row, alike);
    if (line.size > 0) cells.set(row, line);
  }
  const hidden = new Set(before.hiddenColumns);
  const hide = new Set((after.hiddenColumns ?? []).filter((column) => !hidden.has(column)));
  return { cells, hide, heights: new Map() };
}

export function isUnchanged(patch: SheetPatch): boolean {
  return patch.cells.size === 0 && patch.hide.size === 0;
}

function changedCells(
  before: MemorySheetData,
  after: MemorySheetData,
  row: number,
  columnsAlike: boolean,
): ReadonlyMap<number, CellPatch> {
  const oldCells = before.cells[row - 1] ?? NO_CELLS;
  const newCells = after.cells[row - 1] ?? NO_CELLS;
  const alike =
    columnsAlike &&
    sameRow(before.numberFormats, after.numberFormats, row) &&
    sameRow(before.formulas, after.formulas, row);
  // Rows that nothing happened to share everything with what they were.
  if (alike && oldCells === newCells) return NO_CHANGES;
  const line = new Map<number, CellPatch>();
  const beside = [before.numberFormats, after.numberFormats, before.formulas, after.formulas];
  const further = alike ? [] : beside.flatMap((held) => [...(held?.get(row)?.keys() ?? [])]);
  const width = Math.max(oldCells.length, newCells.length);
  const end = further.reduce((widest, column) => Math.max(widest, column + 1), width);
  for (let column = 0; column < end; column++) {
    if (alike && sameCell(oldCells[column], newCells[column])) continue;
    const old = cellOf(before, row, column);
    const now = cellOf(after, row, column);
    const keepValue = sameCell(old.value, now.value) && old.formula === now.formula;
    if (keepValue && old.format === now.format) continue;
    line.set(column, {
      value: now.value,
      keepValue,
      ...(now.formula === undefined ? {} : { formula: now.formula }),
      ...(old.format === now.format ? {} : { format: now.format }),
    });
  }
  return line;
}

type Beside = MemorySheetData['formulas'];

function sameRow(before: Beside, after: Beside, row: number): boolean {
  return before === after || before?.get(row) === after?.get(row);
}

/** Whether whole columns are formatted as they were. */
function sameLooks({ columnFormats: before = NO_FORMATS }: MemorySheetData, after: MemorySheetData): boolean {
  const { columnFormats: now = NO_FORMATS } = after;
  if (before === now) return true;
  return before.size === now.size && [...before].every(([column, format]) => now.get(column) === format);
}

/** Rows that must grow for what is written into wrapped columns: a reason cut off in mid-sentence helps nobody. */
export function withHeights(patch: SheetPatch, after: MemorySheetData, looks: readonly ColumnLook[]): SheetPatch {
  const heights = new Map<number, number>();
  for (const [row, line] of patch.cells) {
    if (![...line].some(([column, { keepValue }]) => !keepValue && looks[column]?.wrapped)) continue;
    let lines = 1;
    after.cells[row - 1]?.forEach((value, column) => {
      const look = looks[column];
      if (look?.wrapped) lines = Math.max(lines, wrappedLines(cellText(value), look.width - LOST_TO_MARK));
    });
    if (lines > 1) heights.set(row, lines * LINE_HEIGHT);
  }
  return { ...patch, heights };
}

function cellOf(sheet: MemorySheetData, row: number, column: number): CellState {
  return {
    value: sheet.cells[row - 1]?.[column] ?? null,
    format: sheet.numberFormats?.get(row)?.get(column) ?? sheet.columnFormats?.get(column) ?? GENERAL_FORMAT,
    formula: sheet.formulas?.get(row)?.get(column),
  };
}

function lastRow(held: ReadonlyMap<number, unknown> | undefined): number {
  let last = 0;
  for (const row of held?.keys() ?? []) last = Math.max(last, row);
  return last;
}
