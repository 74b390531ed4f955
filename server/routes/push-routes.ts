import type { ROUTES } from '../../contract/routes.ts';
import { PUSH_RESULTS } from '../../contract/schemas/push.ts';
import type { Handler } from '../http/endpoint.ts';
import { receivePush } from '../sync/receive-push.ts';
import type { RouteServices } from './route-services.ts';

export function push(services: RouteServices): Handler<typeof ROUTES.push> {
  return {
    run: ({ body, caller, idempotencyKey }) => {
      const { accountId } = caller.account;
      const { answer, isRepeat } = receivePush(services, { scope: caller.scope, accountId, idempotencyKey, body });
      if (isRepeat) return { json: answer };
      services.queue.wake();
      const counts = Object.fromEntries(
        PUSH_RESULTS.map((result) => [result, answer.rows.filter((row) => row.result === result).length]),
      );
      return { json: answer, deed: { action: 'pushed', unit: body.workbook.unit, counts } };
    },
  };
}
