import { placeKey } from './place-key.ts';
import { tidySpaces } from './spaces.ts';

export type UnitKind = 'phường' | 'xã' | 'thị trấn' | 'đặc khu' | 'quận' | 'huyện' | 'thị xã' | 'thành phố';

/** The name of a commune or district, taken apart for comparing. */
export interface UnitName {
  /** What the text says it is; null when it says nothing. */
  readonly kind: UnitKind | null;
  /** `placeKey` of the name without its kind; a number without leading zeros (`Phường 01`). */
  readonly key: string;
}

/** A name as somebody typed it. */
export interface TypedName extends UnitName {
  /** The key of the whole text: *Xa Dung* is a name, not a commune called Dung. */
  readonly whole: string;
}

/** Abbreviations need a dot, a space or a number behind them: *X* alone is no commune, and *Phú* no ward. */
const WARD_KIND = kindPattern('phường|phuong|p|xã|xa|x|thị\\s*trấn|thi\\s*tran|tt|đặc\\s*khu|dac\\s*khu|đk');
const DISTRICT_KIND = kindPattern(
  'quận|quan|q|huyện|huyen|h|thị\\s*xã|thi\\s*xa|tx|thành\\s*phố|thanh\\s*pho|t\\.?\\s?p',
);

const WARD_KINDS: Readonly<Record<string, UnitKind>> = {
  p: 'phường',
  phuong: 'phường',
  x: 'xã',
  xa: 'xã',
  tt: 'thị trấn',
  thitran: 'thị trấn',
  đk: 'đặc khu',
  đackhu: 'đặc khu',
  dackhu: 'đặc khu',
};
const DISTRICT_KINDS: Readonly<Record<string, UnitKind>> = {
  q: 'quận',
  quan: 'quận',
  h: 'huyện',
  huyen: 'huyện',
  tx: 'thị xã',
  thixa: 'thị xã',
  tp: 'thành phố',
  thanhpho: 'thành phố',
};

export function readWardName(text: string): TypedName {
  return readUnitName(text, WARD_KIND, WARD_KINDS);
}

export function readDistrictName(text: string): TypedName {
  return readUnitName(text, DISTRICT_KIND, DISTRICT_KINDS);
}

/** The key of a name without its kind. */
export function unitKey(name: string): string {
  return placeKey(name).replace(/^0+(?=\d)/, '');
}

function readUnitName(text: string, pattern: RegExp, kinds: Readonly<Record<string, UnitKind>>): TypedName {
  const tidy = tidySpaces(text).normalize('NFC');
  const match = pattern.exec(tidy);
  const word = match?.[1];
  const kind = word === undefined ? undefined : kinds[plainWord(word)];
  const whole = unitKey(tidy);
  if (!kind || !match) return { kind: null, key: whole, whole };
  return { kind, key: unitKey(tidy.slice(match[0].length)), whole };
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '');
}

function kindPattern(kinds: string): RegExp {
  return new RegExp(`^(${kinds})(?:[.:\\s]+(?=[\\p{L}\\p{N}])|(?=\\d))`, 'iu');
}
