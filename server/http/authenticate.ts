import type { Request } from 'express';
import type { StoredAccount } from '../store/account-table.ts';
import type { Scope } from '../store/unit-table.ts';
import { ApiProblem } from './api-problem.ts';
import type { EndpointServices } from './endpoint.ts';

/** Who is asking, through which sign-in, and what lies within their sight. */
export interface Caller {
  readonly account: StoredAccount;
  readonly familyId: string;
  readonly scope: Scope;
}

/** The caller behind a bearer token. A revoked sign-in ends at once: the token's family is looked up at every request. */
export async function authenticateOrReject(
  request: Request,
  { tokens, store, clock }: EndpointServices,
): Promise<Caller> {
  const match = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw new ApiProblem('token-missing');
  const claims = tokens.find(match[1]);
  if (!claims) throw new ApiProblem('token-missing');
  const now = clock.now();
  if (claims.expiresAt <= now || !(await store.sessions.isLive(claims.familyId, claims.accountId, now))) {
    throw new ApiProblem('token-expired');
  }
  const account = await store.accounts.findById(claims.accountId);
  if (!account) throw new ApiProblem('token-expired');
  return { account, familyId: claims.familyId, scope: { root: account.unit } };
}
