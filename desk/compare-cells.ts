import { type CellValue, isExcelDate, isExcelError } from '../rules/cell.ts';

const collator = new Intl.Collator('vi');

/** Excel's order of a sort: numbers and dates, text, truth values, errors; blanks last whichever way it runs. */
export function compareCells(a: CellValue | undefined, b: CellValue | undefined, sign: 1 | -1): number {
  const left = rank(a);
  const right = rank(b);
  if (left === BLANK || right === BLANK) return left - right;
  if (left !== right) return sign * (left - right);
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (amount(a) - amount(b));
}

const BLANK = 9;

function rank(value: CellValue | undefined): number {
  if (value === null || value === undefined || value === '') return BLANK;
  if (typeof value === 'number' || isExcelDate(value)) return 0;
  if (typeof value === 'string') return 1;
  return isExcelError(value) ? 3 : 2;
}

/** Days since 1899-12-30, so that dates stand among numbers as their serials do. */
function amount(value: CellValue | undefined): number {
  if (isExcelDate(value)) return Date.UTC(value.year, value.month - 1, value.day) / 86_400_000 + 25_569;
  return typeof value === 'number' ? value : value === true ? 1 : 0;
}
