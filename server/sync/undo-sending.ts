import type { UndoAnswer } from '../../contract/schemas/sending.ts';
import { vietnamDay } from '../../contract/vietnam-time.ts';
import { type Clock, isoInstant } from '../clock.ts';
import { mintId } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { followRecords } from '../loop/follow-records.ts';
import type { RecordChange } from '../store/change-table.ts';
import type { StoredPushReceipt } from '../store/push-receipt-table.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';
import { LiveRows } from './duplicates.ts';
import { judgeRows } from './judge-rows.ts';
import { findCellsAt, formerCells } from './row-history.ts';
import { settleRecords, type TouchedRecord } from './settle-records.ts';

/** How long after its first push a sending can be taken back. Long enough to notice over night, short enough that reports stand. */
export const UNDO_WINDOW_MS = 24 * 3600_000;

export interface UndoneSending {
  readonly answer: UndoAnswer;
  /** It had been taken back before: nothing was done. */
  readonly isRepeat: boolean;
}

/**
 * Takes a sending back: what it brought goes, what it changed holds again what it held before, and with the question the verdict comes
 * back. Rows that were sent again since are left alone and named. Runs inside one write transaction. Throws `not-found` or
 * `undo-too-late`.
 */
export async function undoSending(
  tables: Tables,
  clock: Clock,
  { unit, sendingId, accountId }: { readonly unit: string; readonly sendingId: string; readonly accountId: string },
): Promise<UndoneSending> {
  await tables.lock(`push ${unit}`);
  const earlier = await tables.pushReceipts.findUndone(unit, sendingId);
  if (earlier !== undefined) return { answer: JSON.parse(earlier), isRepeat: true };
  const receipts = await tables.pushReceipts.ofSending(unit, sendingId);
  const [first] = receipts;
  if (!first) throw new ApiProblem('not-found');
  const now = clock.now();
  if (now - first.at > UNDO_WINDOW_MS) throw new ApiProblem('undo-too-late');
  const undoing = new Undoing(tables, receipts, { unit, accountId, now, workbookId: first.workbookId });
  const answer: UndoAnswer = { sendingId, at: isoInstant(now), rows: await undoing.run() };
  await tables.pushes.remove(
    unit,
    receipts.map(({ idempotencyKey }) => idempotencyKey),
  );
  await tables.pushReceipts.insertUndone({ unit, sendingId, accountId, at: now, answer: JSON.stringify(answer) });
  return { answer, isRepeat: false };
}

interface Place {
  readonly unit: string;
  readonly accountId: string;
  readonly now: number;
  readonly workbookId: string;
}

class Undoing {
  readonly #tables: Tables;
  readonly #receipts: readonly StoredPushReceipt[];
  readonly #place: Place;
  readonly #pushId = mintId();

  constructor(tables: Tables, receipts: readonly StoredPushReceipt[], place: Place) {
    this.#tables = tables;
    this.#receipts = receipts;
    this.#place = place;
  }

