import type { StepAction } from '../../contract/loop/loop-actions.ts';
import type { LoopStep } from '../../contract/loop/loop-state.ts';
import type { PerformAnswer } from '../../contract/schemas/loop.ts';
import type { RecordKind } from '../../rules/record.ts';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { BELOW } from './below.ts';
import { CLASS_IN_SIGHT, classParams } from './class-in-sight.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';
import type { Scope } from './unit-table.ts';

/** Something that was done about a record in a round. */
export interface NewStep extends RecordKey {
  readonly round: number;
  readonly at: number;
  /** null: the program by itself. */
  readonly accountId: string | null;
  readonly action: StepAction;
  /** The step that stands after it; null: none does. */
  readonly state: LoopStep | null;
}

export interface StoredStep extends Pick<NewStep, 'round' | 'at' | 'action' | 'state'> {
  readonly by: string | null;
}

/** A record that people have brought to a step. */
export interface StandingRecord extends RecordKey {
  readonly rowId: string;
  readonly workbookId: string;
  readonly kind: RecordKind;
  readonly round: number;
  readonly since: number;
  /** Of the present round's answer. */
  readonly expiresAt: number | null;
}

export interface StoredLoopRequest {
  readonly unit: string;
  readonly idempotencyKey: string;
  /** Kept as a blind index: the hash of a short request would give the number of its notice away. */
  readonly bodyHash: string;
  readonly at: number;
  readonly answer: PerformAnswer;
}

const KEY = { unit: 'text', recordId: 'text', round: 'integer' } as const;
const STANDING: TableShape = { table: 'record_steps', columns: { ...KEY, step: 'text', since: 'integer' } };
const STEPS: TableShape = {
  table: 'loop_steps',
  columns: { ...KEY, number: 'integer', at: 'integer', accountId: 'text', action: 'text', state: 'text' },
};
/** What people did about failed records between one question and the next, and which step stands. */
export class LoopTable {
  readonly #sql: Sql;
  readonly #cipher: RecordCipher;

  constructor(sql: Sql, cipher: RecordCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  /** Notes the steps of one unit, each behind those of its record. */
  async insertSteps(steps: readonly NewStep[]): Promise<void> {
    if (steps.length === 0) return;
    const last = await this.#sql.all<{ recordId: string; number: number }>(
      `SELECT record_id AS recordId, max(number) AS number FROM LIST(@recordIds) AS wanted CROSS JOIN loop_steps
       WHERE unit = @unit AND record_id = wanted.value GROUP BY record_id`,
      { unit: steps[0]?.unit ?? '', recordIds: steps.map(({ recordId }) => recordId) },
    );
    const numbers = new Map(last.map(({ recordId, number }) => [recordId, number]));
    const rows = steps.map((step) => ({ ...step, number: (numbers.get(step.recordId) ?? 0) + 1 }));
    await this.#sql.insertMany(STEPS, rows);
  }

  /** The step that stands from now on; it counts in this round alone. */
  async stand(records: readonly (RecordKey & { readonly round: number; readonly step: LoopStep })[], now: number) {
    await this.#sql.insertMany(
      STANDING,
      records.map(({ unit, recordId, round, step }) => ({ unit, recordId, round, step, since: now })),
      'ON CONFLICT (unit, record_id) DO UPDATE SET round = excluded.round, step = excluded.step, since = excluded.since',
    );
  }

  /** The step goes on into the round that has begun, since when it stood. */
  async carry({ unit, recordId }: RecordKey, round: number): Promise<void> {
    await this.#sql.run(
      `UPDATE record_steps SET round = @round WHERE unit = @unit AND record_id = @recordId AND round = @before`,
      { unit, recordId, round, before: round - 1 },
    );
  }

  async drop(unit: string, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await this.#sql.run(
      `DELETE FROM record_steps
       WHERE unit = @unit AND record_id IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
  }

  /** The steps that stand, with their rounds, by record id. */
  async standing(
    unit: string,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly round: number; readonly step: LoopStep }>> {
    if (recordIds.length === 0) return new Map();
    const rows = await this.#sql.all<{ recordId: string; round: number; step: LoopStep }>(
      `SELECT record_id AS recordId, round, step FROM LIST(@recordIds) AS wanted CROSS JOIN record_steps
       WHERE unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    return new Map(rows.map((row) => [row.recordId, row]));
  }

  /** What was done about a record, in that order. */
  stepsOf({ unit, recordId }: RecordKey): Promise<readonly StoredStep[]> {
    return this.#sql.all(
      `SELECT round, at, accounts.display_name AS by, action, state FROM loop_steps
       LEFT JOIN accounts ON accounts.account_id = loop_steps.account_id
       WHERE loop_steps.unit = @unit AND record_id = @recordId ORDER BY number`,
      { unit, recordId },
    );
  }

  /** Records at one step in a unit and below it, by unit and record id. */
  page({ root, classes }: Scope, step: LoopStep, after: RecordKey, limit: number): Promise<readonly StandingRecord[]> {
    return this.#sql.all(
      `${BELOW} SELECT s.unit, s.record_id AS recordId, r.row_id AS rowId, r.workbook_id AS workbookId,
         r.template AS kind, s.round, s.since, v.expires_at AS expiresAt
       FROM record_steps s
       JOIN records r ON r.unit = s.unit AND r.record_id = s.record_id AND r.round = s.round
       LEFT JOIN verdicts v ON v.unit = s.unit AND v.record_id = s.record_id AND v.round = s.round
       WHERE s.unit IN (SELECT code FROM below) AND s.step = @step AND ${CLASS_IN_SIGHT}
         AND r.why IS DISTINCT FROM 'not-applicable' AND v.outcome IS DISTINCT FROM 'match'
         AND v.outcome IS DISTINCT FROM 'match-normalised'
         AND (s.unit > @afterUnit OR (s.unit = @afterUnit AND s.record_id > @afterRecord))
       ORDER BY s.unit, s.record_id LIMIT @limit`,
      { root, ...classParams(classes), step, afterUnit: after.unit, afterRecord: after.recordId, limit },
    );
  }

  async findRequest(
    unit: string,
    idempotencyKey: string,
    bodyHash: string,
  ): Promise<{ readonly answer: PerformAnswer; readonly isSameBody: boolean } | undefined> {
    const row = await this.#sql.get<{ bodyHash: string; answer: string }>(
      `SELECT body_hash AS bodyHash, answer FROM loop_requests
       WHERE unit = @unit AND idempotency_key = @idempotencyKey`,
      { unit, idempotencyKey },
    );
    return row && { answer: JSON.parse(row.answer), isSameBody: row.bodyHash === this.#cipher.index(bodyHash) };
  }

  async insertRequest(request: StoredLoopRequest): Promise<void> {
    await this.#sql.run(
      `INSERT INTO loop_requests (unit, idempotency_key, body_hash, at, answer)
       VALUES (@unit, @idempotencyKey, @bodyHash, @at, @answer)`,
      { ...request, bodyHash: this.#cipher.index(request.bodyHash), answer: JSON.stringify(request.answer) },
    );
  }

  async purgeRequestsOlder(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM loop_requests WHERE at < @before', { before });
  }
}
