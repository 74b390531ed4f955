import { claimHash } from '../../contract/claim-hash.ts';
import type { PushAnswer, PushRequest } from '../../contract/schemas/push.ts';
import { vietnamDay } from '../clock.ts';
import { mintId, sha256 } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { EndpointServices } from '../http/endpoint.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { Scope } from '../store/unit-table.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import { changedDuplicates, LiveRows } from './duplicates.ts';
import { type JudgedRow, judgeRows } from './judge-rows.ts';
import { type PushedRow, readPush } from './read-push.ts';

export type PushServices = Pick<EndpointServices, 'store' | 'clock'>;

export interface IncomingPush {
  readonly scope: Scope;
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly body: PushRequest;
}

type RowAnswer = PushAnswer['rows'][number];

/** A row under way: what was pushed, what the rules say, and the record it becomes (undefined: it stays in the sheet). */
interface RowWork {
  readonly row: PushedRow;
  readonly judged: JudgedRow;
  readonly record: StoredRecord | undefined;
  readonly change: 'new' | 'changed' | 'none';
}

/**
 * Takes in one batch of rows; runs inside one write transaction and is answered only after its commit. Every row is judged anew by
 * the shared rules. The same key with the same body gets the same answer again and changes nothing. Throws `unit-foreign`,
 * `unit-closed`, `idempotency-key-reused` or `body-invalid`.
 */
export function receivePush(services: PushServices, push: IncomingPush): PushAnswer {
  const { store, clock } = services;
  const { workbook } = push.body;
  const unit = unitInScopeOrReject(store, push.scope, workbook.unit);
  const bodyHash = sha256(JSON.stringify(push.body));
  const earlier = store.pushes.find(unit.code, push.idempotencyKey);
  if (earlier) {
    if (earlier.bodyHash !== bodyHash) throw new ApiProblem('idempotency-key-reused');
    return earlier.answer;
  }
  inOperationOrReject(unit, clock);
  keepWorkbookOrReject(services, push.body);
  const now = clock.now();
  const rows = readPush(push.body);
  const judged = judgeRows(workbook.template, rows, new Set(push.body.columns), vietnamDay(now));
  const intake = new Intake(services, push.body, new Set(rows.map((row) => row.rowId)));
  const works = rows.map((row, index) => intake.take(row, judged[index]!));
  const settlement = intake.settle(works);
  const answer = { pushId: mintId(), rows: works.map((work) => answerOf(work, settlement)) };
  const { accountId, idempotencyKey } = push;
  const workbookId = workbook.workbookId;
  store.pushes.insert({ unit: unit.code, idempotencyKey, bodyHash, workbookId, accountId, at: now, answer });
  return answer;
}

function keepWorkbookOrReject({ store, clock }: PushServices, { workbook }: PushRequest): void {
  const known = store.workbooks.find(workbook.unit, workbook.workbookId);
  if (!known) store.workbooks.insert({ ...workbook, firstSeenAt: clock.now() });
  else if (known.template !== workbook.template)
    throw new ApiProblem('body-invalid', { where: 'body.workbook.template' });
}

interface Settlement {
  /** Ids of the records whose number stands in another row as well. */
  readonly doubled: ReadonlySet<string>;
  /** Ids of the new and changed records that are asked or will be. */
  readonly asked: ReadonlySet<string>;
}

/** Writes the rows of one push and keeps the queue and the duplicates in step with them. */
class Intake {
  readonly #services: PushServices;
  readonly #workbook: PushRequest['workbook'];
  readonly #known: ReadonlyMap<string, StoredRecord>;
  readonly #live: LiveRows;

  constructor(services: PushServices, { workbook }: PushRequest, pushed: ReadonlySet<string>) {
    const { store, clock } = services;
    this.#services = services;
    this.#workbook = workbook;
    this.#known = store.records.findRows(workbook.unit, workbook.workbookId, [...pushed]);
    this.#live = new LiveRows(store, workbook.unit, workbook.workbookId, pushed, clock.now());
  }

  take(row: PushedRow, judged: JudgedRow): RowWork {
    if (judged.fate === 'stays') return { row, judged, record: undefined, change: 'none' };
    const { store } = this.#services;
    const known = this.#known.get(row.rowId) ?? this.#findLeftOver(judged);
    const record = this.#recordOf(row, judged, judged.fate === 'asked' ? null : judged.fate, known);
    if (!known) {
      store.records.insert(record);
      return { row, judged, record, change: 'new' };
    }
    if (isSame(known, record)) return { row, judged, record: known, change: 'none' };
    store.records.update(record);
    return { row, judged, record, change: 'changed' };
  }

