import { PERFORMED_ACTIONS } from '../../contract/loop/loop-actions.ts';
import { AUDIT_COLUMNS, AUDIT_START, type AuditRow, auditHash, type ChainedRow } from './audit-chain.ts';
import type { Sql } from './engine/sql.ts';

const AUDIT_ACTIONS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'refresh-token-reused',
  'password-changed',
  'password-reset',
  'account-created',
  'account-changed',
  'account-closed',
  'account-opened',
  'account-linked',
  'account-locked',
  'account-unlocked',
  'sessions-revoked',
  'units-imported',
  'pushed',
  'push-tried',
  'sending-undone',
  'numbers-refused',
  'sheet-held',
  'asked-on',
  'questions-redriven',
  'workbook-issued',
  'questions-handed-in',
  'answers-taken',
  'campaign-opened',
  'campaign-withdrawn',
  'statuses-read',
  'history-read',
  ...PERFORMED_ACTIONS,
  'progress-read',
  'backed-up',
  'restored',
  'record-key-added',
  'records-resealed',
  'record-key-dropped',
  'purged',
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

const LAST = 'SELECT id, hash FROM audit_events ORDER BY id DESC LIMIT 1';

/** Of the trail at a time: that of years need not fit into memory. */
const ROWS_A_TIME = 1000;

/** The trail, each event chained to the one before it. */
export class AuditTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Inside a write transaction only: two writers that read one end would fork the chain. */
  async insert(event: AuditEvent): Promise<void> {
    if (!this.#sql.inTransaction) throw new Error('an audit event is written in the transaction of what it tells');
    await this.#sql.lock('audit');
    const last = await this.#last();
    const row: AuditRow = { ...event, id: (last?.id ?? 0) + 1, counts: JSON.stringify(event.counts) };
    const { id, at, accountId, action, unit, counts, requestId } = row;
    await this.#sql.run(
      `INSERT INTO audit_events (id, at, account_id, action, unit, counts, request_id, hash)
       VALUES (@id, @at, @accountId, @action, @unit, @counts, @requestId, @hash)`,
      { id, at, accountId, action, unit, counts, requestId, hash: auditHash(last?.hash ?? AUDIT_START, row) },
    );
  }

  async head(): Promise<AuditHead> {
    const counted = await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM audit_events');
    return { events: counted?.n ?? 0, hash: (await this.#last())?.hash ?? AUDIT_START };
  }

  async all(): Promise<readonly AuditEvent[]> {
    const events: AuditEvent[] = [];
    for await (const { id: _id, hash: _hash, ...row } of this.rows()) {
      events.push({ ...row, action: row.action as AuditAction, counts: JSON.parse(row.counts) });
    }
    return events;
  }

  /** Every event as it is kept, in order. */
  async *rows(): AsyncGenerator<ChainedRow> {
    let after = 0;
    for (;;) {
      const rows = await this.#sql.all<ChainedRow>(
        `SELECT ${AUDIT_COLUMNS}, hash FROM audit_events WHERE id > @after ORDER BY id LIMIT ${ROWS_A_TIME}`,
        { after },
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < ROWS_A_TIME) return;
      after = last.id;
    }
  }

  #last(): Promise<Pick<ChainedRow, 'id' | 'hash'> | undefined> {
    return this.#sql.get(LAST);
  }
}
