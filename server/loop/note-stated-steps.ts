import { LOOP_STEPS, type LoopStep } from '../../contract/loop/loop-state.ts';
import { stateAfter } from '../../contract/loop/loop-table.ts';
import { findStatedAction } from '../../contract/loop/stated-action.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';

/** A record as it came, and as it was. */
export interface SentRecord {
  readonly before: StoredRecord | undefined;
  readonly record: StoredRecord;
}

/**
 * Keeps the steps of a unit's rows in agreement with what the rows state themselves, as if the person who sent them had pressed the
 * button. Expects a write transaction, after new rounds were noted.
 */
export async function noteStatedSteps(
  tables: Tables,
  sent: readonly SentRecord[],
  accountId: string,
  at: number,
): Promise<void> {
  const noted = { at, accountId } as const;
  const steps: Parameters<Tables['loop']['insertSteps']>[0][number][] = [];
  const stand: Parameters<Tables['loop']['stand']>[0][number][] = [];
  const withdrawn: { record: StoredRecord; step: LoopStep }[] = [];
  for (const { before, record } of sent) {
    const states = findStatedAction(record.cells);
    const stated = before && findStatedAction(before.cells);
    if (states === stated && before?.round === record.round) continue;
    const key = { unit: record.unit, recordId: record.recordId, round: record.round };
    if (states !== undefined) {
      const step = stepAfter(states);
      steps.push({ ...key, ...noted, action: states, state: step });
      stand.push({ ...key, step });
    } else if (stated !== undefined && before?.round === record.round) {
      withdrawn.push({ record, step: stepAfter(stated) });
    }
  }
  const unit = sent[0]?.record.unit;
  if (unit === undefined) return;
  const standing = await tables.loop.standing(
    unit,
    withdrawn.map(({ record }) => record.recordId),
  );
  for (const { record, step } of withdrawn) {
    const { recordId, round } = record;
    const stood = standing.get(recordId);
    // People have brought it further in the meantime: that is not for a cell to take back.
    if (stood?.step !== step || stood.round !== round) continue;
    steps.push({ unit, recordId, round, ...noted, action: 'step-back', state: null });
    await tables.loop.drop(unit, [recordId]);
  }
  await tables.loop.insertSteps(steps);
  await tables.loop.stand(stand, at);
}

/** From any failed answer the table has one step after each. */
function stepAfter(action: 'await-number' | 'guide-parents'): LoopStep {
  const step = LOOP_STEPS.find((each) => each === stateAfter('not-confirmed', action));
  if (step === undefined) throw new Error(`the table of the loop has no step after ${action}`);
  return step;
}
