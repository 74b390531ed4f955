import type { ROUTES } from '../../contract/routes.ts';
import { PUSH_RESULTS } from '../../contract/schemas/push.ts';
import type { Handler } from '../http/endpoint.ts';
import { receivePush } from '../sync/receive-push.ts';
import type { RouteServices } from './route-services.ts';

export function push(services: RouteServices): Handler<typeof ROUTES.push> {
  return {
    // Pushes of one unit wait for one another.
    alongside: true,
    run: async ({ body, caller, idempotencyKey }, _prepared, tables) => {
      const { accountId } = caller.account;
      const incoming = { scope: caller.scope, accountId, idempotencyKey, body };
      const { answer, isRepeat } = await receivePush(tables, services, incoming);
      if (isRepeat) return { json: answer };
      const counts = Object.fromEntries(
        PUSH_RESULTS.map((result) => [result, answer.rows.filter((row) => row.result === result).length]),
      );
      const deed = { action: 'pushed', unit: body.workbook.unit, counts } as const;
      return { json: answer, deed, committed: () => services.queue.wake() };
    },
  };
}
