import type Database from 'better-sqlite3';
import { AUDIT_COLUMNS, AUDIT_START, type AuditRow, auditHash, type ChainedRow } from './audit-chain.ts';

export const AUDIT_ACTIONS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'refresh-token-reused',
  'password-changed',
  'password-reset',
  'account-created',
  'units-imported',
  'pushed',
  'workbook-issued',
  'campaign-opened',
  'campaign-withdrawn',
  'statuses-read',
  'progress-read',
  'backed-up',
  'restored',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did what in which unit, in numbers. There is no place in it for a person's data. */
export interface AuditEvent {
  readonly at: number;
  /** Who did it; for what the command line did, the account it was done to, if any. */
  readonly accountId: string | null;
  readonly action: AuditAction;
  readonly unit: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly requestId: string | null;
}

/** Where the chain ends: kept elsewhere, it tells later whether anything up to here was touched. */
export interface AuditHead {
  readonly events: number;
  /** Empty before the first event. */
  readonly hash: string;
}

/** The trail, each event chained to the one before it. */
export class AuditTable {
  readonly #database: Database.Database;
  readonly #insert: Database.Statement<[ChainedRow]>;
  readonly #last: Database.Statement<[], Pick<ChainedRow, 'id' | 'hash'>>;
  readonly #count: Database.Statement<[], number>;
  readonly #all: Database.Statement<[], ChainedRow>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#insert = database.prepare(
      `INSERT INTO audit_events (id, at, account_id, action, unit, counts, request_id, hash)
       VALUES (@id, @at, @accountId, @action, @unit, @counts, @requestId, @hash)`,
    );
    this.#last = database.prepare('SELECT id, hash FROM audit_events ORDER BY id DESC LIMIT 1');
    this.#count = database.prepare<[], number>('SELECT count(*) FROM audit_events').pluck();
    this.#all = database.prepare(`SELECT ${AUDIT_COLUMNS}, hash FROM audit_events ORDER BY id`);
  }

  /** Inside a write transaction only: two writers that read one end would fork the chain. */
  insert(event: AuditEvent): void {
    if (!this.#database.inTransaction) throw new Error('an audit event is written in the transaction of what it tells');
    const last = this.#last.get();
    const row: AuditRow = { ...event, id: (last?.id ?? 0) + 1, counts: JSON.stringify(event.counts) };
    this.#insert.run({ ...row, hash: auditHash(last?.hash ?? AUDIT_START, row) });
  }

  head(): AuditHead {
    return { events: this.#count.get() ?? 0, hash: this.#last.get()?.hash ?? AUDIT_START };
  }

  all(): readonly AuditEvent[] {
    return this.#all.all().map(({ id: _id, hash: _hash, ...row }) => ({
      ...row,
      action: row.action as AuditAction,
      counts: JSON.parse(row.counts),
    }));
  }

  /** Every event as it is kept, one after the other: the trail of years need not fit into memory. */
  rows(): IterableIterator<ChainedRow> {
    return this.#all.iterate();
  }
}
