import type { ROUTES } from '../../contract/routes.ts';
import type { Handler } from '../http/endpoint.ts';
import { listStatuses as listStatusesOf } from '../sync/list-statuses.ts';
import type { RouteServices } from './route-services.ts';

export function listStatuses(services: RouteServices): Handler<typeof ROUTES.listStatuses> {
  return { run: ({ caller, query }) => ({ json: listStatusesOf(services, caller.scope, query) }) };
}
