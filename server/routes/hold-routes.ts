import type { ROUTES } from '../../contract/routes.ts';
import type { Handler } from '../http/endpoint.ts';
import { inOperationOrReject, unitInScopeOrReject } from '../units/unit-access.ts';
import { askOn as askOnAbout } from '../verification/breaker/watch-sheet.ts';
import type { RouteServices } from './route-services.ts';

export function askOn({ clock, queue }: RouteServices): Handler<typeof ROUTES.askOn> {
  return {
    run: async ({ body, caller }, _prepared, tables) => {
      const unit = await unitInScopeOrReject(tables, caller.scope, body.unit);
      inOperationOrReject(unit, clock);
      const sheet = { unit: unit.code, workbookId: body.workbookId };
      const rows = await askOnAbout(tables, sheet, clock.now());
      if (rows === 0) return { json: { rows } };
      const deed = { action: 'asked-on', unit: unit.code, counts: { rows } } as const;
      return { json: { rows }, deed, committed: () => queue.wake() };
    },
  };
}
