import type { ROUTES } from '../../contract/routes.ts';
import { PUSH_RESULTS, type PushAnswer } from '../../contract/schemas/push.ts';
import type { Call, Handler } from '../http/endpoint.ts';
import type { PreparedPush } from '../sync/prepare-push.ts';
import { type IncomingPush, receivePush, tryPush } from '../sync/receive-push.ts';
import type { RouteServices } from './route-services.ts';

export function push(services: RouteServices): Handler<typeof ROUTES.push, PushAnswer | null, PreparedPush> {
  const incomingOf = ({ body, caller, idempotencyKey }: Call<typeof ROUTES.push, PreparedPush>): IncomingPush => ({
    ...{ scope: caller.scope, accountId: caller.account.accountId, idempotencyKey, prepared: body },
  });
  return {
    readBody: (bytes) => services.pushReader.read(bytes, services.clock.now()),
    // Pushes of one unit wait for one another.
    alongside: true,
    // A transaction of its own, taken back before the one that notes that it was asked for.
    prepare: async (call) => (call.body.head.dryRun ? tryPush(services.store, services, incomingOf(call)) : null),
    run: async (call, tried, tables) => {
      const { unit } = call.body.head.workbook;
      if (tried) return { json: tried, deed: { action: 'push-tried', unit, counts: countsOf(tried) } };
      const { answer, isRepeat, refused } = await receivePush(tables, services, incomingOf(call));
      if (isRepeat) return { json: answer };
      const deed = { action: 'pushed', unit, counts: countsOf(answer) } as const;
      const committed = () => {
        if (refused > 0) services.metrics.countDeed({ action: 'numbers-refused', counts: { rows: refused } });
        services.queue.wake();
      };
      return { json: answer, deed, committed };
    },
  };
}

function countsOf({ rows }: PushAnswer): Readonly<Record<string, number>> {
  return Object.fromEntries(PUSH_RESULTS.map((result) => [result, rows.filter((row) => row.result === result).length]));
}
