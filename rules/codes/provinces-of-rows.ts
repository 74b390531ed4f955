import { cellText } from '../cell.ts';
import type { RawRow } from '../record.ts';
import { findProvince } from './provinces.ts';
import { PROVINCES_34 } from './tables/provinces-34.ts';

const CODES: ReadonlyMap<string, string> = new Map(PROVINCES_34.map(([code, name]) => [name, code]));

/** Codes since 1/7/2025 of the provinces of today that the rows' people live in: whose tables of communes a check needs. */
export function provincesOfRows(rows: readonly RawRow[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { province } of rows) if (province !== undefined && province !== null) texts.add(cellText(province));
  const codes = new Set<string>();
  for (const text of texts) {
    const code = CODES.get(findProvince(text)?.today ?? '');
    if (code !== undefined) codes.add(code);
  }
  return codes;
}
