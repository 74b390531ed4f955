import { sha256 } from '../crypto.ts';

/** An event as its row holds it, `counts` being the JSON text. */
export interface AuditRow {
  readonly id: number;
  readonly at: number;
  readonly accountId: string | null;
  readonly action: string;
  readonly unit: string | null;
  readonly counts: string;
  readonly requestId: string | null;
}

export interface ChainedRow extends AuditRow {
  readonly hash: string;
}

/** Stands before the first event. */
export const AUDIT_START = '';

export const AUDIT_COLUMNS = 'id, at, account_id AS accountId, action, unit, counts, request_id AS requestId';

/**
 * What an event is chained by: SHA-256 over the hash before it and everything it says, as a JSON array, so that no value can
 * pass for two. Its form is what every kept hash was made with: another form needs another table.
 */
export function auditHash(previous: string, row: AuditRow): string {
  const { id, at, accountId, action, unit, counts, requestId } = row;
  return sha256(JSON.stringify([previous, id, at, accountId, action, unit, counts, requestId]));
}
