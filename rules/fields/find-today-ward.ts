import type { PlaceTables, Ward } from '../codes/place-table.ts';
import type { Province } from '../codes/provinces.ts';
import { readWardName } from '../text/unit-name.ts';
import { readPlace } from './read-place.ts';

/**
 * The commune of today that a typed address names, in either era and beyond doubt: undefined where it is blank or unknown, was
 * divided, or could be meant otherwise. What a rule would only propose is not taken. '' for a blank cell.
 */
export function findTodayWard(
  tables: PlaceTables,
  province: Province,
  district: string,
  ward: string,
): Ward | undefined {
  const table = tables.findTable(province.today);
  if (!table || ward === '') return undefined;
  const { fault, ward: successor } = readPlace(table, province, district, ward);
  if (fault === null) return table.findWards(readWardName(ward))[0];
  return fault === 'residence.unit-dissolved' ? (successor ?? undefined) : undefined;
}
