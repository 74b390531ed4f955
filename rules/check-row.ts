import type { CheckContext } from './check-context.ts';
import { checkRows } from './check-rows.ts';
import type { Finding } from './finding.ts';
import type { RawRow } from './record.ts';

/**
 * Checks one edited row by itself, for an answer while typing; its findings carry `index`. What only the whole sheet can show
 * (duplicates, neighbours, columns) is left to `checkRows`. A blank nationality is said here for the row.
 */
export function checkRow(row: RawRow, index: number, context: CheckContext): Finding[] {
  return checkRows([row], context).map((finding) => ({
    ...finding,
    row: index,
    ...(finding.rows ? { rows: finding.rows.map(() => index) } : {}),
    ...(finding.fix
      ? { fix: { ...finding.fix, changes: finding.fix.changes.map((change) => ({ ...change, row: index })) } }
      : {}),
  }));
}
