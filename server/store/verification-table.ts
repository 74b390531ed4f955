import type Database from 'better-sqlite3';
import type { ComparedField, Flag, Outcome, Transport } from '../../contract/verdict.ts';

/** 0 mended rows, 1 first sendings. Spelled out in the query, so that SQLite skips what is put off instead of wading through it. */
const PRIORITIES = [0, 1] as const;
export type JobPriority = (typeof PRIORITIES)[number];

export interface VerificationJob {
  readonly unit: string;
  readonly recordId: string;
  readonly round: number;
  /** How often it has been asked in this round, the present lease included. */
  readonly attempts: number;
}

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

type VerdictRow = Omit<StoredVerdict, 'compared' | 'flags'> & { readonly compared: string; readonly flags: string };

/** The verification queue and what came of it. A record has at most one open question, and one verdict a round. */
export class VerificationTable {
  readonly #enqueue: Database.Statement<[string, string, number, number, number]>;
  readonly #remove: Database.Statement<[string, string]>;
  readonly #finish: Database.Statement<[string, string, number]>;
  readonly #findJob: Database.Statement<[string, string], VerificationJob>;
  readonly #lease: Database.Statement<{ now: number; until: number; limit: number }, VerificationJob>;
  readonly #defer: Database.Statement<[Transport, number, string, string, number]>;
  readonly #deferDue: Database.Statement<
    { transport: Transport; now: number; until: number },
    { unit: string; recordId: string }
  >;
  readonly #release: Database.Statement<[number, number]>;
  readonly #nextDue: Database.Statement<[], number | null>;
  readonly #count: Database.Statement<[], number>;
  readonly #countByTransport: Database.Statement<[], { transport: Transport; rows: number }>;
  readonly #insertVerdict: Database.Statement<[VerdictRow]>;
  readonly #hasVerdict: Database.Statement<[string, string, number], number>;

  constructor(database: Database.Database) {
    const columns = 'unit, record_id AS recordId, round, attempts';
    this.#enqueue = database.prepare(
      `INSERT INTO verification_jobs (unit, record_id, round, state, transport, priority, attempts, due_at)
       VALUES (?, ?, ?, 'waiting', 'queued', ?, 0, ?)
       ON CONFLICT (unit, record_id) DO UPDATE SET round = excluded.round, state = 'waiting', transport = 'queued',
         priority = excluded.priority, attempts = 0, due_at = excluded.due_at, asked_at = NULL`,
    );
    this.#remove = database.prepare('DELETE FROM verification_jobs WHERE unit = ? AND record_id = ?');
    this.#finish = database.prepare('DELETE FROM verification_jobs WHERE unit = ? AND record_id = ? AND round = ?');
    this.#findJob = database.prepare(`SELECT ${columns} FROM verification_jobs WHERE unit = ? AND record_id = ?`);
    this.#lease = database.prepare(
      `UPDATE verification_jobs SET state = 'leased', attempts = attempts + 1, asked_at = @now, due_at = @until
       WHERE (unit, record_id) IN
         (SELECT unit, record_id FROM verification_jobs INDEXED BY verification_jobs_by_priority
          WHERE priority IN (${PRIORITIES.join()}) AND due_at <= @now ORDER BY priority, due_at LIMIT @limit)
       RETURNING ${columns}`,
    );
    this.#defer = database.prepare(
      `UPDATE verification_jobs SET state = 'waiting', transport = ?, due_at = ?
       WHERE unit = ? AND record_id = ? AND round = ?`,
    );
    this.#deferDue = database.prepare(
      `UPDATE verification_jobs SET state = 'waiting', transport = @transport, due_at = @until WHERE due_at <= @now
       RETURNING unit, record_id AS recordId`,
    );
    this.#release = database.prepare(
      `UPDATE verification_jobs SET state = 'waiting', due_at = ?
       WHERE state = 'leased' OR (transport = 'refused-config' AND due_at > ?)`,
    );
    this.#nextDue = database.prepare<[], number | null>('SELECT min(due_at) FROM verification_jobs').pluck();
    this.#count = database.prepare<[], number>('SELECT count(*) FROM verification_jobs').pluck();
    this.#countByTransport = database.prepare(
      `SELECT CASE state WHEN 'leased' THEN 'sent' ELSE transport END AS transport, count(*) AS rows
       FROM verification_jobs GROUP BY 1 ORDER BY 1`,
    );
    this.#insertVerdict = database.prepare(
      `INSERT INTO verdicts VALUES (@unit, @recordId, @round, @outcome, @compared, @flags, @askedAt, @answeredAt, @adapter,
         @requestId, @officer, @purpose)`,
    );
    this.#hasVerdict = database
      .prepare<[string, string, number], number>(
        'SELECT 1 FROM verdicts WHERE unit = ? AND record_id = ? AND round = ?',
      )
      .pluck();
  }

  /** Asks anew; an open question of an older round is dropped. Lower priorities go first. */
  enqueue(unit: string, recordId: string, round: number, priority: JobPriority, dueAt: number): void {
    this.#enqueue.run(unit, recordId, round, priority, dueAt);
  }

  remove(unit: string, recordId: string): boolean {
    return this.#remove.run(unit, recordId).changes > 0;
  }

  findJob(unit: string, recordId: string): VerificationJob | undefined {
    return this.#findJob.get(unit, recordId);
  }

  /** Takes up to `limit` due jobs until an instant; past it they fall due again by themselves. */
  lease(now: number, until: number, limit: number): readonly VerificationJob[] {
    return this.#lease.all({ now, until, limit });
  }

  /** False when the question is no longer open: the answer is late and must change nothing. */
  defer(job: VerificationJob, transport: Transport, dueAt: number): boolean {
    return this.#defer.run(transport, dueAt, job.unit, job.recordId, job.round).changes > 0;
  }

  /** Puts off everything that is due, because the service as a whole cannot be asked; returns whose status that changes. */
  deferDue(
    transport: Transport,
    now: number,
    until: number,
  ): readonly { readonly unit: string; readonly recordId: string }[] {
    return this.#deferDue.all({ transport, now, until });
  }

  /** Keeps the verdict and closes the question. False when the question is no longer open: nothing is kept. */
  complete(verdict: StoredVerdict): boolean {
    if (this.#finish.run(verdict.unit, verdict.recordId, verdict.round).changes === 0) return false;
    this.#insertVerdict.run({
      ...verdict,
      compared: JSON.stringify(verdict.compared),
      flags: JSON.stringify(verdict.flags),
    });
    return true;
  }

  hasVerdict(unit: string, recordId: string, round: number): boolean {
    return this.#hasVerdict.get(unit, recordId, round) === 1;
  }

  /**
   * For a server that has just started and is alone on its store: what a dead process held, and what a wrong configuration
   * put off, is due at once.
   */
  releaseAll(now: number): void {
    this.#release.run(now, now);
  }

  nextDueAt(): number | undefined {
    return this.#nextDue.get() ?? undefined;
  }

  /** How many wait, by how far their question got; a state in which nothing is does not appear. */
  countByTransport(): readonly { readonly transport: Transport; readonly rows: number }[] {
    return this.#countByTransport.all();
  }

  count(): number {
    return this.#count.get() ?? 0;
  }
}
