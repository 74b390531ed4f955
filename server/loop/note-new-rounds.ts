import { LOOP_STEPS } from '../../contract/loop/loop-state.ts';
import { stateAfter } from '../../contract/loop/loop-table.ts';
import { FIELDS } from '../../rules/field.ts';
import type { RawRow } from '../../rules/record.ts';
import type { RecordKey, StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';

/** A record before and after it was sent again. */
export interface SentAgain {
  readonly before: StoredRecord;
  readonly record: StoredRecord;
}

/**
 * Notes by whom and with which changes another question was put, for the records of one unit whose edit made one. A row whose paper
 * was in the school was mended by it. Expects a write transaction.
 */
export async function noteNewRounds(
  tables: Tables,
  sent: readonly SentAgain[],
  accountId: string,
  at: number,
): Promise<void> {
  const asked = sent.filter(({ before, record }) => record.round > before.round);
  const unit = asked[0]?.record.unit;
  if (unit === undefined) return;
  await tables.rounds.insert(
    asked.map(({ before, record }) => ({
      ...keyOf(record),
      round: record.round,
      at,
      accountId,
      changed: FIELDS.filter((field) => !isSameCell(before.cells, record.cells, field)),
    })),
  );
  const recordIds = asked.map(({ record }) => record.recordId);
  const standing = await tables.loop.standing(unit, recordIds);
  await tables.loop.insertSteps(
    asked.flatMap(({ before }) => {
      const stood = standing.get(before.recordId);
      const after = stood?.round === before.round ? stateAfter(stood.step, 'edit') : undefined;
      const state = LOOP_STEPS.find((step) => step === after);
      return state === undefined
        ? []
        : [{ ...keyOf(before), round: before.round, at, accountId, action: 'edit' as const, state }];
    }),
  );
}

function keyOf({ unit, recordId }: StoredRecord): RecordKey {
  return { unit, recordId };
}

function isSameCell(a: RawRow, b: RawRow, field: keyof RawRow): boolean {
  return JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null);
}
