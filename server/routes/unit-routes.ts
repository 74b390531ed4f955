import type { ROUTES } from '../../contract/routes.ts';
import type { UnitPage } from '../../contract/schemas/unit.ts';
import type { Handler } from '../http/endpoint.ts';
import type { RouteServices } from './route-services.ts';

export function listUnits({ store }: RouteServices): Handler<typeof ROUTES.listUnits> {
  return {
    run: ({ caller, query }) => {
      const after = query.cursor === undefined ? '' : Buffer.from(query.cursor, 'base64url').toString();
      const found = store.units.page(caller.scope, after, query.limit + 1);
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const cursor = found.length > items.length && last ? Buffer.from(last.code).toString('base64url') : null;
      return { json: { items: [...items], cursor } satisfies UnitPage };
    },
  };
}
