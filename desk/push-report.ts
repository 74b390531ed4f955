import { cellText } from '../rules/cell.ts';
import type { OpenedSheet } from './open-sheet.ts';
import type { GoingRow, PushDecision } from './plan-push.ts';
import type { PushedRow, PushOutcome } from './push-rows.ts';
import type { DifferingRow, PushReport } from './reports.ts';

/** A push in numbers, as the clerk is told. */
export function pushReport(
  { identity }: OpenedSheet,
  { plan, going }: PushDecision,
  { answers, currentVersion = 0, cancelled }: PushOutcome,
  dryRun: boolean,
): PushReport {
  const version = identity?.version ?? currentVersion;
  const count = (result: PushedRow['result']) => answers.filter((answer) => answer.result === result).length;
  const differing = differingRows(going, answers);
  return {
    queued: count('queued'),
    kept: count('kept'),
    unchanged: count('unchanged'),
    stayed: plan.staying.length + count('stays'),
    ...(version < currentVersion ? { outdated: { version, current: currentVersion } } : {}),
    cancelled,
    ...(differing.length > 0 ? { differing } : {}),
    ...(dryRun ? { dryRun } : {}),
  };
}

/** `mine` is what the sheet held when it was sent, to the very kind of the cell. */
function differingRows(going: readonly GoingRow[], answers: readonly PushedRow[]): readonly DifferingRow[] {
  const sent = new Map(going.map(({ row }) => [row.rowId, row]));
  return answers.flatMap(({ rowId, revision, differences, editedBy = null, editedAt = null }) => {
    const row = sent.get(rowId);
    if (!row || differences === undefined || revision === null) return [];
    const fields = differences.map((one) => ({ ...one, mine: row.values[one.field] ?? null }));
    const { rowNumber, values } = row;
    return [{ rowId, rowNumber, name: cellText(values.fullName), revision, editedBy, editedAt, fields }];
  });
}