  async run(): Promise<UndoAnswer['rows']> {
    const { unit, workbookId, now } = this.#place;
    const rowIds = await this.#changedRows();
    const changes = await this.#tables.changes.ofPushes(
      unit,
      this.#receipts.map(({ pushId }) => pushId),
    );
    const records = await this.#tables.records.findMany(unit, [...rowIds.keys()]);
    const joined = new Set((await this.#tables.recordRows.ofRecords(unit, [...rowIds.keys()])).map(idOf));
    const touched: TouchedRecord[] = [];
    const restored: (StoredRecord & { readonly change: RecordChange })[] = [];
    const rows: UndoAnswer['rows'] = [];
    for (const [recordId, rowId] of rowIds) {
      const before = records.get(recordId);
      if (!before) continue;
      const own = changes.get(recordId) ?? [];
      // Another workbook shows the person by now: it is no longer this sending's to take away.
      const isBrought = before.revision === own.length + 1 && this.#broughtIds.has(recordId);
      if (isBrought && !joined.has(recordId)) {
        touched.push({ record: undefined, before, change: 'removed' });
        rows.push({ rowId, result: 'removed', revision: null });
        continue;
      }
      const record = isBrought ? undefined : this.#restore(before, own);
      if (!record) {
        rows.push({ rowId, result: 'changed-since', revision: before.revision });
        continue;
      }
      touched.push({ record, before, change: 'changed' });
      restored.push(record);
      rows.push({ rowId, result: 'restored', revision: record.revision });
    }
    await this.#write(touched, restored);
    await followRecords(this.#tables, touched, this.#place.accountId, now);
    const live = new LiveRows(this.#tables, unit, workbookId, new Set(rowIds.values()), now);
    await settleRecords(this.#tables, unit, touched, live, now);
    return rows;
  }

  readonly #broughtIds = new Set<string>();

  /** Row ids by the ids of the records that the sending brought or changed, as it answered. */
  async #changedRows(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { unit, idempotencyKey } of this.#receipts) {
      const answer = await this.#tables.pushes.findAnswer(unit, idempotencyKey);
      for (const { rowId, recordId, result, revision } of answer?.rows ?? []) {
        if (recordId === null || (result !== 'queued' && result !== 'kept')) continue;
        found.set(recordId, rowId);
        if (revision === 1) this.#broughtIds.add(recordId);
      }
    }
    return found;
  }

  /** The record as it was before the sending; undefined when somebody changed it since. */
  #restore(
    before: StoredRecord,
    own: readonly RecordChange[],
  ): (StoredRecord & { readonly change: RecordChange }) | undefined {
    const [newest] = own;
    const oldest = own.at(-1);
    if (!newest || !oldest || newest.revision !== before.revision) return undefined;
    const cells = findCellsAt(before, own, oldest.revision - 1);
    if (cells === null) return undefined;
    const [judged] = judgeRows(
      before.template,
      [{ rowId: before.rowId, cells }],
      new Set(Object.keys(cells)),
      vietnamDay(this.#place.now),
    );
    if (!judged) return undefined;
    const { fate, citizenId, incomplete, personHash, claimHash: hash } = judged;
    return {
      ...before,
      ...{ cells, citizenId, incomplete, personHash, claimHash: hash },
      why: fate === 'asked' ? null : fate === 'not-applicable' ? fate : 'unverifiable',
      duplicate: before.citizenId === citizenId && before.duplicate,
      round: before.round + (before.claimHash === hash ? 0 : 1),
      revision: before.revision + 1,
      change: oldest,
    };
  }

  async #write(
    touched: readonly TouchedRecord[],
    restored: readonly (StoredRecord & { readonly change: RecordChange })[],
  ): Promise<void> {
    const { unit, workbookId, accountId, now } = this.#place;
    const { records, changes, verifications } = this.#tables;
    const removed = touched.flatMap(({ record, before }) => (record || !before ? [] : before.recordId));
    await records.remove(unit, removed);
    await records.update(restored.map(({ change: _change, ...record }) => record));
    const earlier = new Map(touched.flatMap(({ before }) => (before ? [[before.recordId, before]] : [])));
    await changes.insert(
      restored.flatMap((record) => {
        const before = earlier.get(record.recordId);
        if (!before) return [];
        return {
          ...{ unit, recordId: record.recordId, revision: record.revision, pushId: this.#pushId },
          ...{ workbookId, accountId, at: now, ...formerCells(before.cells, record.cells) },
          ...{ claimHash: before.claimHash, round: before.round, newRound: record.round },
        };
      }),
    );
    // The question is the one of before: what was answered to it holds again, and is not asked once more.
    await verifications.carryVerdicts(
      restored
        .filter(({ claimHash: hash, change }) => hash === change.claimHash)
        .filter(({ round, change }) => round !== change.round)
        .map(({ recordId, round, change }) => ({ unit, recordId, from: change.round, to: round })),
    );
  }
}

function idOf({ recordId }: { readonly recordId: string }): string {
  return recordId;
}
