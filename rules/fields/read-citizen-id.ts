import { ID_PREFIX_PROVINCES } from '../codes/provinces.ts';
import type { Sex } from '../codes/sexes.ts';
import { digitsNumber } from './read-digits.ts';

/** What a citizen number says about its holder. */
export interface CitizenIdReading {
  /** The 12 digits. */
  readonly digits: string;
  /** Province (of the 63) of birth registration; null when the prefix is none of them: a country's, or wrong. */
  readonly province: string | null;
  readonly sex: Sex;
  readonly birthYear: number;
}

const SEPARATORS = /[\s.,\-\u2010-\u2015_/'’‘`´\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** 1 where the three digits are the prefix of one of the 63 provinces. */
const KNOWN_PREFIX = new Uint8Array(1000);
for (const prefix of ID_PREFIX_PROVINCES.keys()) KNOWN_PREFIX[Number(prefix)] = 1;

/**
 * Reads a number of 12 digits: place of registration (1–3), century and sex (4), year of birth (5–6). Undefined when the text
 * is not 12 digits. There is no check digit. Source: decree 137/2015/NĐ-CP, article 13; circular 59/2021/TT-BCA, annexes I, III.
 */
export function readCitizenId(text: string): CitizenIdReading | undefined {
  const number = idNumber(text);
  if (number < 0) return undefined;
  return {
    digits: text,
    province: ID_PREFIX_PROVINCES.get(text.slice(0, 3)) ?? null,
    sex: idIsFemale(number) ? 'Nữ' : 'Nam',
    birthYear: idBirthYear(number),
  };
}

/** The 12 digits of a text as a number, -1 for any other text. Twelve digits fit a double exactly. */
export function idNumber(text: string): number {
  return digitsNumber(text, 12);
}

/** The first six digits: place, century and sex, year. They fit a small integer, which divides fast. */
function idHead(number: number): number {
  return Math.floor(number / 1_000_000) | 0;
}

export function idBirthYear(number: number): number {
  const centuryAndYear = idHead(number) % 1000;
  return 1900 + 100 * ((centuryAndYear / 200) | 0) + (centuryAndYear % 100);
}

export function idIsFemale(number: number): boolean {
  return (((idHead(number) / 100) | 0) & 1) === 1;
}

export function idHasKnownPlace(number: number): boolean {
  return KNOWN_PREFIX[(idHead(number) / 1000) | 0] === 1;
}

/** Takes out what people put between digits: spaces, dots, hyphens, apostrophes, characters without width. */
export function withoutSeparators(text: string): string {
  return text.replace(SEPARATORS, '');
}
