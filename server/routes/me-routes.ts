import type { ROUTES } from '../../contract/routes.ts';
import { PASSWORD_MIN_LENGTH } from '../../contract/schemas/session.ts';
import { hashPassword, verifyPassword } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handler } from '../http/endpoint.ts';
import { signInLimit } from '../http/rate-limits.ts';
import type { RouteServices } from './route-services.ts';

export function getMe(services: RouteServices): Handler<typeof ROUTES.getMe> {
  return {
    run: async ({ caller }, _prepared, tables) => ({ json: await services.sessions.describe(tables, caller.account) }),
  };
}

/** The present password is asked again: the pane may stand open on a shared computer. */
export function changePassword(services: RouteServices): Handler<typeof ROUTES.changePassword, string> {
  return {
    guard: signInLimit(services.limits),
    prepare: async ({ body, caller }) => {
      const { account } = caller;
      if (!(await verifyPassword(account.passwordHash, body.currentPassword))) {
        throw new ApiProblem('credentials-wrong');
      }
      if (!isSuitable(body.newPassword, body.currentPassword, account.username)) {
        throw new ApiProblem('password-unsuitable', { minimum: String(PASSWORD_MIN_LENGTH) });
      }
      return hashPassword(body.newPassword);
    },
    run: async ({ caller }, passwordHash, tables) => {
      const { accountId, unit } = caller.account;
      await tables.accounts.setPassword(accountId, passwordHash, false);
      await tables.sessions.revokeOthers(accountId, caller.familyId, services.clock.now());
      return { nothing: true, deed: { action: 'password-changed', unit } };
    },
  };
}

function isSuitable(password: string, current: string, username: string): boolean {
  return (
    [...password].length >= PASSWORD_MIN_LENGTH &&
    password !== current &&
    !password.toLowerCase().includes(username.toLowerCase())
  );
}
