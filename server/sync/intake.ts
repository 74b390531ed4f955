import { claimHash } from '../../contract/claim-hash.ts';
import type { PushRequest } from '../../contract/schemas/push.ts';
import { mintId, sha256 } from '../crypto.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import { changedDuplicates, LiveRows } from './duplicates.ts';
import type { JudgedRow } from './judge-rows.ts';

/** A row under way: what the rules say, and the record it becomes (undefined: it stays in the sheet). */
export interface RowWork {
  readonly judged: JudgedRow;
  readonly record: StoredRecord | undefined;
  /** What the record was before, if it was there. */
  readonly before: StoredRecord | undefined;
  readonly change: 'new' | 'changed' | 'none';
}

export interface Settlement {
  /** Ids of the records whose number stands in another row as well. */
  readonly doubled: ReadonlySet<string>;
  /** Ids of the new and changed records that are asked or will be. */
  readonly asked: ReadonlySet<string>;
}

type Queued = Pick<StoredRecord, 'recordId' | 'round' | 'why'> & { readonly isNew: boolean };

/** Writes the rows of one push, and keeps the queue and the duplicates in step with them. Expects a write transaction. */
export class Intake {
  readonly #tables: Tables;
  readonly #workbook: PushRequest['workbook'];
  readonly #now: number;
  readonly #live: LiveRows;

  constructor(tables: Tables, workbook: PushRequest['workbook'], rows: readonly JudgedRow[], now: number) {
    this.#tables = tables;
    this.#workbook = workbook;
    this.#now = now;
    const pushed = new Set(rows.map((row) => row.rowId));
    this.#live = new LiveRows(tables, workbook.unit, workbook.workbookId, pushed, now);
  }

  /** Writes what is new and what changed; every row is looked up and written together with the others. */
  async take(rows: readonly JudgedRow[]): Promise<readonly RowWork[]> {
    const { unit, workbookId } = this.#workbook;
    const rowIds = rows.map((row) => row.rowId);
    const known = await this.#tables.records.findRows(unit, workbookId, rowIds);
    const leftOvers = await this.#findLeftOvers(rows, known);
    const works = rows.map((row) => this.#workOf(row, known.get(row.rowId) ?? takeLeftOver(row, leftOvers)));
    const changed = (change: RowWork['change']) =>
      works.flatMap((work) => (work.change === change && work.record ? work.record : []));
    await this.#tables.records.insert(changed('new'));
    await this.#tables.records.update(changed('changed'));
    return works;
  }

  /** Settles the duplicates around every number that came or went, then the queue. */
  async settle(works: readonly RowWork[]): Promise<Settlement> {
    const { unit } = this.#workbook;
    const { records } = this.#tables;
    const doubled = new Set<string>();
    const toQueue = new Map<string, Queued>();
    const touched = new Set<string>();
    for (const { record, before, change } of works) {
      if (!record) continue;
      if (record.duplicate) doubled.add(record.recordId);
      if (change !== 'none') toQueue.set(record.recordId, { ...pick(record), isNew: change === 'new' });
      else if (!record.duplicate) continue;
      if (record.citizenId !== null) touched.add(record.citizenId);
      if (before && before.citizenId !== null) touched.add(before.citizenId);
    }
    const turned: { unit: string; recordId: string; duplicate: boolean }[] = [];
    for (const holders of (await records.holders(unit, touched)).values()) {
      if (holders.length === 1 && !holders[0]?.duplicate) continue;
      for (const { holder, duplicate } of changedDuplicates(holders, await this.#live.among(holders))) {
        turned.push({ unit, recordId: holder.recordId, duplicate });
        if (duplicate) doubled.add(holder.recordId);
        else doubled.delete(holder.recordId);
        const isNew = toQueue.get(holder.recordId)?.isNew ?? false;
        toQueue.set(holder.recordId, { ...pick(holder), isNew });
      }
    }
    await records.setDuplicate(turned);
    return { doubled, asked: await this.#settleQueue([...toQueue.values()], doubled) };
  }

  /**
   * By number: this workbook's records whose rows the sheet no longer shows. A row that was copied in the sheet got a new id, and
   * the old one's record stayed behind.
   */
  async #findLeftOvers(
    rows: readonly JudgedRow[],
    known: ReadonlyMap<string, StoredRecord>,
  ): Promise<ReadonlyMap<string, StoredRecord[]>> {
    const { unit, workbookId } = this.#workbook;
    const { records } = this.#tables;
    const numbers = rows.flatMap((row) => (known.has(row.rowId) || row.citizenId === null ? [] : row.citizenId));
    const found = new Map<string, StoredRecord[]>();
    for (const [number, holders] of await records.holders(unit, numbers)) {
      const own = holders.filter((holder) => holder.workbookId === workbookId);
      const live = await this.#live.among(own);
      const left = own.filter((holder) => !live.has(holder)).map((holder) => holder.recordId);
      if (left.length > 0) found.set(number, [...(await records.findMany(unit, left)).values()]);
    }
    return found;
  }

  #workOf(judged: JudgedRow, before: StoredRecord | undefined): RowWork {
    const { fate } = judged;
    if (fate === 'stays') return { judged, record: undefined, before: undefined, change: 'none' };
    const record = this.#recordOf(judged, fate === 'asked' ? null : fate, before);
    if (!before) return { judged, record, before, change: 'new' };
    if (isSame(before, record)) return { judged, record: before, before, change: 'none' };
    return { judged, record, before, change: 'changed' };
  }

  #recordOf(judged: JudgedRow, why: StoredRecord['why'], before: StoredRecord | undefined): StoredRecord {
    const { unit, workbookId, template } = this.#workbook;
    const { rowId, cells, citizenId, incomplete } = judged;
    const hash = claimHash(cells);
    return {
      unit,
      recordId: before?.recordId ?? mintId(),
      workbookId,
      rowId,
      template,
      cells,
      claimHash: hash,
      citizenId,
      personHash: sha256(judged.personKey),
      why,
      incomplete,
      duplicate: before !== undefined && before.citizenId === citizenId && before.duplicate,
      // Another question is another round, also when the last one was never asked: its request id may have left the house.
      round: before ? before.round + (before.claimHash === hash ? 0 : 1) : 1,
      revision: (before?.revision ?? 0) + 1,
    };
  }

  /** Returns the ids of the records whose question is open now. */
  async #settleQueue(records: readonly Queued[], doubled: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { verifications } = this.#tables;
    const { unit } = this.#workbook;
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
        .map(({ recordId, round }) => ({ unit, recordId, round, priority: round > 1 ? 0 : 1, dueAt: this.#now })),
    );
    return toAsk;
  }
}

/** The record goes over to the new id, with its verdict; each to one row only. */
function takeLeftOver(
  { citizenId }: JudgedRow,
  leftOvers: ReadonlyMap<string, StoredRecord[]>,
): StoredRecord | undefined {
  return citizenId === null ? undefined : leftOvers.get(citizenId)?.shift();
}

function pick({ recordId, round, why }: Omit<Queued, 'isNew'>): Omit<Queued, 'isNew'> {
  return { recordId, round, why };
}

/** Equal cells, judged as before, under the same row id: nothing to write. */
function isSame(before: StoredRecord, record: StoredRecord): boolean {
  return (
    before.rowId === record.rowId &&
    before.why === record.why &&
    before.incomplete === record.incomplete &&
    before.citizenId === record.citizenId &&
    before.personHash === record.personHash &&
    JSON.stringify(before.cells) === JSON.stringify(record.cells)
  );
}
