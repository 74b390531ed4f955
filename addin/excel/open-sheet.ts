import { type BoundColumns, bindingHolds } from '../../desk/bound-columns.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import { areaAddress } from './a1-address.ts';
import { toCellValue } from './excel-values.ts';

/** What a sheet was bound as. */
export interface Binding {
  readonly sheetId: string;
  readonly columns: BoundColumns;
}

/** A sheet as one request finds it. */
export interface OpenSheet {
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** 1-based last row and number of columns in use, counted from A1; 0 for an empty sheet. */
  readonly lastRow: number;
  readonly width: number;
}

/**
 * Finds out in one request what a step has to know before it reads cells. Whatever was asked to be loaded before comes along.
 * @throws {SheetError} `sheet-gone`
 */
export async function openSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<OpenSheet> {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  sheet.protection.load('protected');
  await context.sync();
  if (sheet.isNullObject) throw new SheetError('sheet-gone');
  return {
    sheet,
    isProtected: sheet.protection.protected,
    lastRow: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    width: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
  };
}

/**
 * The bound sheet, once its header row still reads as it did.
 * @throws {SheetError} `sheet-gone`, or `not-bound` when a column or the header was moved
 */
export async function openBound(context: Excel.RequestContext, { sheetId, columns }: Binding): Promise<OpenSheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  const header = loadHeader(sheet, columns.match.headerRow, Math.max(...columns.headers.keys()) + 1);
  const open = await openSheet(context, sheet);
  if (!bindingHolds(columns, headerCells(header))) throw new SheetError('not-bound');
  return open;
}

/** Asks for the header row from column A; readable after the next sync. */
export function loadHeader(sheet: Excel.Worksheet, row: number, width: number): Excel.Range {
  const range = sheet.getRange(areaAddress(row, row, 0, Math.max(1, width) - 1)).untrack();
  range.load('values');
  return range;
}

export function headerCells(header: Excel.Range): readonly CellValue[] {
  return (header.values[0] ?? []).map((value) => toCellValue(value, false, undefined));
}
