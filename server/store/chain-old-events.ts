import { AUDIT_COLUMNS, AUDIT_START, type AuditRow, auditHash } from './audit-chain.ts';
import type { Sql } from './engine/sql.ts';

/** Chains the events that are older than the chain. A step of the migrations, on a table whose `hash` is still empty. */
export async function chainOldEvents(sql: Sql): Promise<void> {
  const next = (after: number) =>
    sql.get<AuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit_events WHERE id > @after ORDER BY id LIMIT 1`, { after });
  let hash = AUDIT_START;
  for (let row = await next(0); row; row = await next(row.id)) {
    hash = auditHash(hash, row);
    await sql.run('UPDATE audit_events SET hash = @hash WHERE id = @id', { hash, id: row.id });
  }
}
