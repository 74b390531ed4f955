import type { ROUTES } from '../../contract/routes.ts';
import type { UnitPage } from '../../contract/schemas/unit.ts';
import type { Handler } from '../http/endpoint.ts';
import { pageOf, readCursor } from './page-cursor.ts';
import type { RouteServices } from './route-services.ts';

export function listUnits({ store }: RouteServices): Handler<typeof ROUTES.listUnits> {
  return {
    run: ({ caller, query }) => {
      const after = query.cursor === undefined ? '' : readCursor(query.cursor);
      const found = store.units.page(caller.scope, after, query.limit + 1);
      return { json: pageOf(found, query.limit, (unit) => unit.code) satisfies UnitPage };
    },
  };
}
