import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import { followMoves } from './follow-moves.ts';
import { noteNewRounds } from './note-new-rounds.ts';
import { noteStatedSteps } from './note-stated-steps.ts';
import { tellSharedNumbers } from './tell-shared-numbers.ts';

/** A record before and after it was written; undefined where it was not there yet, or is no more. */
export interface WrittenRecord {
  readonly before: StoredRecord | undefined;
  readonly record: StoredRecord | undefined;
}

/** Keeps rounds, steps, shared numbers and moves in step with the written records of one unit. Expects their write transaction. */
export async function followRecords(
  tables: Tables,
  written: readonly WrittenRecord[],
  accountId: string,
  at: number,
): Promise<void> {
  const kept = written.flatMap(({ before, record }) => (record ? { before, record } : []));
  const changed = kept.flatMap(({ before, record }) => (before ? { before, record } : []));
  await noteNewRounds(tables, changed, accountId, at);
  await noteStatedSteps(tables, kept, accountId, at);
  // Of two units that write the same number at the same time, the second must see the first's.
  await tables.lock('numbers of all units');
  await tellSharedNumbers(tables, written);
  await followMoves(tables, written, at);
}
