import type { OpenedSheet } from './open-sheet.ts';
import type { PushDecision } from './plan-push.ts';
import type { PushedRow, PushOutcome } from './push-rows.ts';
import type { PushReport } from './reports.ts';

/** A push in numbers, as the clerk is told. */
export function pushReport(
  { identity }: OpenedSheet,
  { plan }: PushDecision,
  { answers, currentVersion = 0, cancelled }: PushOutcome,
): PushReport {
  const version = identity?.version ?? currentVersion;
  const count = (result: PushedRow['result']) => answers.filter((answer) => answer.result === result).length;
  return {
    queued: count('queued'),
    kept: count('kept'),
    unchanged: count('unchanged'),
    stayed: plan.staying.length + count('stays'),
    ...(version < currentVersion ? { outdated: { version, current: currentVersion } } : {}),
    cancelled,
  };
}
