import assert from 'node:assert/strict';
import type { Test } from 'supertest';
import { unlockAccount } from '../../../server/admin/unlock-account.ts';
import { AccessTokens, loadTokenKey } from '../../../server/crypto.ts';
import { FREE_FAILURES, lockSeconds, SignInLock } from '../../../server/session/sign-in-lock.ts';
import { PASSWORD, problemOf, ServerWorld, TestClock } from '../server-world.ts';

/** Addresses for documentation (RFC 5737). */
const SCHOOL = '192.0.2.7';
const guesser = (number: number) => `198.51.100.${number}`;

describe('the lock of a user name', () => {
  let world: ServerWorld;
  const clock = new TestClock();

  beforeEach(async () => {
    world = await ServerWorld.start({ clock, trustedProxies: 'loopback' });
  });
  afterEach(() => world.close());

  const signIn = (username: string, password: string, address: string): Promise<Awaited<Test>> =>
    world.post('/api/v1/session', { username, password }).set('X-Forwarded-For', address);

  /** From as many addresses, so that no limit by address is in the way. */
  async function guess(username: string, times = FREE_FAILURES): Promise<void> {
    for (let number = 1; number <= times; number++) {
      assert.equal(problemOf(await signIn(username, 'đoán mò', guesser(number))), 'credentials-wrong');
    }
  }

  it('closes after so many wrong passwords, wherever they come from, and opens by itself', async () => {
    await guess('vanthu.a');
    const refused = await signIn('vanthu.a', PASSWORD, guesser(200));
    assert.equal(problemOf(refused), 'too-many-attempts');
    const seconds = Number(refused.headers['retry-after']);
    assert.ok(seconds > 50 && seconds <= 60, String(seconds));
    assert.equal((await signIn('vanthu.b', PASSWORD, guesser(200))).status, 200, 'nobody else is kept out');
    clock.advance(61);
    assert.equal((await signIn('vanthu.a', PASSWORD, guesser(200))).status, 200);
    assert.equal(problemOf(await signIn('vanthu.a', 'nhầm', guesser(201))), 'credentials-wrong', 'forgotten by then');
    assert.equal((await signIn('vanthu.a', PASSWORD, guesser(201))).status, 200);
  });

  it('lasts twice as long each time, and never longer than a quarter of an hour', () => {
    const minutes = [FREE_FAILURES - 1, FREE_FAILURES, FREE_FAILURES + 1, FREE_FAILURES + 3, FREE_FAILURES + 4, 10_000];
    assert.deepEqual(
      minutes.map((failures) => lockSeconds(failures) / 60),
      [0, 1, 2, 8, 15, 15],
    );
  });

  it('keeps nobody out of where they have come in from before, nor whoever is in', async () => {
    const { body } = await signIn('vanthu.a', PASSWORD, SCHOOL);
    await guess('vanthu.a');
    assert.equal((await world.get('/api/v1/me', body.accessToken)).status, 200);
    const { refreshToken } = body;
    assert.equal((await world.post('/api/v1/session/refresh', { refreshToken })).status, 200);
    assert.equal(problemOf(await signIn('vanthu.a', PASSWORD, guesser(200))), 'too-many-attempts');
    assert.equal((await signIn('vanthu.a', PASSWORD, SCHOOL)).status, 200);
  });

  it('does not tell which names exist', async () => {
    await guess('khong.co.ai');
    assert.equal(problemOf(await signIn('khong.co.ai', 'đoán mò', guesser(200))), 'too-many-attempts');
  });

  it('is opened by the operator', async () => {
    await guess('vanthu.a');
    const lock = new SignInLock(clock, new AccessTokens(loadTokenKey(world.dataDir)));
    assert.deepEqual(
      [await unlockAccount(world.store, lock, 'VanThu.A'), await unlockAccount(world.store, lock, 'vanthu.a')],
      [true, false],
    );
    assert.equal((await signIn('vanthu.a', PASSWORD, guesser(200))).status, 200);
    const actions = (await world.store.audit.all()).map(({ action }) => action);
    assert.ok(actions.includes('account-locked'));
    assert.equal(actions.filter((action) => action === 'account-unlocked').length, 1);
  });
});
