import type { ROUTES } from '../../contract/routes.ts';
import type { MySessions } from '../../contract/schemas/session.ts';
import { isoInstant } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import type { RouteServices } from './route-services.ts';

export function listMySessions({ clock }: RouteServices): Handler<typeof ROUTES.listMySessions> {
  return {
    run: async ({ caller }, _prepared, tables) => {
      const found = await tables.sessions.list(caller.account.accountId, clock.now());
      const items = found.map(({ familyId, way, openedAt, usedAt, expiresAt }) => ({
        sessionId: familyId,
        way,
        openedAt: isoInstant(openedAt),
        usedAt: isoInstant(usedAt),
        expiresAt: isoInstant(expiresAt),
        current: familyId === caller.familyId,
      }));
      return { json: { items } satisfies MySessions };
    },
  };
}

export function endMySessions({ clock }: RouteServices): Handler<typeof ROUTES.endMySessions> {
  return {
    run: async ({ caller }, _prepared, tables) => {
      const { accountId, unit } = caller.account;
      await tables.sessions.revokeOthers(accountId, '', clock.now());
      return { nothing: true, deed: { action: 'sessions-revoked', unit } };
    },
  };
}

export function endMySession({ clock }: RouteServices): Handler<typeof ROUTES.endMySession> {
  return {
    run: async ({ caller, params }, _prepared, tables) => {
      const { accountId, unit } = caller.account;
      const now = clock.now();
      // Whether somebody else has a sign-in of that id is not told.
      if (!(await tables.sessions.findLive(params.sessionId, accountId, now))) throw new ApiProblem('not-found');
      await tables.sessions.revoke(params.sessionId, now);
      return { nothing: true, deed: { action: 'sessions-revoked', unit, counts: { sessions: 1 } } };
    },
  };
}
