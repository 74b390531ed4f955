import type { Area } from '../../desk/area.ts';

/** The last row and column Excel has. */
export const LAST_ROW = 1_048_576;
export const COLUMN_COUNT = 16_384;

/** `B2:D3` or `B2`, `$` or not; undefined for anything else. */
export function findArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference.trim());
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const columns = [columnIndex(left), columnIndex(right)];
  const rows = [Number(top), Number(bottom)];
  const area = {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
  return area.firstRow >= 1 && area.lastRow <= LAST_ROW && area.lastColumn < COLUMN_COUNT ? area : undefined;
}

/** `A` → 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
