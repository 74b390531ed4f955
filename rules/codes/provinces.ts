import { placeKey } from '../text/place-key.ts';
import { withoutMarks } from '../text/without-marks.ts';
import type { UnitCode } from './place-table.ts';
import { PROVINCES_34 } from './tables/provinces-34.ts';
import { PROVINCES_63 } from './tables/provinces-63.ts';

/** A province name and the eras in which it names a province. */
export interface Province {
  /** Without *Tỉnh* or *Thành phố*. */
  readonly name: string;
  /** Among the 63 until 30/6/2025. */
  readonly before2025: boolean;
  /** Among the 34 since 1/7/2025. */
  readonly since2025: boolean;
  /** Name of the province of today that its people live in. */
  readonly today: string;
  /** Full official name in the newest era it exists in, e.g. `Thành phố Đồng Nai`, `Tỉnh Bắc Giang`. */
  readonly fullName: string;
}

/** Today's 34 full names, in the order of their codes. */
export const PROVINCE_LABELS: readonly string[] = PROVINCES_34.map(([, , , current]) => current);

/** The first three digits of a citizen number, with the province (of the 63) where the birth was registered. */
export const ID_PREFIX_PROVINCES: ReadonlyMap<string, string> = new Map(
  PROVINCES_63.map(([prefix, name]) => [prefix, name]),
);

/**
 * `Tỉnh`, `Thành phố`, `TP`, `T.P`, `T` before a name, as placeKey leaves them. The short ones stand before the key's rest
 * without a space, so a key is first tried whole: `Tây Ninh` must not lose its T.
 */
const PREFIX_KEYS = ['thành phố', 'tp', 'tỉnh', 't'].map(placeKey);

const BY_KEY: ReadonlyMap<string, Province> = tableByKey();
const BY_PLAIN_KEY: ReadonlyMap<string, Province> = new Map(
  [...BY_KEY].map(([key, province]) => [withoutMarks(key), province]),
);

const TODAY_BY_CODE = {
  'before-2025-07': todayByOldCode(),
  '2025-07': new Map(PROVINCES_34.map(([code, name]) => [code, name])),
} as const satisfies Record<UnitCode['era'], ReadonlyMap<string, string>>;

/** The names as the lists have them, which most cells hold: no key need be made of those. */
const BY_NAME: ReadonlyMap<string, Province> = new Map(
  [...BY_KEY.values()].flatMap((province) => [
    [province.name, province],
    [province.fullName, province],
  ]),
);

/**
 * The province a text names, in either era, with or without its prefix, in any case and tone placement, or by a known other
 * spelling (*TP HCM*, *Đắc Lắc*). Undefined when none.
 */
export function findProvince(text: string): Province | undefined {
  return BY_NAME.get(text) ?? findIn(BY_KEY, placeKey(text));
}

/**
 * The name of the province of today that a two-digit code leads to: decision 124/2004/QĐ-TTg until 30/6/2025, decision
 * 19/2025/QĐ-TTg since. Undefined for a code that no province had in that era.
 */
export function findProvinceToday({ era, code }: UnitCode): string | undefined {
  return TODAY_BY_CODE[era].get(code);
}

/** The province most likely meant by a text that names none: the marks left out, or one letter wrong. */
export function suggestProvince(text: string): Province | undefined {
  const key = withoutMarks(placeKey(text));
  const exact = findIn(BY_PLAIN_KEY, key);
  if (exact || key.length < 5) return exact;
  const bare = PREFIX_KEYS.map(withoutMarks).find((prefix) => prefix.length > 1 && key.startsWith(prefix));
  const name = bare ? key.slice(bare.length) : key;
  const near = [...BY_PLAIN_KEY].filter(([candidate]) => candidate.length >= 5 && differsByOneLetter(candidate, name));
  const provinces = new Set(near.map(([, province]) => province));
  return provinces.size === 1 ? near[0]?.[1] : undefined;
}

function todayByOldCode(): ReadonlyMap<string, string> {
  const names = new Map(PROVINCES_34.map(([code, name]) => [code, name]));
  // A citizen number begins with 0 and the two digits of the province's code (circular 59/2021/TT-BCA, annex I).
  return new Map(PROVINCES_63.map(([prefix, , , into]) => [prefix.slice(1), names.get(into) ?? '']));
}

function tableByKey(): Map<string, Province> {
  const table = new Map<string, Province>();
  const today = new Map(PROVINCES_34.map((row) => [row[0], row]));
  const currentNames = new Map(PROVINCES_34.map((row) => [row[1], row]));
  for (const [, name, fullName, into, aliases] of PROVINCES_63) {
    const current = currentNames.get(name);
    const province = {
      name,
      before2025: true,
      since2025: current !== undefined,
      today: today.get(into)?.[1] ?? name,
      fullName: current?.[3] ?? fullName,
    };
    // Thừa Thiên Huế was renamed to Huế on 1/1/2025: the two are separate names of one unit.
    for (const text of [name, ...aliases.filter((alias) => !currentNames.has(alias))])
      table.set(placeKey(text), province);
  }
  for (const [, name, , fullName] of PROVINCES_34) {
    const key = placeKey(name);
    if (!table.has(key)) table.set(key, { name, before2025: true, since2025: true, today: name, fullName });
  }
  return table;
}

function findIn(table: ReadonlyMap<string, Province>, key: string): Province | undefined {
  const whole = table.get(key);
  if (whole) return whole;
  const plain = table === BY_PLAIN_KEY;
  for (const prefix of PREFIX_KEYS) {
    const start = plain ? withoutMarks(prefix) : prefix;
    const found = key.startsWith(start) ? table.get(key.slice(start.length)) : undefined;
    if (found) return found;
  }
  return undefined;
}

function differsByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return endA - start <= 1 && endB - start <= 1;
}
