import type { ROUTES } from '../../contract/routes.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { recordHistory } from '../loop/record-history.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';
import type { RouteServices } from './route-services.ts';

export function getRecordHistory(_services: RouteServices): Handler<typeof ROUTES.getRecordHistory> {
  return {
    run: async ({ caller, params, query }, _prepared, tables) => {
      const code = query.unit ?? caller.scope.root;
      if (code === null) throw new ApiProblem('forbidden');
      const unit = await unitInScopeOrReject(tables, caller.scope, code);
      const history = await recordHistory(tables, unit.code, params.recordId, caller.scope.classes);
      return { json: history, deed: { action: 'history-read', unit: unit.code, counts: { rows: 1 } } };
    },
  };
}
