import type Database from 'better-sqlite3';

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

export class AuditTable {
  readonly #insert: Database.Statement<[Omit<AuditEvent, 'counts'> & { readonly counts: string }]>;
  readonly #all: Database.Statement<[], Omit<AuditEvent, 'counts'> & { readonly counts: string }>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      `INSERT INTO audit_events (at, account_id, action, unit, counts, request_id)
       VALUES (@at, @accountId, @action, @unit, @counts, @requestId)`,
    );
    this.#all = database.prepare(
      `SELECT at, account_id AS accountId, action, unit, counts, request_id AS requestId FROM audit_events ORDER BY id`,
    );
  }

  insert(event: AuditEvent): void {
    this.#insert.run({ ...event, counts: JSON.stringify(event.counts) });
  }

  all(): readonly AuditEvent[] {
    return this.#all.all().map((row) => ({ ...row, counts: JSON.parse(row.counts) }));
  }
}
