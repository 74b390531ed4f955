import type { PlaceTables } from '../codes/place-table.ts';
import type { Province } from '../codes/provinces.ts';
import { CLEAN_PLACE, type PlaceReading, readPlace } from './read-place.ts';

/** Reads each distinct address once. A clean row costs three comparisons, or three look-ups where it differs from the row above. */
export class PlaceMemo {
  readonly #tables: PlaceTables;
  readonly #readings = new Map<Province, Map<string, Map<string, PlaceReading>>>();
  #province: Province | null = null;
  #district = '';
  #ward = '';
  #last = CLEAN_PLACE;

  constructor(tables: PlaceTables) {
    this.#tables = tables;
  }

  read(province: Province, district: string, ward: string): PlaceReading {
    if (province === this.#province && ward === this.#ward && district === this.#district) return this.#last;
    const wards = inner(inner(this.#readings, province), district);
    let reading = wards.get(ward);
    if (reading === undefined) {
      const table = this.#tables.findTable(province.today);
      reading = table ? readPlace(table, province, district, ward) : CLEAN_PLACE;
      wards.set(ward, reading);
    }
    this.#province = province;
    this.#district = district;
    this.#ward = ward;
    this.#last = reading;
    return reading;
  }
}

function inner<K, L, V>(outer: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let map = outer.get(key);
  if (map === undefined) {
    map = new Map();
    outer.set(key, map);
  }
  return map;
}
