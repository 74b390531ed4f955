import type { ComparedField, Flag, Outcome, Transport } from '../../contract/verdict.ts';
import { verdictExpiry } from '../../contract/verdict-age.ts';
import type { Sql, TableShape } from './engine/sql.ts';
import { TurnTable } from './turn-table.ts';

/** 0 mended rows, 1 first sendings. Spelled out in the query, so that SQLite goes along the index. */
const PRIORITIES = [0, 1] as const;
export type JobPriority = (typeof PRIORITIES)[number];

export interface VerificationJob {
  readonly unit: string;
  readonly recordId: string;
  readonly round: number;
  /** How often it has been asked in this round, the present lease included. */
  readonly attempts: number;
  /** How often that failed through no fault of the line or the service. */
  readonly faults: number;
}

/** Names a question, or what was answered to it. */
type JobKey = Pick<VerificationJob, 'unit' | 'recordId' | 'round'>;

export interface StoredVerdict {
  readonly unit: string;
  readonly recordId: string;
  readonly round: number;
  readonly outcome: Outcome;
  readonly compared: readonly ComparedField[];
  readonly flags: readonly Flag[];
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly adapter: string;
  readonly requestId: string;
  readonly officer: string;
  readonly purpose: string;
}

/** A question to be asked anew. */
export interface NewJob {
  readonly unit: string;
  readonly recordId: string;
  readonly round: number;
  /** Lower priorities go first. */
  readonly priority: JobPriority;
  readonly dueAt: number;
}

const COLUMNS = 'unit, record_id AS recordId, round, attempts, faults';

const DUE = `priority IN (${PRIORITIES.join()}) AND due_at <= @now`;

/** One of the list `jobs`, in the round that was asked. */
const NAMED = `(unit, record_id, round) IN (SELECT wanted.value ->> 'unit', wanted.value ->> 'recordId',
  CAST(wanted.value ->> 'round' AS INTEGER) FROM LIST(@jobs) AS wanted)`;

const JOBS: TableShape = {
  table: 'verification_jobs',
  columns: {
    unit: 'text',
    recordId: 'text',
    round: 'integer',
    state: 'text',
    transport: 'text',
    priority: 'integer',
    turn: 'integer',
    attempts: 'integer',
    dueAt: 'integer',
  },
};

const VERDICTS: TableShape = {
  table: 'verdicts',
  columns: {
    unit: 'text',
    recordId: 'text',
    round: 'integer',
    outcome: 'text',
    compared: 'text',
    flags: 'text',
    askedAt: 'integer',
    answeredAt: 'integer',
    adapter: 'text',
    requestId: 'text',
    officer: 'text',
    purpose: 'text',
    expiresAt: 'integer',
  },
};

type VerdictRow = Omit<StoredVerdict, 'compared' | 'flags'> & { readonly compared: string; readonly flags: string };

