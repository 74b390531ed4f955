import assert from 'node:assert/strict';
import { createAccount } from '../../server/admin/create-account.ts';
import { resetPassword } from '../../server/admin/reset-password.ts';
import { PASSWORD, problemOf, ServerWorld, TestClock } from './server-world.ts';

describe('sessions', () => {
  let world: ServerWorld;
  const clock = new TestClock();

  before(async () => {
    world = await ServerWorld.start({ clock, limits: { requestsPerMinute: 100_000, signInFailures: 3 } });
  });
  after(() => world.close());

  const refresh = (refreshToken: string) => world.post('/api/v1/session/refresh', { refreshToken });
  const me = (token: string) => world.get('/api/v1/me', token);

  it('signs in with name and password, whatever the case of the name and the form of the letters', async () => {
    const session = await world.signIn('VanThu.A', PASSWORD.normalize('NFD'));
    assert.deepEqual(session.account, {
      username: 'vanthu.a',
      displayName: 'vanthu.a',
      role: 'clerk',
      unit: { code: 'T-A', name: 'Đơn vị T-A', kind: 'school' },
    });
    assert.equal(session.tryOut, true);
    assert.equal(session.mustChangePassword, false);
    assert.equal(session.expiresIn, 900);
    assert.deepEqual((await me(session.accessToken)).body, session.account);
  });

  it('says the same of a wrong name and of a wrong password', async () => {
    const wrongName = await world.post('/api/v1/session', { username: 'khong.co', password: PASSWORD });
    const wrongPassword = await world.post('/api/v1/session', { username: 'xem.a', password: 'sai' });
    assert.equal(problemOf(wrongName), 'credentials-wrong');
    const { requestId: _one, ...first } = wrongName.body;
    const { requestId: _two, ...second } = wrongPassword.body;
    assert.deepEqual(first, second);
    assert.equal(wrongName.headers['set-cookie'], undefined, 'cookies die in Office’s frames');
  });

  it('stops guessing at one account, and lets its neighbour in', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await world.post('/api/v1/session', { username: 'canbo.x1', password: `sai ${attempt}` });
      assert.equal(problemOf(answer), 'credentials-wrong');
    }
    const answer = await world.post('/api/v1/session', { username: 'Canbo.X1', password: PASSWORD });
    assert.equal(problemOf(answer), 'too-many-attempts');
    assert.ok(Number(answer.headers['retry-after']) > 0);
    assert.ok(answer.body.nextStep.vi.includes(answer.headers['retry-after']));
    await world.signIn('vanthu.b');
  });

  it('refuses a token that we did not sign, one that is over and one whose sign-in has ended', async () => {
    const { accessToken } = await world.signIn('vanthu.a');
    assert.equal(problemOf(await world.get('/api/v1/me')), 'token-missing');
    for (const forged of ['x', `${accessToken}x`, accessToken.slice(0, -1), accessToken.replace('a1.', 'a2.')]) {
      assert.equal(problemOf(await me(forged)), 'token-missing');
    }
    const longer = accessToken.replace(/\.(\d+)\./, (_all, expires) => `.${Number(expires) + 1000}.`);
    assert.equal(problemOf(await me(longer)), 'token-missing');
    assert.equal((await me(accessToken)).status, 200);
    clock.advance(901);
    assert.equal(problemOf(await me(accessToken)), 'token-expired');
    const fresh = (await world.signIn('vanthu.a')).accessToken;
    const out = await world.get('/api/v1/me', fresh).then(() => signOut(fresh));
    assert.equal(out, 204);
    assert.equal(problemOf(await me(fresh)), 'token-expired');
  });

  const signOut = async (token: string): Promise<number> => {
    const response = await fetch(`${world.server.httpUrl}/api/v1/session`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status;
  };

  it('rotates the refresh token at each use', async () => {
    let session = await world.signIn('vanthu.a');
    const seen = new Set([session.refreshToken]);
    for (let turn = 0; turn < 3; turn++) {
      clock.advance(3600);
      const answer = await refresh(session.refreshToken);
      assert.equal(answer.status, 200);
      session = answer.body;
      assert.ok(!seen.has(session.refreshToken));
      seen.add(session.refreshToken);
      assert.equal((await me(session.accessToken)).status, 200);
    }
  });

  it('revokes the whole sign-in when an old refresh token comes again', async () => {
    const first = await world.signIn('vanthu.a');
    const other = await world.signIn('vanthu.a');
    const second = (await refresh(first.refreshToken)).body;
    assert.equal(problemOf(await refresh(first.refreshToken)), 'token-expired');
    assert.equal(problemOf(await refresh(second.refreshToken)), 'token-expired', 'the thief’s and the owner’s alike');
    assert.equal(problemOf(await me(second.accessToken)), 'token-expired');
    assert.equal((await me(other.accessToken)).status, 200, 'another sign-in is not touched');
    assert.ok((await world.store.audit.all()).some((event) => event.action === 'refresh-token-reused'));
  });

  it('ends after a night, and after a week however busy', async () => {
    const night = await world.signIn('vanthu.a');
    clock.advance(12 * 3600 + 1);
    assert.equal(problemOf(await refresh(night.refreshToken)), 'token-expired');
    let week = await world.signIn('vanthu.a');
    for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
      clock.advance(10 * 3600);
      const answer = await refresh(week.refreshToken);
      assert.equal(answer.status, 200);
      week = answer.body;
    }
    clock.advance(10 * 3600);
    assert.equal(problemOf(await refresh(week.refreshToken)), 'token-expired');
    assert.equal(problemOf(await refresh('khong-phai-ma-lam-moi')), 'token-expired');
  });

  it('lets a one-time password do nothing but be changed', async () => {
    const { password, isOneTime } = await createAccount(world.store, {
      username: 'moi.a',
      displayName: 'Mới',
      role: 'clerk',
      unit: 'T-A',
    });
    assert.equal(isOneTime, true);
    assert.match(password, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const session = await world.signIn('moi.a', password);
    const elsewhere = await world.signIn('moi.a', password);
    assert.equal(session.mustChangePassword, true);
    const token = session.accessToken;
    assert.equal(problemOf(await world.get('/api/v1/statuses', token)), 'password-change-required');
    assert.equal((await me(token)).status, 200);
    const change = (currentPassword: string, newPassword: string) =>
      world.post('/api/v1/me/password', { currentPassword, newPassword }, token);
    assert.equal(problemOf(await change('sai', 'đủ dài để dùng')), 'credentials-wrong');
    for (const unsuitable of ['ngắn', password, 'xx MOI.A xxxxxxx']) {
      assert.equal(problemOf(await change(password, unsuitable)), 'password-unsuitable');
    }
    assert.equal((await change(password, 'đủ dài để dùng')).status, 204);
    assert.equal((await world.get('/api/v1/statuses', token)).status, 200);
    assert.equal(problemOf(await me(elsewhere.accessToken)), 'token-expired', 'other sign-ins end');
    await world.signIn('moi.a', 'đủ dài để dùng');
  });

  it('ends every sign-in of an account whose password was reset', async () => {
    const session = await world.signIn('vanthu.b');
    const password = await resetPassword(world.store, 'VANTHU.B');
    assert.equal(problemOf(await me(session.accessToken)), 'token-expired');
    assert.equal((await world.signIn('vanthu.b', password)).mustChangePassword, true);
  });

  it('does not let anyone work in a unit that is not in operation', async () => {
    const session = await world.signIn('vanthu.a');
    const unit = await world.store.units.find('T-A');
    assert.ok(unit);
    await world.store.units.upsert([{ ...unit, validTo: '2026-11-21' }]);
    const answer = await world.post('/api/v1/session', { username: 'vanthu.a', password: PASSWORD });
    assert.equal(problemOf(answer), 'unit-closed');
    assert.equal(problemOf(await refresh(session.refreshToken)), 'unit-closed');
    await world.store.units.upsert([unit]);
    assert.equal((await refresh(session.refreshToken)).status, 200, 'a refused refresh used nothing up');
  });

  it('keeps no password and no refresh token', async () => {
    const { refreshToken } = await world.signIn('vanthu.a');
    const account = await world.store.accounts.findByName('vanthu.a');
    assert.match(account?.passwordHash ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.equal(await world.store.sessions.findToken(refreshToken), undefined);
  });
});
