import { addToGroup } from './add-to-group.ts';
import type { Finding } from './finding.ts';

/**
 * The findings that concern each row: its own, and those said once for a column that name it. Rows without findings have no
 * entry.
 */
export function findingsByRow(findings: readonly Finding[]): Map<number, Finding[]> {
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) {
    const rows = finding.row === null ? (finding.rows ?? []) : [finding.row];
    for (const row of rows) addToGroup(byRow, row, finding);
  }
  return byRow;
}
