import type { RecordKey } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import type { JobPriority } from '../store/verification-table.ts';

/**
 * Puts the same question once more, as a round of its own: its request id must be another, or a service that remembers would repeat
 * its old answer. Expects a write transaction.
 * @param records of one unit, with the round they are in
 * @param accountId null: the program by itself
 */
export async function askAnew(
  tables: Tables,
  records: readonly (RecordKey & { readonly round: number })[],
  accountId: string | null,
  priority: JobPriority,
  now: number,
): Promise<void> {
  const next = records.map(({ unit, recordId, round }) => ({ unit, recordId, round: round + 1 }));
  await tables.records.setRound(next);
  await tables.rounds.insert(next.map((record) => ({ ...record, at: now, accountId, changed: [] })));
  await tables.verifications.enqueue(next.map((record) => ({ ...record, priority, dueAt: now })));
}
