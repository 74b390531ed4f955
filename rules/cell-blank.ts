import type { CellValue } from './cell.ts';

/** Nothing a person would see: no cell, or nothing but spaces. */
export function isBlank(cell: CellValue | undefined): boolean {
  if (cell === undefined || cell === null || cell === '') return true;
  if (typeof cell !== 'string') return false;
  // Nearly every text begins with something visible; only the rest is worth a trim, which copies.
  const first = cell.charCodeAt(0);
  if (first > 0x20 && first < 0x1680 && first !== 0xa0) return false;
  return cell.trim() === '';
}
