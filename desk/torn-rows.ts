import type { Layout } from '../templates/layout.ts';
import { contentFingerprint, findFingerprint, fingerprintFit } from './row-fingerprint.ts';
import { readRowMarks } from './row-marks.ts';
import type { SheetRow } from './sheet-port.ts';

/**
 * Rows that the server knows and that hold somebody else now: name, birth date and number are all others than when it last saw
 * them. Pasted over, or sorted in some of their columns only; either way a person must say whose the row is.
 */
export interface TornRows {
  readonly rows: readonly Pick<SheetRow, 'rowId' | 'rowNumber'>[];
  /** How many of them hold the very person of another row: what a sort of some columns leaves behind. */
  readonly moved: number;
}

/** Two parts at the least must speak for it: one changed name alone is a correction. */
const FEWEST_PARTS = 2;

export function findTornRows(layout: Layout, rows: readonly SheetRow[]): TornRows {
  const known = new Set<string>();
  const torn: SheetRow[] = [];
  for (const row of rows) {
    const fingerprint = findFingerprint(row.rowId, readRowMarks(layout, row.marks).fingerprint);
    if (fingerprint === null) continue;
    known.add(fingerprint.slice(-9));
    const { same, different } = fingerprintFit(fingerprint, row.values);
    if (same === 0 && different >= FEWEST_PARTS) torn.push(row);
  }
  const moved = torn.filter((row) => known.has(contentFingerprint(row.values))).length;
  return { rows: torn.map(({ rowId, rowNumber }) => ({ rowId, rowNumber })), moved };
}
