import type { ReceiptFile, SendingPage, SendingQuery } from '../../contract/schemas/sending.ts';
import { type Clock, isoInstant, isoInstantOrNull } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from '../store/unit-table.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';
import { receiptOf } from './sign-receipt.ts';
import { UNDO_WINDOW_MS } from './undo-sending.ts';

/** The unit that a sending is looked for in: the one named, or the account's own. Throws `unit-foreign`, `forbidden`. */
export async function sendingUnitOrReject(tables: Tables, scope: Scope, unit: string | undefined): Promise<string> {
  const code = unit ?? scope.root;
  // Operators have no unit and no right to records; the permission has turned them away before.
  if (code === null) throw new ApiProblem('forbidden');
  return (await unitInScopeOrReject(tables, scope, code)).code;
}

/** The last sendings of a workbook, newest first. Throws `unit-foreign`. */
export async function listSendings(
  tables: Tables,
  clock: Clock,
  scope: Scope,
  query: SendingQuery,
): Promise<SendingPage> {
  const unit = await sendingUnitOrReject(tables, scope, query.unit);
  const rows = await tables.pushReceipts.sendings(unit, query.workbookId, query.limit);
  return {
    now: isoInstant(clock.now()),
    items: rows.map(({ sendingId, at, endedAt, by, pushes, undoneAt, ...counts }) => ({
      ...{ sendingId, at: isoInstant(at), endedAt: isoInstant(endedAt), by, pushes, counts },
      undoUntil: isoInstant(at + UNDO_WINDOW_MS),
      undoneAt: isoInstantOrNull(undoneAt),
    })),
  };
}

/** What was signed of a sending. Throws `unit-foreign`, `not-found`. */
export async function readReceipts(
  tables: Tables,
  scope: Scope,
  sendingId: string,
  unit: string | undefined,
): Promise<ReceiptFile> {
  const code = await sendingUnitOrReject(tables, scope, unit);
  const receipts = await tables.pushReceipts.ofSending(code, sendingId);
  if (receipts.length === 0) throw new ApiProblem('not-found');
  return { sosach: 'receipt', v: 1, receipts: receipts.map(receiptOf) };
}
