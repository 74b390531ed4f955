import { AUDIT_START, auditHash } from '../store/audit-chain.ts';
import type { Store } from '../store/store.ts';

export type AuditVerdict =
  | { readonly state: 'intact'; readonly events: number; readonly head: string }
  /** From this event on nothing can be believed: it, or what stood before it, was changed, removed, moved or put in. */
  | { readonly state: 'broken'; readonly eventId: number }
  /** Each event fits the next, but the end that was noted earlier is in it no more: it was cut off or written anew. */
  | { readonly state: 'end-missing'; readonly events: number; readonly head: string };

/**
 * Reads the whole trail and judges its chain. A trail cut off at its end is sound in itself: that shows only against an end noted
 * elsewhere (`expected`, a head printed or logged earlier). So does one that was written anew from some event on.
 */
export function verifyAudit(store: Store, expected?: string): Promise<AuditVerdict> {
  return store.read(async (tables): Promise<AuditVerdict> => {
    let head = AUDIT_START;
    let events = 0;
    let met = expected === undefined || expected === AUDIT_START;
    for await (const row of tables.audit.rows()) {
      if (row.hash !== auditHash(head, row)) return { state: 'broken', eventId: row.id };
      head = row.hash;
      events++;
      met ||= head === expected;
    }
    return { state: met ? 'intact' : 'end-missing', events, head };
  });
}
