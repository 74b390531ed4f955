import type { Request } from 'express';
import { classKey } from '../../rules/fields/class-key.ts';
import { atWorkOrReject } from '../session/account-standing.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { SignInWay } from '../store/session-table.ts';
import type { Scope } from '../store/unit-table.ts';
import { ApiProblem } from './api-problem.ts';
import type { EndpointServices } from './endpoint.ts';

/** Who is asking, through which sign-in, and what lies within their sight. */
export interface Caller {
  readonly account: StoredAccount;
  readonly familyId: string;
  readonly way: SignInWay;
  readonly scope: Scope;
}

/**
 * The caller behind a bearer token. A revoked sign-in, a closed account and a day past the last end at once: they are looked up at
 * every request.
 */
export async function authenticateOrReject(
  request: Request,
  { tokens, store, clock }: EndpointServices,
): Promise<Caller> {
  const match = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw new ApiProblem('token-missing');
  const claims = tokens.find(match[1]);
  if (!claims) throw new ApiProblem('token-missing');
  const now = clock.now();
  const { familyId, accountId, expiresAt } = claims;
  const way = expiresAt <= now ? undefined : await store.sessions.findLive(familyId, accountId, now);
  const account = way && (await store.accounts.findById(accountId));
  if (!account) throw new ApiProblem('token-expired');
  await atWorkOrReject(store, account, clock);
  return { account, familyId, way, scope: scopeOf(account) };
}

function scopeOf({ role, unit, classes }: StoredAccount): Scope {
  // One whose classes got lost sees no row, rather than every row of the school.
  if (role === 'class-teacher') return { root: unit, classes: (classes ?? []).map(classKey) };
  return { root: unit, classes: null };
}
