import type { StatusPage, StatusQuery } from '../../contract/schemas/status.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { QueueView } from '../routes/route-services.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';
import { findHeldSheet } from '../verification/breaker/held-sheet.ts';

/** The statuses that changed behind a cursor. Throws `unit-foreign`, or `body-invalid` for a cursor that is not ours. */
export async function listStatuses(
  tables: Tables,
  queue: QueueView,
  scope: Scope,
  query: StatusQuery,
): Promise<StatusPage> {
  const root = query.unit ?? scope.root;
  // Operators have no unit and no right to records; the permission has turned them away before.
  if (root === null) throw new ApiProblem('forbidden');
  await unitInScopeOrReject(tables, scope, root);
  const storeId = await tables.meta.storeId();
  const filter = { root, workbookId: query.workbookId ?? null, classes: scope.classes };
  const since = query.since === undefined ? 0 : readCursor(query.since, storeId, await tables.statuses.sequence());
  const found = await tables.statuses.page(filter, since, query.limit + 1);
  const items = found.slice(0, query.limit);
  const waiting = await tables.statuses.waiting(filter);
  return {
    items: items.flatMap((item) => item.statuses),
    cursor: writeCursor(storeId, items.at(-1)?.sequence ?? since),
    more: found.length > items.length,
    waiting,
    etaSeconds: waiting === 0 ? 0 : await queue.etaSeconds(tables, await tables.statuses.ahead(filter)),
    held:
      query.workbookId === undefined ? null : await findHeldSheet(tables, { unit: root, workbookId: query.workbookId }),
  };
}

function writeCursor(storeId: string, sequence: number): string {
  return Buffer.from(`${storeId}.${sequence.toString(36)}`).toString('base64url');
}

/**
 * A cursor of another store begins anew: the client gets rows twice, which is harmless, and misses none. A restored backup is
 * another store, `restore` gives it an id of its own: by the number alone a cursor would pass for good again as soon as as much
 * had happened anew. A cursor from behind the end stands for a copy that was put in place by hand.
 */
function readCursor(cursor: string, storeId: string, newest: number): number {
  const match = /^([0-9a-f]{8})\.([0-9a-z]{1,11})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match) throw new ApiProblem('body-invalid', { where: 'query.since' });
  const sequence = Number.parseInt(match[2] ?? '', 36);
  return match[1] === storeId && sequence <= newest ? sequence : 0;
}
