import type { ROUTES } from '../../contract/routes.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { signInLimit } from '../http/rate-limits.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { RouteServices } from './route-services.ts';

export function signIn(services: RouteServices): Handler<typeof ROUTES.signIn, StoredAccount | undefined> {
  return {
    guard: signInLimit(services.limits),
    prepare: ({ body }) => services.sessions.findAccount(body.username, body.password),
    run: (_call, account) => {
      // The name that was typed is not kept: people type passwords into that box.
      if (!account) return { problem: new ApiProblem('credentials-wrong'), deed: { action: 'sign-in-failed' } };
      const session = services.sessions.open(account);
      const { accountId, unit } = account;
      return { json: session, deed: { action: 'signed-in', accountId, unit } };
    },
  };
}

export function refreshSession(services: RouteServices): Handler<typeof ROUTES.refreshSession> {
  return {
    run: ({ body }) => {
      const { session, reusedBy } = services.sessions.refresh(body.refreshToken);
      if (session) return { json: session };
      const problem = new ApiProblem('token-expired');
      return reusedBy ? { problem, deed: { action: 'refresh-token-reused', accountId: reusedBy } } : { problem };
    },
  };
}

export function signOut(services: RouteServices): Handler<typeof ROUTES.signOut> {
  return {
    run: ({ caller }) => {
      services.sessions.close(caller.familyId);
      return { nothing: true, deed: { action: 'signed-out', unit: caller.account.unit } };
    },
  };
}
