import { PERFORM_RESULTS } from '../../contract/loop/decide-action.ts';
import type { ROUTES } from '../../contract/routes.ts';
import type { LoopRowsPage } from '../../contract/schemas/loop.ts';
import { isoInstant, isoInstantOrNull } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { performActions } from '../loop/perform-actions.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import { pageOf, readCursor } from './page-cursor.ts';
import type { RouteServices } from './route-services.ts';

/** Stands in no unit code and in no record id. */
const BETWEEN = '\n';

export function performLoopAction(services: RouteServices): Handler<typeof ROUTES.performLoopAction> {
  return {
    run: async ({ body, caller, idempotencyKey }, _prepared, tables) => {
      const code = body.unit ?? caller.scope.root;
      if (code === null) throw new ApiProblem('forbidden');
      const unit = await unitInScopeOrReject(tables, caller.scope, code);
      inOperationOrReject(unit, services.clock);
      const incoming = { unit: unit.code, caller, idempotencyKey, body };
      const { answer, isRepeat } = await performActions(tables, incoming, services.clock.now());
      if (isRepeat) return { json: answer };
      const counts = Object.fromEntries(
        PERFORM_RESULTS.map((result) => [result, answer.rows.filter((row) => row.result === result).length]),
      );
      const deed = { action: body.action, unit: unit.code, counts } as const;
      return { json: answer, deed, committed: () => services.queue.wake() };
    },
  };
}

export function listLoopRows(_services: RouteServices): Handler<typeof ROUTES.listLoopRows> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const root = query.unit ?? caller.scope.root;
      if (root === null) throw new ApiProblem('forbidden');
      await unitInScopeOrReject(tables, caller.scope, root);
      const [afterUnit = '', afterRecord = ''] =
        query.cursor === undefined ? [] : readCursor(query.cursor).split(BETWEEN);
      const after = { unit: afterUnit, recordId: afterRecord };
      const found = await tables.loop.page({ ...caller.scope, root }, query.state, after, query.limit + 1);
      const { items, cursor } = pageOf(found, query.limit, ({ unit, recordId }) => `${unit}${BETWEEN}${recordId}`);
      const page: LoopRowsPage = {
        items: items.map(({ since, expiresAt, ...row }) => ({
          ...row,
          state: query.state,
          since: isoInstant(since),
          expiresAt: isoInstantOrNull(expiresAt),
        })),
        cursor,
      };
      return { json: page, deed: { action: 'statuses-read', unit: root, counts: { rows: items.length } } };
    },
  };
}
