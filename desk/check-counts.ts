import { type CheckedSheet, openFindings } from './check-sheet.ts';
import { planPush } from './plan-push.ts';

/** A check in numbers, for those who wait for the rows: how many there are, have an error, cannot be sent yet. */
export function checkCounts(checked: CheckedSheet): {
  readonly rows: number;
  readonly errorRows: number;
  readonly stays: number;
} {
  const faulty = new Set<number>();
  for (const { severity, row } of openFindings(checked)) if (severity === 'error' && row !== null) faulty.add(row);
  const { staying } = planPush(checked, { code: '', name: '' }).plan;
  return { rows: checked.rows.length, errorRows: faulty.size, stays: staying.length };
}
