import { PUSH_MAX_ROWS } from '../contract/push-limits.ts';
import type { PushAnswer, PushRequest } from '../contract/schemas/push.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import type { FieldId } from '../rules/field.ts';
import { FIRST_BATCH_ROWS, nextBatchRows } from './batch-size.ts';
import { DeskError } from './desk-error.ts';
import { OfflineError } from './http-transport.ts';
import type { GoingRow } from './plan-push.ts';
import type { PushReport } from './reports.ts';
import type { ApplyOptions } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import { utf8Length } from './utf8-length.ts';

/** Bytes of JSON a batch may have: on a school's line of 1 Mbit/s it goes in seconds, and a dropped one costs little. */
export const PUSH_MAX_BYTES = 400_000;

/** Pauses before the second, third and fourth try of a batch, in milliseconds. A line that is gone for longer is said to be gone. */
export const PUSH_RETRY_DELAYS = [1000, 3000, 9000] as const;

export type PushedRow = PushAnswer['rows'][number];

/** A batch that went out and was not answered: the server may have it. It goes again as it was, under the same key. */
export interface UnansweredBatch {
  readonly key: string;
  readonly request: PushRequest;
  readonly rows: readonly GoingRow[];
}

/** An acknowledged batch: what was sent, and what the server did with it. */
export interface AnsweredBatch {
  readonly rows: readonly GoingRow[];
  readonly answers: readonly PushedRow[];
}

export interface PushRowsInput {
  readonly client: SyncClient;
  readonly workbook: PushRequest['workbook'];
  /** Fields that have a column. */
  readonly fields: ReadonlySet<FieldId>;
  readonly rows: readonly GoingRow[];
  /** Names this sending, so that its batches can be receipted and taken back together. */
  readonly sendingId: string;
  readonly dryRun: boolean;
  readonly mintId: () => string;
  readonly delay: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock, for how long a batch takes. */
  readonly now: () => number;
  /** Called with each batch as soon as it is acknowledged, before the next one goes. */
  readonly onAnswered: (batch: AnsweredBatch) => Promise<void>;
}

/** How far a push came. `failure`: what ended it early; what stands in `answers` is acknowledged all the same. */
export interface PushOutcome {
  readonly answers: readonly PushedRow[];
  /** Version of the template on the server, as far as it said. */
  readonly currentVersion?: number;
  readonly cancelled: boolean;
  readonly failure: unknown;
  /** Absent: nothing is on its way. */
  readonly unanswered?: UnansweredBatch;
}

/** The line was lost in the middle of a push. The rows counted in `acknowledged` are safe on the server. */
export class PushOfflineError extends OfflineError {
  readonly acknowledged: PushReport;

  constructor(acknowledged: PushReport, options?: ErrorOptions) {
    super('the line was lost during a push', options);
    this.acknowledged = acknowledged;
  }
}

/**
 * Sends rows in batches, as large as the line carries in a few seconds. The ordinal and the clerk's remarks never leave the sheet:
 * `UPLOADED_FIELDS` does not know them.
 */
export async function pushRows(input: PushRowsInput, { signal, onProgress }: ApplyOptions = {}): Promise<PushOutcome> {
  const queue = new BatchQueue(
    input.rows,
    UPLOADED_FIELDS.filter((field) => input.fields.has(field)),
  );
  const answers: PushedRow[] = [];
  let said: Pick<PushOutcome, 'currentVersion'> = {};
  let allowed = FIRST_BATCH_ROWS;
  onProgress?.(0, input.rows.length);
  while (!queue.isEmpty) {
    if (signal?.aborted) return { answers, ...said, cancelled: true, failure: null };
    const rows = queue.take(allowed);
    const batch = { key: input.mintId(), request: queue.requestOf(input, rows), rows };
    const begun = input.now();
    try {
      const answer = await pushBatch(input, batch);
      const unknown = new Set(answer.rows.flatMap((row) => (row.result === 'unknown' ? [row.rowId] : [])));
      queue.putBack(rows.filter(({ row }) => unknown.has(row.rowId)));
      const answered = answer.rows.filter((row) => !unknown.has(row.rowId));
      answers.push(...answered);
      if (answer.currentVersion !== undefined) said = { currentVersion: answer.currentVersion };
      await input.onAnswered({ rows, answers: answered });
    } catch (failure) {
      const unanswered = isPassing(failure) && !input.dryRun ? { unanswered: batch } : {};
      return { answers, ...said, cancelled: false, failure, ...unanswered };
    }
    const whole = rows.filter((row) => !row.asSeen).length;
    if (whole > 0) allowed = nextBatchRows(allowed, { rows: whole, milliseconds: input.now() - begun });
    onProgress?.(answers.length, input.rows.length);
  }
  return { answers, ...said, cancelled: false, failure: null };
}

