import { editDistance } from '../text/edit-distance.ts';
import { readDistrictName, type TypedName, type UnitKind, type UnitName, unitKey } from '../text/unit-name.ts';
import { withoutMarks } from '../text/without-marks.ts';

/** The two sets of codes of administrative units. A code says nothing without its era: equal digits may be two places. */
export type Era = 'before-2025-07' | '2025-07';

export interface UnitCode {
  readonly era: Era;
  readonly code: string;
}

/** A commune, ward or special zone in force since 1/7/2025 (decision 19/2025/QĐ-TTg). */
export interface Ward {
  readonly code: UnitCode;
  /** Full official name, e.g. `Phường Ba Đình`. */
  readonly name: string;
  readonly read: UnitName;
}

/** A commune until 30/6/2025, with what it became part of. */
export interface OldWard {
  /** Null where the sources give none. */
  readonly code: UnitCode | null;
  readonly name: string;
  readonly read: UnitName;
  /** Today's units; none where that is not known, several where it was divided. */
  readonly into: readonly Ward[];
}

export interface OldDistrict {
  /** Of the 63, without *Tỉnh* or *Thành phố*. */
  readonly province: string;
  readonly name: string;
  readonly read: UnitName;
  readonly wards: readonly OldWard[];
}

/** All communes of one province of today, and of the provinces that became part of it. */
export class PlaceTable {
  readonly wards: readonly Ward[];
  readonly districts: readonly OldDistrict[];
  readonly #byKey = new Map<string, Ward[]>();
  /** Made for the first code that is asked for: sheets hold names. */
  #byCode: Readonly<Record<Era, ReadonlyMap<string, readonly Ward[]>>> | null = null;
  /** Made for the first name that is none: most sheets never need it. */
  #byPlainKey: ReadonlyMap<string, readonly Ward[]> | null = null;

  /** @param text in the form of `tables/make-places.mjs`. Throws for any other. */
  constructor(text: string) {
    const wards: Ward[] = [];
    const districts: OldDistrict[] = [];
    const byCode = new Map<string, Ward>();
    let province = '';
    let members: OldWard[] | undefined;
    for (const line of text.trim().split('\n')) {
      if (line.startsWith('>')) {
        province = line.slice(1);
      } else if (line.startsWith('=')) {
        members = [];
        const name = line.slice(1);
        districts.push({ province, name, read: readDistrictName(name), wards: members });
      } else if (members) {
        members.push(oldWard(line, byCode));
      } else {
        const [ward, before] = todayWard(line);
        wards.push(ward);
        byCode.set(ward.code.code, ward);
        this.#note(ward, ward.read.key);
        if (before) this.#note({ ...ward, read: before }, before.key);
      }
    }
    this.wards = wards;
    this.districts = districts;
  }

  /** Today's wards that a name means: of its kind where it says one. More than one only where two have one name. */
  findWards(name: TypedName): readonly Ward[] {
    const found = [name.key, name.whole]
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .filter(({ read }) => means(name, read));
    return distinct(found);
  }

  /**
   * Today's ward most likely meant by a name that is none, of either era: the marks left out, or a letter or two wrong. Undefined
   * when none or several are equally near.
   */
  suggestWard(name: UnitName): Ward | undefined {
    return nearest(name, this.#plainKeys());
  }

  /**
   * Today's wards that a code leads to: of today's codes itself, of an older one what it became part of (none where that is not
   * known, several where it was divided). Undefined for a code that this province did not have in that era.
   */
  findByCode({ era, code }: UnitCode): readonly Ward[] | undefined {
    this.#byCode ??= { '2025-07': this.#todayByCode(), 'before-2025-07': this.#oldByCode() };
    return this.#byCode[era].get(code);
  }

  #todayByCode(): ReadonlyMap<string, readonly Ward[]> {
    return new Map(this.wards.map((ward) => [ward.code.code, [ward]]));
  }

