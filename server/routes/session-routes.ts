import type { ROUTES } from '../../contract/routes.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { signInLimit } from '../http/rate-limits.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { RouteServices } from './route-services.ts';

export function signIn(services: RouteServices): Handler<typeof ROUTES.signIn, StoredAccount | undefined> {
  return {
    guard: signInLimit(services.limits),
    prepare: async ({ body: { username, password }, address }) => {
      await services.signInLock.passOrReject(services.store, { username, address });
      return services.sessions.findAccount(services.store, username, password);
    },
    run: async ({ body: { username }, address }, account, tables) => {
      if (!account) {
        const isLocked = await services.signInLock.failed(tables, username);
        // The name that was typed is not kept: people type passwords into that box.
        const action = isLocked ? 'account-locked' : 'sign-in-failed';
        return { problem: new ApiProblem('credentials-wrong'), deed: { action } };
      }
      await services.signInLock.forget(tables, username);
      const session = await services.sessions.open(tables, account, { way: 'password', address });
      const { accountId, unit } = account;
      return { json: session, deed: { action: 'signed-in', accountId, unit } };
    },
  };
}

export function refreshSession(services: RouteServices): Handler<typeof ROUTES.refreshSession> {
  return {
    // Of two that come with one token, one marks it used.
    alongside: true,
    run: async ({ body }, _prepared, tables) => {
      const { session, reusedBy } = await services.sessions.refresh(tables, body.refreshToken);
      if (session) return { json: session };
      const problem = new ApiProblem('token-expired');
      return reusedBy ? { problem, deed: { action: 'refresh-token-reused', accountId: reusedBy } } : { problem };
    },
  };
}

export function signOut(services: RouteServices): Handler<typeof ROUTES.signOut> {
  return {
    run: async ({ caller }, _prepared, tables) => {
      await services.sessions.close(tables, caller.familyId);
      return { nothing: true, deed: { action: 'signed-out', unit: caller.account.unit } };
    },
  };
}