/** Sends once more what was left without an answer. The server answers as the first time, or takes it in now. */
export async function pushUnanswered(
  input: Pick<PushRowsInput, 'client' | 'delay'>,
  batch: UnansweredBatch,
): Promise<AnsweredBatch> {
  const { rows } = await pushBatch(input, batch);
  return { rows: batch.rows, answers: rows.filter((row) => row.result !== 'unknown') };
}

type WireRow = PushRequest['rows'][number];

/** The rows still to be sent. */
class BatchQueue {
  readonly #columns: PushRequest['columns'];
  #rows: readonly GoingRow[];
  #next = 0;

  constructor(rows: readonly GoingRow[], columns: PushRequest['columns']) {
    this.#rows = rows;
    this.#columns = columns;
  }

  get isEmpty(): boolean {
    return this.#next >= this.#rows.length;
  }

  /** Cut by whole rows, by rows and by measured bytes, whichever comes first. */
  take(allowed: number): readonly GoingRow[] {
    const first = this.#next;
    let bytes = 0;
    let whole = 0;
    for (; this.#next < this.#rows.length && this.#next - first < PUSH_MAX_ROWS; this.#next++) {
      const row = this.#rows[this.#next] as GoingRow;
      const size = utf8Length(JSON.stringify(this.#wireRow(row))) + 1;
      const isFull = (!row.asSeen && whole === allowed) || bytes + size > PUSH_MAX_BYTES;
      if (isFull && this.#next > first) break;
      bytes += size;
      if (!row.asSeen) whole++;
    }
    return this.#rows.slice(first, this.#next);
  }

  requestOf({ workbook, sendingId, dryRun }: PushRowsInput, rows: readonly GoingRow[]): PushRequest {
    return {
      workbook,
      columns: this.#columns,
      rows: rows.map((row) => this.#wireRow(row)),
      sendingId,
      ...(dryRun ? { dryRun } : {}),
    };
  }

  /** Rows that the server does not have as the sheet remembers: they go whole, at the end. */
  putBack(rows: readonly GoingRow[]): void {
    if (rows.length === 0) return;
    this.#rows = [...this.#rows, ...rows.map(({ row }) => ({ row, base: null, asSeen: false }))];
  }

  #wireRow({ row: { rowId, values }, base, asSeen }: GoingRow): WireRow {
    const known = base === undefined ? {} : { base };
    return asSeen
      ? { rowId, ...known }
      : { rowId, cells: this.#columns.map((field) => values[field] ?? null), ...known };
  }
}

/** One batch under one key, however often it is tried: an answer lost on the way back is given again, not made twice. */
async function pushBatch(
  { client, delay }: Pick<PushRowsInput, 'client' | 'delay'>,
  { key, request }: UnansweredBatch,
): Promise<PushAnswer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return complete(request, await client.push(request, key));
    } catch (error) {
      const pause = PUSH_RETRY_DELAYS[attempt];
      if (pause === undefined || !isPassing(error)) throw error;
      await delay(pause);
    }
  }
}

/** Every row that was sent whole must be answered, else nobody knows where it is; of the others silence says that they are as they were. */
function complete(request: PushRequest, answer: PushAnswer): PushAnswer {
  const byId = new Map(answer.rows.map((row) => [row.rowId, row]));
  const rows = request.rows.map(({ rowId, cells, base = null }): PushedRow => {
    const row = byId.get(rowId);
    if (row) return row;
    if (cells) throw new DeskError('answer-not-understood', { params: { where: 'push' } });
    return { rowId, recordId: null, revision: base, result: 'unchanged', why: null, incomplete: false, errors: [] };
  });
  return { ...answer, rows };
}

/** A fault that may be gone in a moment: no line, a server in trouble, too many requests. */
function isPassing(error: unknown): boolean {
  if (error instanceof OfflineError) return true;
  if (!(error instanceof DeskError)) return false;
  const status = error.problem?.status ?? 0;
  return error.code === 'server-unwell' || status >= 500 || status === 429;
}
