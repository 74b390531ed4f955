import {
  distinct,
  means,
  nearestKeys,
  type OldDistrict,
  type OldWard,
  type PlaceTable,
  type Ward,
} from '../codes/place-table.ts';
import type { Province } from '../codes/provinces.ts';
import { readDistrictName, readWardName, type TypedName } from '../text/unit-name.ts';
import { withoutMarks } from '../text/without-marks.ts';
import type { RESIDENCE_RULES } from './residence-rules.ts';

/** The rules that need a table of communes. */
export type PlaceFault = Extract<
  keyof typeof RESIDENCE_RULES,
  | 'residence.district-unknown'
  | 'residence.ward-unknown'
  | 'residence.ward-elsewhere'
  | 'residence.unit-dissolved'
  | 'residence.unit-split'
  | 'residence.eras-mixed'
>;

/** How province, district and ward stand together. */
export interface PlaceReading {
  /** Null when all is well. */
  readonly fault: PlaceFault | null;
  /** Today's ward, for a fix that moves the whole address there. */
  readonly ward: Ward | null;
  /** Full name, for a fix of the district alone. */
  readonly district: string | null;
  /** Name of the province of today. */
  readonly province: string;
  /** Today's wards it may be, in words. */
  readonly candidates: string;
}

export const CLEAN_PLACE: PlaceReading = { fault: null, ward: null, district: null, province: '', candidates: '' };

/** More names than these are counted, not listed: nobody chooses from a message. */
const NAMES_LISTED = 4;

/**
 * Reads an address against the table of its province. The texts '' are blank cells. An address with a district is read as of
 * before 1/7/2025, for there are none since; one without is read as of today where it can be, since many names exist in both eras.
 */
export function readPlace(table: PlaceTable, province: Province, district: string, ward: string): PlaceReading {
  const place = new Place(table, province);
  if (district !== '') return place.withDistrict(readDistrictName(district), ward === '' ? null : readWardName(ward));
  return ward === '' ? CLEAN_PLACE : place.withoutDistrict(readWardName(ward));
}

class Place {
  readonly #table: PlaceTable;
  readonly #province: Province;
  /** Districts of the old province of that name, and all that the name may mean by now. */
  readonly #near: readonly OldDistrict[];
  readonly #all: readonly OldDistrict[];

  constructor(table: PlaceTable, province: Province) {
    this.#table = table;
    this.#province = province;
    const near = table.districts.filter((district) => district.province === province.name);
    // Huế was called so before it was one of the 34, too: no old province has its name.
    this.#near = near.length > 0 ? near : table.districts;
    this.#all = province.since2025 ? table.districts : this.#near;
  }

  withoutDistrict(ward: TypedName): PlaceReading {
    const [now, other] = this.#table.findWards(ward);
    if (now && !other && this.#province.since2025) return CLEAN_PLACE;
    const old = wardsOf(this.#all, ward);
    if (old.length > 0) return this.#ofOld(old);
    if (now && !other) return this.#say('residence.eras-mixed', { ward: now });
    return this.#unknownWard(ward);
  }

  withDistrict(name: TypedName, ward: TypedName | null): PlaceReading {
    const [now, other] = ward ? this.#table.findWards(ward) : [];
    const today = now && !other ? now : null;
    const districts = findDistricts(this.#all, name);
    if (districts.length === 0) return this.#unknownDistrict(name, today);
    if (!ward) return CLEAN_PLACE;
    const near = wardsOf(findDistricts(this.#near, name), ward);
    const old = near.length > 0 ? near : wardsOf(districts, ward);
    if (old.length > 0) return this.#ofOld(old);
    if (today) return this.#say('residence.eras-mixed', { ward: today });
    const elsewhere = wardsOf(this.#all, ward);
    if (elsewhere.length === 0) return this.#unknownWard(ward, districts);
    const into = successors(elsewhere);
    return this.#say('residence.ward-elsewhere', { ward: (into.length === 1 && into[0]) || null });
  }

  /** Old wards, one of which is meant. */
  #ofOld(old: readonly OldWard[]): PlaceReading {
    const into = successors(old);
    // The sources do not say what became of a few: that is for people to find out.
    if (old.some((ward) => ward.into.length === 0)) return this.#say('residence.ward-unknown');
    if (into.length === 1) return this.#say('residence.unit-dissolved', { ward: into[0] ?? null });
    return this.#say('residence.unit-split', { candidates: listed(into) });
  }

  /** The district's own wards come first: misspelled, or raised from commune to ward or town in their last years. */
  #unknownWard(name: TypedName, districts: readonly OldDistrict[] = []): PlaceReading {
    const wards = districts.flatMap((district) => district.wards);
    const keys = new Set(nearestKeys(name, [...new Set(wards.map(({ read }) => withoutMarks(read.key)))]));
    const into = successors(wards.filter(({ read }) => keys.has(withoutMarks(read.key))));
    const suggestion = into.length === 0 ? this.#table.suggestWard(name) : into[1] ? undefined : into[0];
    return this.#say('residence.ward-unknown', { ward: suggestion ?? null });
  }

  #unknownDistrict(name: TypedName, today: Ward | null): PlaceReading {
    const byKey = new Map<string, Set<string>>();
    for (const district of this.#all) {
      const key = withoutMarks(district.read.key);
      byKey.set(key, (byKey.get(key) ?? new Set()).add(district.name));
    }
    const names = new Set(nearestKeys(name, [...byKey.keys()]).flatMap((key) => [...(byKey.get(key) ?? [])]));
    const [district] = names;
    if (names.size === 1 && district) return this.#say('residence.district-unknown', { district });
    return this.#say('residence.district-unknown', { ward: today });
  }

  #say(fault: PlaceFault, details: Partial<PlaceReading> = {}): PlaceReading {
    return { ...CLEAN_PLACE, fault, province: this.#province.today, ...details };
  }
}

/** Those of the kind that the name says, or, as many were raised in their last years, of any kind when there are none. */
function findDistricts(districts: readonly OldDistrict[], name: TypedName): readonly OldDistrict[] {
  const found = districts.filter(({ read }) => means(name, read));
  return found.length > 0 ? found : districts.filter(({ read }) => read.key === name.key);
}

function wardsOf(districts: readonly OldDistrict[], name: TypedName): readonly OldWard[] {
  return districts.flatMap(({ wards }) => wards.filter(({ read }) => means(name, read)));
}

function successors(old: readonly OldWard[]): readonly Ward[] {
  return distinct(old.flatMap(({ into }) => into));
}

function listed(wards: readonly Ward[]): string {
  const names = wards.slice(0, NAMES_LISTED).map(({ name }) => name);
  return names.join(', ') + (wards.length > NAMES_LISTED ? `… (${wards.length})` : '');
}