  #oldByCode(): ReadonlyMap<string, readonly Ward[]> {
    const codes = new Map<string, readonly Ward[]>();
    for (const { code, into } of this.districts.flatMap(({ wards }) => wards)) {
      if (code !== null) codes.set(code.code, distinct([...(codes.get(code.code) ?? []), ...into]));
    }
    return codes;
  }

  #plainKeys(): ReadonlyMap<string, readonly Ward[]> {
    if (this.#byPlainKey) return this.#byPlainKey;
    const keys = new Map<string, Ward[]>();
    const note = (key: string, wards: readonly Ward[]) => {
      const plain = withoutMarks(key);
      keys.set(plain, [...(keys.get(plain) ?? []), ...wards]);
    };
    for (const [key, wards] of this.#byKey) note(key, wards);
    for (const district of this.districts) for (const { read, into } of district.wards) note(read.key, into);
    this.#byPlainKey = keys;
    return keys;
  }

  #note(ward: Ward, key: string): void {
    const same = this.#byKey.get(key);
    if (same) same.push(ward);
    else this.#byKey.set(key, [ward]);
  }
}

/** The table of each province of today, by its name without *Tỉnh* or *Thành phố*. */
export interface PlaceTables {
  /** Undefined where it was not loaded: the rules about communes are silent there. */
  findTable(province: string): PlaceTable | undefined;
}

/** A name typed without its kind means any; one typed with it, that kind only. */
export function means(typed: TypedName, unit: UnitName): boolean {
  return (typed.key === unit.key && (typed.kind === null || typed.kind === unit.kind)) || typed.whole === unit.key;
}

/** Each ward once. */
export function distinct(wards: readonly Ward[]): readonly Ward[] {
  if (wards.length < 2) return wards;
  return [...new Map(wards.map((ward) => [ward.code.code, ward])).values()];
}

/** What the nearest key stands for, when all that are as near stand for the same one. */
function nearest(name: UnitName, keys: ReadonlyMap<string, readonly Ward[]>): Ward | undefined {
  const found = distinct(nearestKeys(name, [...keys.keys()]).flatMap((key) => keys.get(key) ?? []));
  return found.length === 1 ? found[0] : undefined;
}

/** Shorter names than these differ from many others by so few letters that a guess would be a lottery. */
const ONE_WRONG_LETTER = 4;
const TWO_WRONG_LETTERS = 9;

/** The plain keys nearest to a name; none for a number, whose neighbours are other places. */
export function nearestKeys(name: UnitName, keys: readonly string[]): readonly string[] {
  const plain = withoutMarks(name.key);
  if (plain === '' || /^\d+$/.test(plain)) return [];
  let limit = plain.length >= TWO_WRONG_LETTERS ? 2 : plain.length >= ONE_WRONG_LETTER ? 1 : 0;
  let found: string[] = [];
  for (const key of keys) {
    const distance = editDistance(plain, key, limit);
    if (distance > limit) continue;
    if (distance < limit) found = [];
    limit = distance;
    found.push(key);
  }
  return found;
}

const KINDS: Readonly<Record<string, readonly [string, UnitKind]>> = {
  p: ['Phường', 'phường'],
  x: ['Xã', 'xã'],
  t: ['Thị trấn', 'thị trấn'],
  d: ['Đặc khu', 'đặc khu'],
};

function todayWard(line: string): [Ward, UnitName | null] {
  const [short = '', before] = line.slice(6).split('|');
  const ward: Ward = { code: { era: '2025-07', code: line.slice(0, 5) }, ...named(short) };
  return [ward, before === undefined ? null : named(before).read];
}

function oldWard(line: string, byCode: ReadonlyMap<string, Ward>): OldWard {
  const [short = '', successors] = line.slice(6).split(':');
  const { name, read } = named(short);
  const code = line.slice(0, 5);
  const into = (successors?.split(',') ?? []).map((successor) => {
    const ward = byCode.get(successor);
    if (!ward) throw new Error(`place table: ${name} became part of ${successor}, which is not in the table`);
    return ward;
  });
  return { code: code === '-----' ? null : { era: 'before-2025-07', code }, name, read, into };
}

function named(short: string): { readonly name: string; readonly read: UnitName } {
  const [word, kind] = KINDS[short[0] ?? ''] ?? [];
  if (!word || !kind) throw new Error(`place table: a unit of no kind, ${short}`);
  const name = short.slice(1);
  return { name: `${word} ${name}`, read: readLater(kind, name) };
}

/** With the key made when it is first asked for: of the thousand communes of before, a sheet names those of a district or two. */
function readLater(kind: UnitKind, name: string): UnitName {
  let key: string | undefined;
  return {
    kind,
    get key() {
      key ??= unitKey(name);
      return key;
    },
  };
}
