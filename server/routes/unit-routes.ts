import type { ROUTES } from '../../contract/routes.ts';
import type { UnitPage } from '../../contract/schemas/unit.ts';
import type { Handler } from '../http/endpoint.ts';
import { pageOf, readCursor } from './page-cursor.ts';

export function listUnits(): Handler<typeof ROUTES.listUnits> {
  return {
    run: async ({ caller, query }, _prepared, tables) => {
      const after = query.cursor === undefined ? '' : readCursor(query.cursor);
      const found = await tables.units.page(caller.scope, after, query.limit + 1);
      return { json: pageOf(found, query.limit, (unit) => unit.code) satisfies UnitPage };
    },
  };
}
