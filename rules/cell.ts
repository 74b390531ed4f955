/**
 * What a cell holds, as every adapter hands it over. Numbers that Excel shows as dates arrive as `ExcelDate`
 * (the adapter knows the workbook's date system); a bare number stays a number, so that
 * `birth-date.stored-as-number` can tell the two apart.
 */
export interface ExcelDate {
  readonly kind: 'date';
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** A formula's error such as `#REF!`. */
export interface ExcelError {
  readonly kind: 'error';
  readonly code: string;
}

export type CellValue = string | number | boolean | null | ExcelDate | ExcelError;

export function isExcelDate(value: CellValue | undefined): value is ExcelDate {
  return typeof value === 'object' && value !== null && value.kind === 'date';
}

export function isExcelError(value: CellValue | undefined): value is ExcelError {
  return typeof value === 'object' && value !== null && value.kind === 'error';
}

/** The text a person would read in the cell: dates as dd/mm/yyyy, numbers without grouping, blank as ''. */
export function cellText(value: CellValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value.kind === 'error') return value.code;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(value.day)}/${two(value.month)}/${String(value.year).padStart(4, '0')}`;
}

/** Same content, kind included: the text `'12'` and the number `12` differ. Blank text and a blank cell are the same. */
export function sameCell(a: CellValue | undefined, b: CellValue | undefined): boolean {
  const left = a === undefined || a === '' ? null : a;
  const right = b === undefined || b === '' ? null : b;
  if (left === right) return true;
  if (isExcelDate(left) && isExcelDate(right)) {
    return left.year === right.year && left.month === right.month && left.day === right.day;
  }
  return isExcelError(left) && isExcelError(right) && left.code === right.code;
}
