import type { Cell, CellValue as ExceljsValue } from 'exceljs';
import type { CellValue } from '../rules/cell.ts';

/** A cell's value in our terms. A cell covered by a merged area holds nothing of its own. */
export function readCell(cell: Cell): CellValue {
  if (cell.isMerged && cell.master.address !== cell.address) return null;
  return readValue(cell.value);
}

function readValue(value: ExceljsValue | undefined): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return readDate(value);
  if ('error' in value) return { kind: 'error', code: value.error };
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('hyperlink' in value) return readValue(value.text as ExceljsValue);
  // Only formulas are left: what they last came to, nothing if the program that wrote the file did not compute.
  if ('result' in value) return readValue(value.result as ExceljsValue);
  return null;
}

/** exceljs gives days as UTC instants, the workbook's date system already applied. */
function readDate(date: Date): CellValue {
  // A formula that holds an error or a text in a cell with a date format: exceljs loses which.
  if (Number.isNaN(date.getTime())) return { kind: 'error', code: '#VALUE!' };
  const year = date.getUTCFullYear();
  // A time of day without a day: the fraction it is.
  if (year < 1900) return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  return { kind: 'date', year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
