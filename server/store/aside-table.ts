import type { Transport } from '../../contract/verdict.ts';
import type { Sql } from './engine/sql.ts';
import type { RecordKey } from './record-table.ts';
import type { SheetKey } from './sheet-check-table.ts';
import { TurnTable } from './turn-table.ts';

/** Why a question was set aside after it had failed again and again by itself. */
const ASIDE_REASONS = ['adapter-failed', 'not-answered'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface AsideQuestion extends RecordKey {
  readonly round: number;
  readonly attempts: number;
  readonly reason: AsideReason;
  /** When it was asked last. */
  readonly askedAt: number;
}

/** Past every priority that is leased: what lies aside is not waded through at each lease. */
const ASIDE = 10;
/** 31 December 9999: comes back by hand only. */
const NEVER = Date.UTC(9999, 11, 31);

/** Questions that nobody asks until somebody decides: those of a sheet that is held, and those that failed too often by themselves. */
export class AsideTable {
  readonly #sql: Sql;
  readonly #turns: TurnTable;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#turns = new TurnTable(sql);
  }

  /** Stops asking about a sheet's rows that wait; returns whose status that changes. Those being asked are answered yet. */
  holdSheet({ unit, workbookId }: SheetKey): Promise<readonly RecordKey[]> {
    return this.#sql.returning(
      `UPDATE verification_jobs SET transport = 'held', priority = priority + ${ASIDE}, due_at = ${NEVER}
       WHERE unit = @unit AND state = 'waiting' AND transport = 'queued' AND priority < ${ASIDE}
         AND record_id IN (SELECT record_id FROM records WHERE unit = @unit AND workbook_id = @workbookId)
       RETURNING unit, record_id AS recordId`,
      { unit, workbookId },
    );
  }

  /** Asks on about a sheet that was held, behind those who wait by now; returns whose status that changes. */
  releaseSheet({ unit, workbookId }: SheetKey, now: number): Promise<readonly RecordKey[]> {
    return this.#putBack(
      `transport = 'held' AND unit = @unit
       AND record_id IN (SELECT record_id FROM records WHERE unit = @unit AND workbook_id = @workbookId)`,
      { unit, workbookId },
      now,
    );
  }

  async countHeld({ unit, workbookId }: SheetKey): Promise<number> {
    const counted = await this.#sql.get<{ n: number }>(
      `SELECT count(*) AS n FROM verification_jobs WHERE transport = 'held' AND unit = @unit
         AND record_id IN (SELECT record_id FROM records WHERE unit = @unit AND workbook_id = @workbookId)`,
      { unit, workbookId },
    );
    return counted?.n ?? 0;
  }

  /** How many questions about a sheet are open, whether asked, waiting or aside. */
  async countOpen({ unit, workbookId }: SheetKey): Promise<number> {
    const counted = await this.#sql.get<{ n: number }>(
      `SELECT count(*) AS n FROM verification_jobs WHERE unit = @unit
         AND record_id IN (SELECT record_id FROM records WHERE unit = @unit AND workbook_id = @workbookId)`,
      { unit, workbookId },
    );
    return counted?.n ?? 0;
  }

  /** Counts a failure of the question's own, and puts it off. False when it is no longer open. */
  async countFault(job: RecordKey & { readonly round: number }, transport: Transport, dueAt: number): Promise<boolean> {
    const { unit, recordId, round } = job;
    const changed = await this.#sql.run(
      `UPDATE verification_jobs SET state = 'waiting', transport = @transport, due_at = @dueAt, faults = faults + 1
       WHERE unit = @unit AND record_id = @recordId AND round = @round`,
      { transport, dueAt, unit, recordId, round },
    );
    return changed > 0;
  }

  /** False when the question is no longer open. */
  async setAside(job: RecordKey & { readonly round: number }, reason: AsideReason): Promise<boolean> {
    const { unit, recordId, round } = job;
    const changed = await this.#sql.run(
      `UPDATE verification_jobs SET state = 'waiting', transport = 'set-aside', aside_reason = @reason,
         priority = priority + ${ASIDE}, due_at = ${NEVER}
       WHERE unit = @unit AND record_id = @recordId AND round = @round AND priority < ${ASIDE}`,
      { reason, unit, recordId, round },
    );
    return changed > 0;
  }

  /** @param unit null for all */
  list(unit: string | null): Promise<readonly AsideQuestion[]> {
    return this.#sql.all(
      `SELECT unit, record_id AS recordId, round, attempts, aside_reason AS reason, asked_at AS askedAt
       FROM verification_jobs WHERE transport = 'set-aside' AND (CAST(@unit AS TEXT) IS NULL OR unit = @unit)
       ORDER BY unit, record_id`,
      { unit },
    );
  }

  /** Asks once more what was set aside, as if for the first time; returns whose status that changes. */
  redrive(unit: string | null, now: number): Promise<readonly RecordKey[]> {
    return this.#putBack(`transport = 'set-aside' AND (CAST(@unit AS TEXT) IS NULL OR unit = @unit)`, { unit }, now);
  }

  async #putBack(
    which: string,
    params: Readonly<Record<string, string | null>>,
    now: number,
  ): Promise<readonly RecordKey[]> {
    const questions = await this.#sql.all<RecordKey & { readonly round: number; readonly priority: number }>(
      `SELECT unit, record_id AS recordId, round, priority - ${ASIDE} AS priority FROM verification_jobs
       WHERE ${which} AND priority >= ${ASIDE} ORDER BY priority, turn`,
      params,
    );
    await this.#sql.updateMany(
      {
        table: 'verification_jobs',
        columns: {
          unit: 'text',
          recordId: 'text',
          round: 'integer',
          priority: 'integer',
          turn: 'integer',
          transport: 'text',
          attempts: 'integer',
          faults: 'integer',
          dueAt: 'integer',
          asideReason: 'text',
        },
      },
      ['unit', 'recordId', 'round'],
      (await this.#turns.give(questions)).map((question) => ({
        ...question,
        transport: 'queued',
        attempts: 0,
        faults: 0,
        dueAt: now,
        asideReason: null,
      })),
    );
    return questions.map(({ unit, recordId }) => ({ unit, recordId }));
  }
}
