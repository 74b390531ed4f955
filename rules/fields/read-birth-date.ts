import { type CellValue, isExcelDate } from '../cell.ts';
import { isRealDay } from '../plain-date.ts';
import { tidySpaces } from '../text/spaces.ts';

/** A birth date as far as it is known: the year alone and the month with the year are legal in the sector database. */
export interface PartialDate {
  readonly year: number;
  /** 1–12 */
  readonly month?: number;
  /** 1–31 */
  readonly day?: number;
}

/** What a birth-date cell turned out to be. Only the forms with a `date` are usable. */
export type BirthDateReading =
  | { readonly form: 'day' | 'text' | 'serial' | 'year' | 'month'; readonly date: PartialDate }
  /** Day, month and a year of two digits. */
  | { readonly form: 'two-digit-year'; readonly day: number; readonly month: number; readonly shortYear: number }
  /** Month first: the second part is no month. */
  | { readonly form: 'month-first'; readonly date: PartialDate }
  | { readonly form: 'impossible' }
  | { readonly form: 'none' };

const NONE: BirthDateReading = { form: 'none' };
const IMPOSSIBLE: BirthDateReading = { form: 'impossible' };
/** Serials of 1954 to 2064 in the 1900 system: no birth date of a pupil or of staff lies outside. */
const SERIAL_FROM = 20000;
const SERIAL_TO = 60000;
/** The 1904 system counts 1,462 days fewer for the same day (Microsoft KB 214330). */
const DAYS_1904 = 1462;
/** No date is written longer (`ngày 12 tháng 3 năm 2010` with a time of day); remarks of any length are not worth a parse. */
const LONGEST = 60;
const DAY_MS = 86_400_000;
const THREE_PARTS = /^(\d{1,4})\s*[-/.,\s]\s*(\d{1,2})\s*[-/.,\s]\s*(\d{1,4})$/;
const SPOKEN = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/i;
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i;

/**
 * The birth date of a cell, as far as it is usable: a true date, text in day-month-year order, a bare serial, a year alone.
 * Undefined for everything that would have to be guessed (two-digit years, month first) and for days that do not exist.
 */
export function readBirthDate(cell: CellValue | undefined, date1904 = false): PartialDate | undefined {
  const reading = readBirthDateForm(cell, date1904);
  return 'date' in reading && reading.form !== 'month-first' ? reading.date : undefined;
}

