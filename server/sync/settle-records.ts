import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import { changedDuplicates, type LiveRows } from './duplicates.ts';

/** A record that was looked at, brought, changed or taken away. */
export interface TouchedRecord {
  /** As it is now; undefined when it is gone or there is none. */
  readonly record: StoredRecord | undefined;
  readonly before: StoredRecord | undefined;
  readonly change: 'new' | 'changed' | 'removed' | 'none';
}

export interface Settlement {
  /** Ids of the records whose number stands in another row as well. */
  readonly doubled: ReadonlySet<string>;
  /** Ids of the new and changed records that are asked or will be. */
  readonly asked: ReadonlySet<string>;
}

type Queued = Pick<StoredRecord, 'recordId' | 'round' | 'why'> & { readonly isNew: boolean };

/**
 * Settles the duplicates around every number that came or went, then the queue. Expects a write transaction.
 * @param free numbers that nobody in the unit had before it
 */
export async function settleRecords(
  tables: Tables,
  unit: string,
  touched: readonly TouchedRecord[],
  live: LiveRows,
  now: number,
  free: ReadonlySet<string> = new Set(),
): Promise<Settlement> {
  const doubled = new Set<string>();
  const toQueue = new Map<string, Queued>();
  const numbers = new Set<string>();
  const brought = new Set<string>();
  for (const { record, before, change } of touched) {
    if (record?.duplicate) doubled.add(record.recordId);
    if (record && change !== 'none') toQueue.set(record.recordId, { ...pick(record), isNew: change === 'new' });
    else if (change === 'none' && !record?.duplicate) continue;
    const number = record?.citizenId;
    // Most people of a new roster are nobody else's double; a second one of this very push shows at its second row.
    if (number && (!free.has(number) || brought.has(number))) numbers.add(number);
    else if (number) brought.add(number);
    if (before?.citizenId) numbers.add(before.citizenId);
  }
  const turned: { unit: string; recordId: string; duplicate: boolean }[] = [];
  for (const holders of (await tables.records.holders(unit, numbers)).values()) {
    if (holders.length === 1 && !holders[0]?.duplicate) continue;
    for (const { holder, duplicate } of await changedDuplicates(holders, live)) {
      turned.push({ unit, recordId: holder.recordId, duplicate });
      if (duplicate) doubled.add(holder.recordId);
      else doubled.delete(holder.recordId);
      const isNew = toQueue.get(holder.recordId)?.isNew ?? false;
      toQueue.set(holder.recordId, { ...pick(holder), isNew });
    }
  }
  await tables.records.setDuplicate(turned);
  return { doubled, asked: await settleQueue(tables, unit, [...toQueue.values()], doubled, now) };
}

/** Returns the ids of the records whose question is open now. */
async function settleQueue(
  { verifications }: Tables,
  unit: string,
  records: readonly Queued[],
  doubled: ReadonlySet<string>,
  now: number,
): Promise<ReadonlySet<string>> {
  const asks = records.filter(({ recordId, why }) => why === null && !doubled.has(recordId));
  const toAsk = new Set(asks.map(({ recordId }) => recordId));
  const older = records.filter(({ isNew }) => !isNew);
  const silenced = older.filter(({ recordId }) => !toAsk.has(recordId));
  await verifications.remove(
    unit,
    silenced.map(({ recordId }) => recordId),
  );
  const olderAsks = older.filter(({ recordId }) => toAsk.has(recordId)).map(({ recordId }) => recordId);
  const jobs = await verifications.findJobs(unit, olderAsks);
  const verdicts = await verifications.lastRounds(unit, olderAsks);
  const answered = asks.filter(({ recordId, round }) => verdicts.get(recordId) === round);
  for (const { recordId } of answered) toAsk.delete(recordId);
  await verifications.enqueue(
    asks
      .filter(({ recordId, round }) => toAsk.has(recordId) && jobs.get(recordId)?.round !== round)
      // A mended row goes before the first sending of others: its clerk sits and waits for it.
      .map(({ recordId, round }) => ({ unit, recordId, round, priority: round > 1 ? 0 : 1, dueAt: now })),
  );
  return toAsk;
}

function pick({ recordId, round, why }: Omit<Queued, 'isNew'>): Omit<Queued, 'isNew'> {
  return { recordId, round, why };
}
