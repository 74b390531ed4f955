import { cellText } from '../cell.ts';
import type { RawRow } from '../record.ts';
import { findProvinceOfDistrict } from './province-of-district.ts';
import { findProvince } from './provinces.ts';
import { PROVINCES_34 } from './tables/provinces-34.ts';

const CODES: ReadonlyMap<string, string> = new Map(PROVINCES_34.map(([code, name]) => [name, code]));

/**
 * Codes since 1/7/2025 of the provinces of today that the rows' people live in: whose tables of communes a check needs. Where
 * there is no column of provinces, those that the districts tell.
 */
export function provincesOfRows(rows: readonly RawRow[]): ReadonlySet<string> {
  const texts = new Set<string>();
  const districts = new Set<string>();
  for (const { province, district } of rows) {
    if (province !== undefined && province !== null) texts.add(cellText(province));
    else if (province === undefined && district !== undefined && district !== null) districts.add(cellText(district));
  }
  const codes = new Set<string>();
  const provinces = [...[...texts].map(findProvince), ...[...districts].map(findProvinceOfDistrict)];
  for (const province of provinces) {
    const code = CODES.get(province?.today ?? '');
    if (code !== undefined) codes.add(code);
  }
  return codes;
}
