import type { ROUTES } from '../../contract/routes.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { unitInScopeOrReject } from '../units/unit-access.ts';
import type { RouteServices } from './route-services.ts';

/** A workbook was opened or checked. Said by the pane, in numbers; the rows themselves stay in the sheet until they are pushed. */
export function leaveReceipt({ clock }: RouteServices): Handler<typeof ROUTES.leaveReceipt> {
  return {
    // Each receipt is written in one statement, whatever stood there.
    alongside: true,
    run: async ({ caller, body }, _prepared, tables) => {
      const unit = await unitInScopeOrReject(tables, caller.scope, body.unit);
      if (!(await tables.campaigns.takesPart(unit.code, body.campaign))) throw new ApiProblem('not-found');
      const key = { unit: unit.code, campaignId: body.campaign, kind: body.kind };
      await tables.receipts.opened(key, body.version, clock.now());
      if (body.check) await tables.receipts.checked(key, body.check, clock.now());
      return { nothing: true };
    },
  };
}
