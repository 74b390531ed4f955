import type { CellValue, ExcelDate } from '../../rules/cell.ts';

const DAY = 86_400_000;
/** Days from 30/12/1899, day 0 of the 1900 system from March 1900 on, to 1/1/1970. */
const EPOCH_1970 = 25_569;
/** Days between the two systems. */
const FROM_1904 = 1462;
/** 31/12/9999. */
const LAST_DAY = 2_958_465;
/** Excel has a 29/2/1900 that never was; days before it stand one too low. */
const PHANTOM_DAY = 60;

/** The day behind a number that Excel shows as a date. A bare time of day, or what is no day at all, stays the number it is. */
export function dayOf(serial: number, date1904: boolean): CellValue {
  const in1900 = date1904 ? serial + FROM_1904 : serial;
  const day = Math.floor(in1900 + 1e-9);
  if (!(day >= 1 && day <= LAST_DAY) || (date1904 && serial < 0)) return serial;
  const date = new Date((day + (day < PHANTOM_DAY && !date1904 ? 1 : 0) - EPOCH_1970) * DAY);
  return { kind: 'date', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function serialOf({ year, month, day }: ExcelDate, date1904: boolean): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const serial = time.getTime() / DAY + EPOCH_1970;
  if (date1904) return serial - FROM_1904;
  return serial <= PHANTOM_DAY ? serial - 1 : serial;
}
