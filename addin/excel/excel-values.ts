import { type CellValue, isExcelDate, isExcelError } from '../../rules/cell.ts';

/** What `Range.values` gives and takes. */
export type ExcelValue = string | number | boolean;

/** Days from 1899-12-30 to 1970-01-01. */
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;
/** Serial 60 is 29/02/1900, a day that never was; below it Excel's count is off by one. */
const FIRST_SOUND_SERIAL = 61;
const LAST_SERIAL = 2_958_465; // 31/12/9999

/** Texts that `Range.values` shows for a formula's error; only `valueTypes` tells them from the same text typed. */
export function mayBeError(value: unknown): boolean {
  return typeof value === 'string' && /^#[A-Z0-9_]+[/A-Z0-9]*[!?]?$/i.test(value);
}

/**
 * Whether a number format shows a day. `m` alone is a month unless hours or seconds stand beside it, when it is minutes.
 * Quoted text, escaped characters and bracketed parts (`[Red]`, `[$-42A]`) are no codes, but `[h]` is elapsed time.
 */
export function isDateFormat(format: string): boolean {
  const codes = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '');
  if (/[dy]/i.test(codes)) return !/general/i.test(codes);
  return /m/i.test(codes) && !/[hs]/i.test(codes);
}

/**
 * A cell as the rules read it. Serials are counted in the 1900 system: Office.js does not tell a workbook's date system, and
 * Excel on Windows and the web has made no 1904 workbook by itself. A time of day is dropped.
 */
export function toCellValue(value: unknown, isError: boolean, format: string | undefined): CellValue {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string') return isError ? { kind: 'error', code: value } : value;
  if (typeof value === 'number') return (format !== undefined && findDate(value, format)) || value;
  return value === true;
}

function findDate(serial: number, format: string): CellValue | undefined {
  if (!isDateFormat(format)) return undefined;
  const days = Math.floor(serial);
  if (days < 1 || days > LAST_SERIAL || days === FIRST_SOUND_SERIAL - 1) return undefined;
  const at = new Date(((days < FIRST_SOUND_SERIAL ? days + 1 : days) - UNIX_EPOCH_SERIAL) * DAY_MS);
  return { kind: 'date', year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** A value as `Range.values` takes it; '' empties the cell (null would leave it as it is). */
export function toExcelValue(value: CellValue): ExcelValue {
  if (value === null) return '';
  if (isExcelError(value)) return value.code;
  if (!isExcelDate(value)) return value;
  const days = Date.UTC(value.year, value.month - 1, value.day) / DAY_MS + UNIX_EPOCH_SERIAL;
  return days < FIRST_SOUND_SERIAL ? days - 1 : days;
}
