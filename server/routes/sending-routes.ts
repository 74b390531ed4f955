import type { ROUTES } from '../../contract/routes.ts';
import { UNDO_RESULTS } from '../../contract/schemas/sending.ts';
import type { Handler } from '../http/endpoint.ts';
import { listSendings as listSendingsOf, readReceipts, sendingUnitOrReject } from '../sync/list-sendings.ts';
import { undoSending as undoSendingOf } from '../sync/undo-sending.ts';
import type { RouteServices } from './route-services.ts';

export function listSendings({ clock }: RouteServices): Handler<typeof ROUTES.listSendings> {
  return {
    run: async ({ caller, query }, _prepared, tables) => ({
      json: await listSendingsOf(tables, clock, caller.scope, query),
    }),
  };
}

export function getSendingReceipts(): Handler<typeof ROUTES.getSendingReceipts> {
  return {
    run: async ({ caller, params, query }, _prepared, tables) => ({
      json: await readReceipts(tables, caller.scope, params.sendingId, query.unit),
    }),
  };
}

export function undoSending(services: RouteServices): Handler<typeof ROUTES.undoSending> {
  return {
    run: async ({ caller, params, body }, _prepared, tables) => {
      const unit = await sendingUnitOrReject(tables, caller.scope, body.unit);
      const { accountId } = caller.account;
      const { answer, isRepeat } = await undoSendingOf(tables, services.clock, { ...params, unit, accountId });
      if (isRepeat) return { json: answer };
      const counts = Object.fromEntries(
        UNDO_RESULTS.map((result) => [result, answer.rows.filter((row) => row.result === result).length]),
      );
      return {
        json: answer,
        deed: { action: 'sending-undone', unit, counts },
        committed: () => services.queue.wake(),
      };
    },
  };
}
