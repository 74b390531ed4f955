import type { ROUTES } from '../../contract/routes.ts';
import type { Handler } from '../http/endpoint.ts';
import { listStatuses as listStatusesOf } from '../sync/list-statuses.ts';
import type { RouteServices } from './route-services.ts';

export function listStatuses(services: RouteServices): Handler<typeof ROUTES.listStatuses> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const page = await listStatusesOf(tables, services.queue, caller.scope, query);
      // A school looking after its own rows is told of nowhere; an officer looking into a school is. Nothing new is no reading.
      if (caller.account.role !== 'officer' || page.items.length === 0) return { json: page };
      const unit = query.unit ?? caller.account.unit;
      return { json: page, deed: { action: 'statuses-read', unit, counts: { rows: page.items.length } } };
    },
  };
}
