import type { CellValue } from './cell.ts';

/** Nothing a person would see: no cell, or nothing but spaces. */
export function isBlank(cell: CellValue | undefined): boolean {
  if (cell === undefined || cell === null || cell === '') return true;
  return typeof cell === 'string' && cell.trim() === '';
}