/** How a birth-date cell is written, and what it says. A bare number of four digits is a year, never a serial. */
export function readBirthDateForm(cell: CellValue | undefined, date1904 = false): BirthDateReading {
  if (isExcelDate(cell)) {
    return isRealDay(cell.year, cell.month, cell.day)
      ? { form: 'day', date: { year: cell.year, month: cell.month, day: cell.day } }
      : IMPOSSIBLE;
  }
  if (typeof cell === 'number') return readNumber(cell, date1904);
  if (typeof cell !== 'string') return NONE;
  const standard = scanStandardDate(cell);
  if (standard > 0) return { form: 'day', date: unpackDate(standard) };
  return cell.length > LONGEST
    ? NONE
    : readText(
        tidySpaces(cell)
          .replace(/^['’] ?/, '')
          .normalize('NFC'),
        date1904,
      );
}

/** `dd/mm/yyyy` → yyyymmdd; 0 for a day that does not exist, -1 for any other text. The way of nearly all cells, hence by hand. */
export function scanStandardDate(text: string): number {
  if (text.length !== 10 || text.charCodeAt(2) !== 47 || text.charCodeAt(5) !== 47) return -1;
  const day = twoDigits(text, 0);
  const month = twoDigits(text, 3);
  const century = twoDigits(text, 6);
  const years = twoDigits(text, 8);
  if (day < 0 || month < 0 || century < 0 || years < 0) return -1;
  const year = century * 100 + years;
  return isRealDay(year, month, day) ? year * 10000 + month * 100 + day : 0;
}

/** yyyymmdd, month and day 0 where unknown. */
export function packDate(date: PartialDate): number {
  return date.year * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0);
}

export function unpackDate(packed: number): PartialDate {
  const year = Math.floor(packed / 10000);
  const month = Math.floor(packed / 100) % 100;
  const day = packed % 100;
  if (month === 0) return { year };
  return day === 0 ? { year, month } : { year, month, day };
}

/** `dd/mm/yyyy`, `mm/yyyy` or `yyyy`: how the ministry's templates write it. */
export function birthDateText(date: PartialDate): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(date.year).padStart(4, '0');
  if (date.month === undefined) return year;
  return date.day === undefined ? `${two(date.month)}/${year}` : `${two(date.day)}/${two(date.month)}/${year}`;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

function readNumber(value: number, date1904: boolean): BirthDateReading {
  if (Number.isInteger(value) && value >= 1900 && value <= 2099) return { form: 'year', date: { year: value } };
  const serial = Math.floor(value) + (date1904 ? DAYS_1904 : 0);
  if (serial >= SERIAL_FROM && serial <= SERIAL_TO) return { form: 'serial', date: serialDate(serial) };
  return Number.isInteger(value) && value >= 1_000_000 ? readDigits(value.toFixed(0).padStart(8, '0')) : NONE;
}

/** Serials above 60 count from 30/12/1899: Excel believes in a 29/2/1900. */
function serialDate(serial: number): PartialDate {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function readText(text: string, date1904: boolean): BirthDateReading {
  if (/^\d{4}$/.test(text)) return isBirthYear(Number(text)) ? { form: 'year', date: { year: Number(text) } } : NONE;
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return readNumber(Number(text.replace(',', '.')), date1904);
  if (/^\d{8}$/.test(text)) return readDigits(text);
  const spoken = SPOKEN.exec(text);
  if (spoken) return dayFirst(Number(spoken[1]), Number(spoken[2]), Number(spoken[3]));
  const monthYear = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (monthYear) return monthOfYear(Number(monthYear[1]), Number(monthYear[2]));
  const parts = THREE_PARTS.exec(text.replace(TIME_OF_DAY, '').replace(/^ngày\s+/i, ''));
  if (!parts) return NONE;
  const [, first = '', second = '', third = ''] = parts;
  if (first.length === 4) return third.length <= 2 ? dayFirst(Number(third), Number(second), Number(first)) : NONE;
  if (first.length > 2) return NONE;
  if (third.length === 2) return shortYear(Number(first), Number(second), Number(third));
  return third.length === 4 ? dayFirst(Number(first), Number(second), Number(third)) : NONE;
}

/** `ddmmyyyy` or `yyyymmdd`: only one of the two can have a year of our time in its place. */
function readDigits(text: string): BirthDateReading {
  const end = Number(text.slice(4));
  if (isBirthYear(end)) return dayFirst(Number(text.slice(0, 2)), Number(text.slice(2, 4)), end);
  const start = Number(text.slice(0, 4));
  return isBirthYear(start) ? dayFirst(Number(text.slice(6)), Number(text.slice(4, 6)), start) : NONE;
}

function dayFirst(day: number, month: number, year: number): BirthDateReading {
  if (isRealDay(year, month, day)) return { form: 'text', date: { year, month, day } };
  if (isRealDay(year, day, month)) return { form: 'month-first', date: { year, month: day, day: month } };
  return IMPOSSIBLE;
}

function monthOfYear(month: number, year: number): BirthDateReading {
  return month >= 1 && month <= 12 && isBirthYear(year) ? { form: 'month', date: { year, month } } : IMPOSSIBLE;
}

function shortYear(day: number, month: number, years: number): BirthDateReading {
  // 2000 is a leap year: the 29th of February is left to the century that is chosen later.
  if (isRealDay(2000, month, day)) return { form: 'two-digit-year', day, month, shortYear: years };
  return isRealDay(2000, day, month)
    ? { form: 'two-digit-year', day: month, month: day, shortYear: years }
    : IMPOSSIBLE;
}

function isBirthYear(year: number): boolean {
  return year >= 1900 && year <= 2099;
}
