import { readDistrictName } from '../text/unit-name.ts';
import { findProvince, type Province } from './provinces.ts';
import { OLD_DISTRICTS } from './tables/old-districts.ts';

/** Null: several provinces had a district of this name. */
let provinces: ReadonlyMap<string, Province | null> | null = null;

/**
 * The province, of the 63 until 30/6/2025, that alone had a district of this name, however it was called (a huyện may have become
 * a town or city meanwhile). Undefined for a name of none or of several, and for a bare number.
 */
export function findProvinceOfDistrict(text: string): Province | undefined {
  const { kind, key, whole } = readDistrictName(text);
  if (kind === null && /^\d*$/.test(key)) return undefined;
  provinces ??= readTable();
  return provinces.get(key) ?? provinces.get(whole) ?? undefined;
}

function readTable(): ReadonlyMap<string, Province | null> {
  const table = new Map<string, Province | null>();
  for (const line of OLD_DISTRICTS.trim().split('\n')) {
    const [name = '', districts = ''] = line.split(':');
    const province = findProvince(name) ?? null;
    for (const district of districts.split(',')) {
      const { key } = readDistrictName(district);
      const known = table.get(key);
      table.set(key, known === undefined || known === province ? province : null);
    }
  }
  return table;
}