/** The verification queue and what came of it. A record has at most one open question, and one verdict a round. */
export class VerificationTable {
  readonly #sql: Sql;
  readonly #turns: TurnTable;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#turns = new TurnTable(sql);
  }

  /** Asks anew, in the order given; an open question of an older round is dropped. */
  async enqueue(jobs: readonly NewJob[]): Promise<void> {
    const placed = await this.#turns.give(jobs);
    await this.#sql.insertMany(
      JOBS,
      placed.map((job) => ({ ...job, state: 'waiting', transport: 'queued', attempts: 0 })),
      `ON CONFLICT (unit, record_id) DO UPDATE SET round = excluded.round, state = excluded.state,
         transport = excluded.transport, priority = excluded.priority, turn = excluded.turn, attempts = excluded.attempts,
         due_at = excluded.due_at, asked_at = NULL, faults = 0, aside_reason = NULL`,
    );
  }

  async remove(unit: string, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await this.#sql.run(
      `DELETE FROM verification_jobs
       WHERE unit = @unit AND record_id IN (SELECT wanted.value FROM LIST(@recordIds) AS wanted)`,
      { unit, recordIds },
    );
  }

  /** The open questions of these records, by record id. */
  async findJobs(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, VerificationJob>> {
    if (recordIds.length === 0) return new Map();
    const jobs = await this.#sql.all<VerificationJob>(
      `SELECT ${COLUMNS} FROM LIST(@recordIds) AS wanted CROSS JOIN verification_jobs
       WHERE unit = @unit AND record_id = wanted.value`,
      { unit, recordIds },
    );
    return new Map(jobs.map((job) => [job.recordId, job]));
  }

  async findJob(unit: string, recordId: string): Promise<VerificationJob | undefined> {
    return (await this.findJobs(unit, [recordId])).get(recordId);
  }

  /**
   * Takes up to `limit` due jobs, whose turn it is, until an instant; past it they fall due again by themselves. One that failed by
   * itself before is taken alone: it must not take others down with it again.
   */
  async lease(now: number, until: number, limit: number): Promise<readonly VerificationJob[]> {
    const leased = await this.#sql.returning<VerificationJob & { readonly priority: number; readonly turn: number }>(
      // Chosen apart: PostgreSQL may run a choice in the middle of a statement more than once, and lease more than the limit.
      `WITH head AS MATERIALIZED
         (SELECT faults FROM verification_jobs INDEXED BY verification_jobs_by_turn
          WHERE ${DUE} ORDER BY priority, turn LIMIT 1),
       chosen AS MATERIALIZED
         (SELECT unit, record_id FROM verification_jobs INDEXED BY verification_jobs_by_turn
          WHERE ${DUE} AND (faults = 0 OR (SELECT faults FROM head) > 0) ORDER BY priority, turn
          LIMIT (SELECT CASE WHEN max(faults) > 0 THEN 1 ELSE @limit END FROM head) /* skip locked */)
       UPDATE verification_jobs SET state = 'leased', attempts = attempts + 1, asked_at = @now, due_at = @until
       WHERE (unit, record_id) IN (SELECT unit, record_id FROM chosen)
       RETURNING ${COLUMNS}, priority, turn`,
      { now, until, limit },
    );
    await this.#turns.served(leased);
    return leased.map(({ priority: _priority, turn: _turn, ...job }) => job);
  }

  /** Returns those that are still open: any other's answer is late and must change nothing. */
  async defer<Job extends JobKey>(jobs: readonly Job[], transport: Transport, dueAt: number): Promise<readonly Job[]> {
    const deferred = await this.#sql.returning<JobKey>(
      `UPDATE verification_jobs SET state = 'waiting', transport = @transport, due_at = @dueAt
       WHERE ${NAMED} RETURNING unit, record_id AS recordId, round`,
      { transport, dueAt, jobs: jobs.map(keyOf) },
    );
    return namedBy(deferred, jobs);
  }

  /** Puts off everything that is due, because the service as a whole cannot be asked; returns whose status that changes. */
  deferDue(
    transport: Transport,
    now: number,
    until: number,
  ): Promise<readonly { readonly unit: string; readonly recordId: string }[]> {
    return this.#sql.returning(
      `UPDATE verification_jobs SET state = 'waiting', transport = @transport, due_at = @until WHERE due_at <= @now
       RETURNING unit, record_id AS recordId`,
      { transport, now, until },
    );
  }

  /** Keeps verdicts and closes their questions. Returns those that were kept: of a question that is no longer open, none is. */
  async complete(verdicts: readonly StoredVerdict[]): Promise<readonly StoredVerdict[]> {
    if (verdicts.length === 0) return [];
    const closed = await this.#sql.returning<JobKey>(
      `DELETE FROM verification_jobs WHERE ${NAMED} RETURNING unit, record_id AS recordId, round`,
      { jobs: verdicts.map(keyOf) },
    );
    const kept = namedBy(closed, verdicts);
    await this.#sql.insertMany(
      VERDICTS,
      kept.map(({ compared, flags, ...rest }) => ({
        ...rest,
        compared: JSON.stringify(compared),
        flags: JSON.stringify(flags),
        expiresAt: verdictExpiry(rest.outcome, null, rest.answeredAt),
      })),
    );
    return kept;
  }

  /** Gives a record's verdict of an earlier round to a later one whose question is the same. Rounds without a verdict are passed over. */
  async carryVerdicts(
    carried: readonly {
      readonly unit: string;
      readonly recordId: string;
      readonly from: number;
      readonly to: number;
    }[],
  ): Promise<void> {
    for (const { unit, recordId, from, to } of carried) {
      const verdict = await this.#sql.get<Omit<VerdictRow, 'round'>>(
        `SELECT unit, record_id AS recordId, outcome, compared, flags, asked_at AS askedAt, answered_at AS answeredAt, adapter,
           request_id AS requestId, officer, purpose
         FROM verdicts WHERE unit = @unit AND record_id = @recordId AND round = @from`,
        { unit, recordId, from },
      );
      if (!verdict) continue;
      const expiresAt = verdictExpiry(verdict.outcome, null, verdict.answeredAt);
      await this.#sql.insertMany(VERDICTS, [{ ...verdict, round: to, expiresAt }]);
    }
  }

  /** Which of these records have a verdict, with the newest round that has one. */
  async lastRounds(unit: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (recordIds.length === 0) return new Map();
    const found = await this.#sql.all<{ recordId: string; round: number }>(
      `SELECT record_id AS recordId, max(round) AS round FROM LIST(@recordIds) AS wanted CROSS JOIN verdicts
       WHERE unit = @unit AND record_id = wanted.value GROUP BY record_id`,
      { unit, recordIds },
    );
    return new Map(found.map(({ recordId, round }) => [recordId, round]));
  }

  /** What anybody holds is due at once: for a process that is alone on its store. */
  async releaseLeases(now: number): Promise<void> {
    await this.#sql.run(`UPDATE verification_jobs SET state = 'waiting', due_at = @now WHERE state = 'leased'`, {
      now,
    });
  }

  /** What a wrong configuration put off is due at once. */
  async releaseRefused(now: number): Promise<void> {
    await this.#sql.run(
      `UPDATE verification_jobs SET due_at = @now
       WHERE state = 'waiting' AND transport = 'refused-config' AND due_at > @now`,
      { now },
    );
  }

  async nextDueAt(): Promise<number | undefined> {
    const found = await this.#sql.get<{ dueAt: number | null }>('SELECT min(due_at) AS dueAt FROM verification_jobs');
    return found?.dueAt ?? undefined;
  }

  /** How many wait, by how far their question got; a state in which nothing is does not appear. */
  countByTransport(): Promise<readonly { readonly transport: Transport; readonly rows: number }[]> {
    return this.#sql.all(
      `SELECT CASE state WHEN 'leased' THEN 'sent' ELSE transport END AS transport, count(*) AS rows
       FROM verification_jobs GROUP BY 1 ORDER BY 1`,
    );
  }

  async count(): Promise<number> {
    return (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM verification_jobs'))?.n ?? 0;
  }
}

/** As a value of a list, and to compare keys by. */
function keyOf({ unit, recordId, round }: JobKey): string {
  return JSON.stringify({ unit, recordId, round });
}

/** What the found questions name, each once. */
function namedBy<Named extends JobKey>(found: readonly JobKey[], named: readonly Named[]): readonly Named[] {
  const left = new Set(found.map(keyOf));
  return named.filter((one) => left.delete(keyOf(one)));
}
