/**
 * What Excel makes of a value that arrives in a cell, whether typed or set by an add-in. Every sentence here is a belief
 * (beliefs.md) until someone has watched a real Excel do it; the tests that lean on it say so.
 */
export interface HostError {
  readonly error: string;
}

export type HostValue = string | number | boolean | null | HostError;

export interface Entered {
  readonly value: HostValue;
  /** The number format Excel gives the cell by itself, e.g. when a date is typed. */
  readonly format?: string;
  readonly formula?: string;
}

export const GENERAL = 'General';
const TEXT = '@';

const ERROR_CODES = ['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!'];

/** B1: a text cell keeps text as it is and turns numbers and truth values into text. */
function enterIntoTextCell(raw: string | number | boolean): Entered {
  if (typeof raw === 'boolean') return { value: raw ? 'TRUE' : 'FALSE' };
  return { value: String(raw) };
}

/** `locale` decides how 05/06/2015 is read: day first in vi-VN, month first in en-US (B4). */
export function enter(raw: string | number | boolean, format: string, locale: 'vi-VN' | 'en-US'): Entered {
  if (raw === '') return { value: null };
  if (format === TEXT) return enterIntoTextCell(raw);
  if (typeof raw !== 'string') return { value: raw };
  // B2: a leading apostrophe means text and is not part of the value.
  if (raw.startsWith("'")) return { value: raw.slice(1) };
  // B3: a leading equals sign is a formula; there is no calculation here, so it shows 0 until a test says otherwise.
  if (raw.startsWith('=') && raw.length > 1) return { value: 0, formula: raw };
  const upper = raw.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (ERROR_CODES.includes(upper)) return { value: { error: upper } };
  const date = findTypedDate(raw.trim(), locale);
  if (date !== undefined) return { value: date, ...(format === GENERAL ? { format: 'dd/mm/yyyy' } : {}) };
  const number = findTypedNumber(raw.trim(), locale);
  return { value: number ?? raw };
}

/** B5: digits lose their leading zeros, and beyond 15 digits the rest becomes zeros. */
function findTypedNumber(text: string, locale: 'vi-VN' | 'en-US'): number | undefined {
  const plain = locale === 'vi-VN' ? text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2') : text;
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? Number(number.toPrecision(15)) : undefined;
}

function findTypedDate(text: string, locale: 'vi-VN' | 'en-US'): number | undefined {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [day, month] = locale === 'vi-VN' ? [first, second] : [second, first];
  return findSerial(year, month, day);
}

/** Days in Excel's 1900 system, whose 29/02/1900 never was; undefined for a day that does not exist. */
export function findSerial(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || year < 1900) return undefined;
  const days = at.getTime() / 86_400_000 + 25_569;
  return days < 61 ? days - 1 : days;
}

export function isHostError(value: HostValue): value is HostError {
  return typeof value === 'object' && value !== null;
}

/** As `Range.values` shows it: an empty cell is '', an error its code. */
export function shownValue(value: HostValue): string | number | boolean {
  if (value === null) return '';
  return isHostError(value) ? value.error : value;
}

/** As `Range.valueTypes` shows it. */
export function valueType(value: HostValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (isHostError(value)) return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean';
}
