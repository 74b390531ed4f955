import type { Era, PlaceTables, UnitCode } from '../../../rules/codes/place-table.ts';
import { findProvinceToday } from '../../../rules/codes/provinces.ts';
import type { ResidencePlace } from './compare-residence.ts';

/** MaTinhThanh, MaQuanHuyen, MaPhuongXa as the service returns them; '' for what is not there. */
export interface UnitCodes {
  readonly province: string;
  readonly district: string;
  readonly ward: string;
}

const ERAS: readonly Era[] = ['before-2025-07', '2025-07'];

/**
 * The place that a record's codes stand for, led forward to today; null when the province is in no table. The answer does
 * not say of which vintage its codes are. A district can only be of before 1/7/2025; without one both readings are tried and
 * a commune is clear when all that know the code lead to the same one: equal digits may be two places.
 */
export function findPlace(codes: UnitCodes, tables: PlaceTables): ResidencePlace | null {
  const eras = codes.district === '' ? ERAS : ERAS.slice(0, 1);
  const provinces = new Set(eras.flatMap((era) => findProvinceToday({ era, code: codes.province }) ?? []));
  const [province, other] = provinces;
  if (province === undefined || other !== undefined) return null;
  return { province, ward: codes.ward === '' ? null : findWard(province, codes.ward, eras, tables) };
}

function findWard(province: string, code: string, eras: readonly Era[], tables: PlaceTables): UnitCode | 'unclear' {
  const table = tables.findTable(province);
  const readings = eras.flatMap((era) => {
    const wards = table?.findByCode({ era, code });
    return wards === undefined ? [] : [wards];
  });
  const found = new Map(readings.flat().map((ward) => [ward.code.code, ward]));
  const [ward] = found.values();
  const clear = found.size === 1 && readings.every((wards) => wards.length === 1);
  return clear && ward !== undefined ? ward.code : 'unclear';
}
