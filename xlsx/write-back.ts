import type { Cell, Workbook, Worksheet } from 'exceljs';
import { GENERAL_FORMAT } from '../desk/cell-format.ts';
import type { MemorySheetData } from '../desk/memory-sheet.ts';
import type { MemoryWorkbookData } from '../desk/memory-workbook.ts';
import { type CellValue, sameCell } from '../rules/cell.ts';
import { writtenValue } from './cell-conversion.ts';
import { appendJournalRows } from './identity-sheet.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { fitRowHeight } from './row-height.ts';

/** Writes into a loaded workbook what differs from it: cells, their formats, columns that became hidden, journal lines. */
export function writeBack(workbook: Workbook, before: ReadWorkbook, after: MemoryWorkbookData): void {
  for (const data of after.sheets) {
    const sheet = workbook.getWorksheet(data.name);
    const held = before.sheets.find((candidate) => candidate.name === data.name);
    if (sheet && held) writeSheet(sheet, held, data);
  }
  if (after.identity !== null || after.journal.length > 0) {
    appendJournalRows(workbook, after.journal, before.journal.length);
  }
}

function writeSheet(sheet: Worksheet, before: MemorySheetData, after: MemorySheetData): void {
  const hidden = new Set(before.hiddenColumns);
  for (const column of after.hiddenColumns ?? []) {
    if (!hidden.has(column)) sheet.getColumn(column + 1).hidden = true;
  }
  const rows = Math.max(before.cells.length, after.cells.length);
  const width = Math.max(0, ...before.cells.map((line) => line.length), ...after.cells.map((line) => line.length));
  const widths = Array.from({ length: width }, (_, column) => sheet.getColumn(column + 1).width ?? 9);
  for (let row = 1; row <= rows; row++) {
    let changed = false;
    for (let column = 0; column < width; column++) {
      if (writeCell(sheet, row, column, cellOf(before, row, column), cellOf(after, row, column))) changed = true;
    }
    if (changed) fitRowHeight(sheet.getRow(row), widths);
  }
}

interface CellState {
  readonly value: CellValue;
  readonly format: string;
  readonly formula: string | undefined;
}

function cellOf(sheet: MemorySheetData, row: number, column: number): CellState {
  return {
    value: sheet.cells[row - 1]?.[column] ?? null,
    format: sheet.numberFormats?.get(row)?.get(column) ?? sheet.columnFormats?.get(column) ?? GENERAL_FORMAT,
    formula: sheet.formulas?.get(row)?.get(column),
  };
}

function writeCell(sheet: Worksheet, row: number, column: number, before: CellState, after: CellState): boolean {
  const sameValue = sameCell(before.value, after.value) && before.formula === after.formula;
  const sameFormat = before.format === after.format;
  if (sameValue && sameFormat) return false;
  const cell = sheet.getCell(row, column + 1);
  if (!sameValue) {
    freeFromMerge(sheet, cell);
    const value = writtenValue(after.value);
    cell.value =
      after.formula === undefined
        ? value
        : { formula: after.formula.slice(1), result: value as number | string | undefined, date1904: false };
  }
  // Cells of one style share one object: a change in place would reach all of them.
  if (!sameFormat) cell.style = { ...cell.style, numFmt: after.format };
  return true;
}

/** exceljs sends what is written into a covered cell to the cell that covers it: somebody else's value would be lost. */
function freeFromMerge(sheet: Worksheet, cell: Cell): void {
  if (cell.isMerged && cell.master.address !== cell.address) sheet.unMergeCells(cell.address);
}
