import { PUSH_MAX_ROWS } from '../contract/push-limits.ts';
import type { PushAnswer, PushRequest } from '../contract/schemas/push.ts';
import { UPLOADED_FIELDS } from '../contract/uploaded-fields.ts';
import type { FieldId } from '../rules/field.ts';
import { DeskError } from './desk-error.ts';
import { OfflineError } from './http-transport.ts';
import type { PushReport } from './reports.ts';
import type { ApplyOptions, SheetRow } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import { utf8Length } from './utf8-length.ts';

/** Bytes of JSON a batch may have: on a school's line of 1 Mbit/s it goes in seconds, and a dropped one costs little. */
export const PUSH_MAX_BYTES = 400_000;

/** Pauses before the second, third and fourth try of a batch, in milliseconds. A line that is gone for longer is said to be gone. */
export const PUSH_RETRY_DELAYS = [1000, 3000, 9000] as const;

export type PushedRow = PushAnswer['rows'][number];

export interface PushRowsInput {
  readonly client: SyncClient;
  readonly workbook: PushRequest['workbook'];
  /** Fields that have a column. */
  readonly fields: ReadonlySet<FieldId>;
  readonly rows: readonly SheetRow[];
  readonly mintId: () => string;
  readonly delay: (milliseconds: number) => Promise<void>;
}

/** How far a push came. `failure`: what ended it early; what stands in `answers` is acknowledged all the same. */
export interface PushOutcome {
  readonly answers: readonly PushedRow[];
  /** Version of the template on the server, as far as it said. */
  readonly currentVersion?: number;
  readonly cancelled: boolean;
  readonly failure: unknown;
}

/** The line was lost in the middle of a push. The rows counted in `acknowledged` are safe on the server. */
export class PushOfflineError extends OfflineError {
  readonly acknowledged: PushReport;

  constructor(acknowledged: PushReport, options?: ErrorOptions) {
    super('the line was lost during a push', options);
    this.acknowledged = acknowledged;
  }
}

/** Sends rows in batches. The ordinal and the clerk's remarks never leave the sheet: `UPLOADED_FIELDS` does not know them. */
export async function pushRows(input: PushRowsInput, { signal, onProgress }: ApplyOptions = {}): Promise<PushOutcome> {
  const columns = UPLOADED_FIELDS.filter((field) => input.fields.has(field));
  const answers: PushedRow[] = [];
  let said: Pick<PushOutcome, 'currentVersion'> = {};
  onProgress?.(0, input.rows.length);
  for (const rows of batches(input.rows, columns)) {
    if (signal?.aborted) return { answers, ...said, cancelled: true, failure: null };
    try {
      const answer = await pushBatch(input, { workbook: input.workbook, columns, rows });
      answers.push(...answer.rows);
      said = answer.currentVersion === undefined ? {} : { currentVersion: answer.currentVersion };
    } catch (failure) {
      return { answers, ...said, cancelled: false, failure };
    }
    onProgress?.(answers.length, input.rows.length);
  }
  return { answers, ...said, cancelled: false, failure: null };
}

type BatchRow = PushRequest['rows'][number];

/** Cuts by rows and by measured bytes, whichever comes first. */
function* batches(rows: readonly SheetRow[], columns: PushRequest['columns']): Generator<BatchRow[]> {
  let batch: BatchRow[] = [];
  let bytes = 0;
  for (const { rowId, values } of rows) {
    const row: BatchRow = { rowId, cells: columns.map((field) => values[field] ?? null) };
    const size = utf8Length(JSON.stringify(row)) + 1;
    if (batch.length > 0 && (batch.length === PUSH_MAX_ROWS || bytes + size > PUSH_MAX_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** One batch under one key, however often it is tried: an answer lost on the way back is given again, not made twice. */
async function pushBatch(input: PushRowsInput, request: PushRequest): Promise<PushAnswer> {
  const key = input.mintId();
  for (let attempt = 0; ; attempt++) {
    try {
      return complete(request, await input.client.push(request, key));
    } catch (error) {
      const pause = PUSH_RETRY_DELAYS[attempt];
      if (pause === undefined || !isPassing(error)) throw error;
      await input.delay(pause);
    }
  }
}

/** Every row sent must be answered, else nobody knows where it is. */
function complete(request: PushRequest, answer: PushAnswer): PushAnswer {
  const byId = new Map(answer.rows.map((row) => [row.rowId, row]));
  const rows = request.rows.map(({ rowId }) => {
    const row = byId.get(rowId);
    if (!row) throw new DeskError('answer-not-understood', { params: { where: 'push' } });
    return row;
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
