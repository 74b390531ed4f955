import { type CellValue, isExcelDate } from '../rules/cell.ts';

export const GENERAL_FORMAT = 'General';
export const TEXT_FORMAT = '@';
const DATE_FORMAT = 'dd/mm/yyyy';

/**
 * The number format a cell must be given so that Excel keeps a value as it is; undefined when its own will do. Text with a
 * digit in it, or that begins like a formula, would come back as a number, a date, a time of day (`7 A`) or a formula. One
 * format too many is harmless; one too few eats the leading zero of an identity number.
 */
export function findNeededFormat(value: CellValue, current: string): string | undefined {
  if (typeof value === 'string') {
    const coerced = /[0-9]|^[=+\-@'#]|^\s*(?:true|false)\s*$/i.test(value);
    return coerced && current !== TEXT_FORMAT ? TEXT_FORMAT : undefined;
  }
  if (isExcelDate(value)) return current === TEXT_FORMAT || current === GENERAL_FORMAT ? DATE_FORMAT : undefined;
  return (typeof value === 'number' || typeof value === 'boolean') && current === TEXT_FORMAT
    ? GENERAL_FORMAT
    : undefined;
}
