import { may } from '../../contract/role.ts';
import type { ROUTES } from '../../contract/routes.ts';
import type { Handler } from '../http/endpoint.ts';
import { listStatuses as listStatusesOf } from '../sync/list-statuses.ts';
import type { RouteServices } from './route-services.ts';

export function listStatuses(services: RouteServices): Handler<typeof ROUTES.listStatuses> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const page = await listStatusesOf(tables, services.queue, caller.scope, query);
      // A school looking after its own rows asks every few seconds and is told of nowhere; everybody else who looks is. Nothing
      // new is no reading.
      if (may(caller.account.role, 'records:push') || page.items.length === 0) return { json: page };
      const unit = query.unit ?? caller.account.unit;
      return { json: page, deed: { action: 'statuses-read', unit, counts: { rows: page.items.length } } };
    },
  };
}