  /** Settles the duplicates around every number that came or went, then the queue. */
  settle(works: readonly RowWork[]): Settlement {
    const { store } = this.#services;
    const { unit } = this.#workbook;
    const doubled = new Set<string>();
    const toSettle = new Map<string, Pick<StoredRecord, 'recordId' | 'round' | 'why'>>();
    for (const { record, change } of works) {
      if (record?.duplicate) doubled.add(record.recordId);
      if (record && change !== 'none') toSettle.set(record.recordId, record);
    }
    for (const citizenId of this.#touchedNumbers(works)) {
      for (const { holder, duplicate } of changedDuplicates(store.records.holders(unit, citizenId), this.#live)) {
        store.records.setDuplicate(unit, holder.recordId, duplicate);
        if (duplicate) doubled.add(holder.recordId);
        else doubled.delete(holder.recordId);
        toSettle.set(holder.recordId, holder);
      }
    }
    const asked = new Set<string>();
    for (const record of toSettle.values()) {
      if (this.#settleQueue(record, doubled.has(record.recordId))) asked.add(record.recordId);
    }
    return { doubled, asked };
  }

  /** A record of this workbook under the same number whose row the sheet no longer shows: the row was copied and got a new id. */
  #findLeftOver({ citizenId }: JudgedRow): StoredRecord | undefined {
    if (citizenId === null) return undefined;
    const { store } = this.#services;
    const { unit, workbookId } = this.#workbook;
    const left = store.records
      .holders(unit, citizenId)
      .find((holder) => holder.workbookId === workbookId && !this.#live.has(holder));
    return left && store.records.find(unit, left.recordId);
  }

  #recordOf(
    row: PushedRow,
    judged: JudgedRow,
    why: StoredRecord['why'],
    known: StoredRecord | undefined,
  ): StoredRecord {
    const { unit, workbookId, template } = this.#workbook;
    const hash = claimHash(row.cells);
    return {
      unit,
      recordId: known?.recordId ?? mintId(),
      workbookId,
      rowId: row.rowId,
      template,
      cells: row.cells,
      rowHash: sha256(JSON.stringify(row.cells)),
      claimHash: hash,
      citizenId: judged.citizenId,
      personHash: sha256(judged.personKey),
      why,
      incomplete: judged.incomplete,
      duplicate: known?.citizenId === judged.citizenId && known.duplicate,
      // Another question is another round, also when the last one was never asked: its request id may have left the house.
      round: known ? known.round + (known.claimHash === hash ? 0 : 1) : 1,
      revision: (known?.revision ?? 0) + 1,
    };
  }

  #touchedNumbers(works: readonly RowWork[]): ReadonlySet<string> {
    const numbers = new Set<string>();
    for (const { row, record, change } of works) {
      if (!record || (change === 'none' && !record.duplicate)) continue;
      const before = this.#known.get(row.rowId)?.citizenId;
      if (before) numbers.add(before);
      if (record.citizenId) numbers.add(record.citizenId);
    }
    return numbers;
  }

  /** True when the record's question is open now. */
  #settleQueue(record: Pick<StoredRecord, 'recordId' | 'round' | 'why'>, doubled: boolean): boolean {
    const { verifications } = this.#services.store;
    const { unit } = this.#workbook;
    const { recordId, round } = record;
    if (record.why !== null || doubled) {
      verifications.remove(unit, recordId);
      return false;
    }
    if (verifications.findJob(unit, recordId)?.round === round) return true;
    if (verifications.hasVerdict(unit, recordId, round)) return false;
    // A mended row goes before the first sending of others: its clerk sits and waits for it.
    verifications.enqueue(unit, recordId, round, round > 1 ? 0 : 1, this.#services.clock.now());
    return true;
  }
}

/** Equal cells, judged as before, under the same row id: nothing to write. */
function isSame(known: StoredRecord, record: StoredRecord): boolean {
  return (
    known.rowHash === record.rowHash &&
    known.rowId === record.rowId &&
    known.why === record.why &&
    known.incomplete === record.incomplete &&
    known.citizenId === record.citizenId &&
    known.personHash === record.personHash
  );
}

/** `kept` without a reason: the row changed, but not what is asked about it; its verdict stands. */
function answerOf({ row, judged, record, change }: RowWork, { doubled, asked }: Settlement): RowAnswer {
  const { rowId } = row;
  if (!record) {
    return { rowId, recordId: null, result: 'stays', why: null, incomplete: true, errors: [...judged.errors] };
  }
  const isDoubled = doubled.has(record.recordId);
  const incomplete = record.incomplete || isDoubled;
  const why = record.why ?? (isDoubled ? 'unverifiable' : null);
  const codes = isDoubled ? new Set([...judged.errors, 'citizen-id.duplicate']) : judged.errors;
  const result = change === 'none' ? 'unchanged' : asked.has(record.recordId) ? 'queued' : 'kept';
  return { rowId, recordId: record.recordId, result, why, incomplete, errors: [...codes] };
}
