import type { ROUTES } from '../../contract/routes.ts';
import type { SignInWays } from '../../contract/schemas/session.ts';
import { sha256 } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Answer, Handler } from '../http/endpoint.ts';
import type { RouteServices } from './route-services.ts';

export function getSignInWays({ providerSignIns, signInOrigin }: RouteServices): Handler<typeof ROUTES.getSignInWays> {
  return {
    run: async () => {
      const provider = providerSignIns === null ? null : { name: providerSignIns.name, origin: signInOrigin() };
      return { json: { provider } satisfies SignInWays };
    },
  };
}

/** A refusal is given back and not thrown: the code is used up all the same. */
export function signInByProvider({ sessions, clock }: RouteServices): Handler<typeof ROUTES.signInByProvider> {
  return {
    run: async ({ body, address }, _prepared, tables): Promise<Answer> => {
      const handover = await tables.providerSignIns.takeHandover(sha256(body.code), clock.now());
      if (!handover || handover.challenge !== sha256(body.proof)) {
        return { problem: new ApiProblem('handover-expired'), deed: { action: 'sign-in-failed' } };
      }
      const { accountId, problem } = handover;
      const account = accountId === null ? undefined : await tables.accounts.findById(accountId);
      if (!account) {
        return { problem: new ApiProblem(problem ?? 'account-unlinked'), deed: { action: 'sign-in-failed' } };
      }
      const session = await sessions.open(tables, account, { way: 'provider', address });
      return { json: session, deed: { action: 'signed-in', accountId, unit: account.unit } };
    },
  };
}
