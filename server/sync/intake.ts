import { claimHash } from '../../contract/claim-hash.ts';
import type { PushRequest } from '../../contract/schemas/push.ts';
import { mintId, sha256 } from '../crypto.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Store } from '../store/store.ts';
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
  readonly #store: Store;
  readonly #workbook: PushRequest['workbook'];
  readonly #now: number;
  readonly #known: ReadonlyMap<string, StoredRecord>;
  readonly #live: LiveRows;
  /** By number: ids of this workbook's records whose rows the sheet no longer shows. */
  readonly #leftOvers: ReadonlyMap<string, string[]>;

  constructor(store: Store, workbook: PushRequest['workbook'], rows: readonly JudgedRow[], now: number) {
    const { unit, workbookId } = workbook;
    this.#store = store;
    this.#workbook = workbook;
    this.#now = now;
    const rowIds = rows.map((row) => row.rowId);
    this.#known = store.records.findRows(unit, workbookId, rowIds);
    this.#live = new LiveRows(store, unit, workbookId, new Set(rowIds), now);
    this.#leftOvers = this.#findLeftOvers(rows);
  }

  take(judged: JudgedRow): RowWork {
    const { fate } = judged;
    if (fate === 'stays') return { judged, record: undefined, before: undefined, change: 'none' };
    const before = this.#known.get(judged.rowId) ?? this.#takeLeftOver(judged);
    const record = this.#recordOf(judged, fate === 'asked' ? null : fate, before);
    if (!before) {
      this.#store.records.insert(record);
      return { judged, record, before, change: 'new' };
    }
    if (isSame(before, record)) return { judged, record: before, before, change: 'none' };
    this.#store.records.update(record);
    return { judged, record, before, change: 'changed' };
  }

  /** Settles the duplicates around every number that came or went, then the queue. */
  settle(works: readonly RowWork[]): Settlement {
    const { unit } = this.#workbook;
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
    for (const holders of this.#store.records.holders(unit, touched).values()) {
      for (const { holder, duplicate } of changedDuplicates(holders, this.#live)) {
        this.#store.records.setDuplicate(unit, holder.recordId, duplicate);
        if (duplicate) doubled.add(holder.recordId);
        else doubled.delete(holder.recordId);
        const isNew = toQueue.get(holder.recordId)?.isNew ?? false;
        toQueue.set(holder.recordId, { ...pick(holder), isNew });
      }
    }
    const asked = new Set<string>();
    for (const record of toQueue.values()) {
      if (this.#settleQueue(record, doubled.has(record.recordId))) asked.add(record.recordId);
    }
    return { doubled, asked };
  }

  /** A row that was copied in the sheet got a new id, and the old one's record stays behind. */
  #findLeftOvers(rows: readonly JudgedRow[]): ReadonlyMap<string, string[]> {
    const { unit, workbookId } = this.#workbook;
    const numbers = rows.flatMap((row) => (this.#known.has(row.rowId) || row.citizenId === null ? [] : row.citizenId));
    const found = new Map<string, string[]>();
    for (const [number, holders] of this.#store.records.holders(unit, numbers)) {
      const left = holders.filter((holder) => holder.workbookId === workbookId && !this.#live.has(holder));
      found.set(
        number,
        left.map((holder) => holder.recordId),
      );
    }
    return found;
  }

  /** The record goes over to the new id, with its verdict; each to one row only. */
  #takeLeftOver({ citizenId }: JudgedRow): StoredRecord | undefined {
    const recordId = citizenId === null ? undefined : this.#leftOvers.get(citizenId)?.shift();
    return recordId === undefined ? undefined : this.#store.records.find(this.#workbook.unit, recordId);
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
      rowHash: sha256(JSON.stringify(cells)),
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

  /** True when the record's question is open now. */
  #settleQueue({ recordId, round, why, isNew }: Queued, doubled: boolean): boolean {
    const { verifications } = this.#store;
    const { unit } = this.#workbook;
    if (why !== null || doubled) {
      if (!isNew) verifications.remove(unit, recordId);
      return false;
    }
    if (!isNew) {
      if (verifications.findJob(unit, recordId)?.round === round) return true;
      if (verifications.hasVerdict(unit, recordId, round)) return false;
    }
    // A mended row goes before the first sending of others: its clerk sits and waits for it.
    verifications.enqueue(unit, recordId, round, round > 1 ? 0 : 1, this.#now);
    return true;
  }
}

function pick({ recordId, round, why }: Omit<Queued, 'isNew'>): Omit<Queued, 'isNew'> {
  return { recordId, round, why };
}

/** Equal cells, judged as before, under the same row id: nothing to write. */
function isSame(before: StoredRecord, record: StoredRecord): boolean {
  return (
    before.rowHash === record.rowHash &&
    before.rowId === record.rowId &&
    before.why === record.why &&
    before.incomplete === record.incomplete &&
    before.citizenId === record.citizenId &&
    before.personHash === record.personHash
  );
}
