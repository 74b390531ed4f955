import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { RouteId } from '../../../contract/routes.ts';
import { PASSWORD } from '../../server/server-world.ts';
import { isOpen, type ModelAccount, type ModelWorld } from './model-world.ts';
import { FINE, own } from './probe-picks.ts';
import type { Outcome, RouteOracle } from './route-oracle.ts';
import { isAtWork } from './sight.ts';

/** The server itself, signing in, and what somebody may do about their own sign-ins. */
export const SESSION_ORACLES = {
  getHealth: { roles: 'anyone', probe: () => ({ probe: { path: '/api/v1/health' }, outcome: () => FINE }) },
  getOpenApi: { roles: 'anyone', probe: () => ({ probe: { path: '/api/v1/openapi.json' }, outcome: () => FINE }) },
  getSigningKey: { roles: 'anyone', probe: () => ({ probe: { path: '/api/v1/signing-key' }, outcome: () => FINE }) },
  signIn: {
    roles: 'anyone',
    probe: (world, random) => {
      const account = random.pick(world.accounts);
      const knows = random.chance(0.5);
      const outcome = (): Outcome => {
        if (!knows) return { refused: 'credentials-wrong' };
        const refusal = closedBy(world, account);
        if (refusal) return { refused: refusal };
        return {
          given: (body) => {
            const { account: described } = body as {
              account: { username: string; role: string; unit: { code: string } };
            };
            assert.deepEqual(
              [described.username, described.role, described.unit.code],
              [account.username, account.role, account.unit ?? ''],
            );
            const { accessToken } = body as { accessToken: string };
            world.sessionsOf(account).add(String(accessToken.split('.')[2]));
          },
        };
      };
      const password = knows ? PASSWORD : 'đoán mò thôi';
      return { probe: { path: '/api/v1/session', body: { username: account.username, password } }, outcome };
    },
  },
  refreshSession: {
    roles: 'anyone',
    probe: () => ({
      probe: { path: '/api/v1/session/refresh', body: { refreshToken: randomUUID() } },
      outcome: () => ({ refused: 'token-expired' }),
    }),
  },
  signOut: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: (world) => ({
      probe: { path: '/api/v1/session' },
      outcome: (account) => ({ given: () => {}, after: () => world.leave(own(account)) }),
    }),
  },
  getMe: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: () => ({
      probe: { path: '/api/v1/me' },
      outcome: (account) => ({
        given: (body) => assert.equal((body as { username: string }).username, own(account).username),
      }),
    }),
  },
  changePassword: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: () => ({
      probe: {
        path: '/api/v1/me/password',
        body: { currentPassword: 'đoán mò thôi', newPassword: 'mật khẩu mới 2026' },
      },
      outcome: () => ({ refused: 'credentials-wrong' }),
    }),
  },
  getSignInWays: { roles: 'anyone', probe: () => ({ probe: { path: '/api/v1/session/ways' }, outcome: () => FINE }) },
  signInByProvider: {
    roles: 'anyone',
    probe: () => ({
      probe: { path: '/api/v1/session/provider', body: { code: 'x'.repeat(43), proof: 'y'.repeat(43) } },
      outcome: () => ({ refused: 'handover-expired' }),
    }),
  },
  listMySessions: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: (world) => ({
      probe: { path: '/api/v1/me/sessions' },
      outcome: (account) => ({
        given: (body) => {
          const { items } = body as { items: { sessionId: string; current: boolean }[] };
          assert.equal(items.filter(({ current }) => current).length, 1);
          const ids = items.map(({ sessionId }) => sessionId).sort();
          assert.deepEqual(ids, [...world.sessionsOf(own(account))].sort());
        },
      }),
    }),
  },
  endMySessions: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: (world) => ({
      probe: { path: '/api/v1/me/sessions' },
      outcome: (account) => ({ given: () => {}, after: () => world.sessionsOf(own(account)).clear() }),
    }),
  },
  endMySession: {
    roles: 'signed-in',
    whileOneTime: true,
    probe: (world, random) => {
      const holder = random.pick(world.accounts);
      const sessionId = [...world.sessionsOf(holder)].at(-1) ?? randomUUID();
      return {
        probe: { path: `/api/v1/me/sessions/${sessionId}` },
        outcome: (account) => {
          const mine = world.sessionsOf(own(account));
          if (!mine.has(sessionId)) return { refused: 'not-found' };
          return { given: () => {}, after: () => mine.delete(sessionId) };
        },
      };
    },
  },
} as const satisfies Partial<Record<RouteId, RouteOracle>>;

/** Why somebody who knows the password is not let in. */
function closedBy(world: ModelWorld, account: ModelAccount): 'account-closed' | 'unit-closed' | undefined {
  if (isAtWork(world, account)) return undefined;
  return account.disabled || !isOpen(account) ? 'account-closed' : 'unit-closed';
}
