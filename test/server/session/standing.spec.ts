import assert from 'node:assert/strict';
import { changeAccount, endSessions, setAccountOpen } from '../../../server/admin/change-account.ts';
import { createAccount } from '../../../server/admin/create-account.ts';
import { ServerError } from '../../../server/server-error.ts';
import { pupil, pushOf } from '../invented-rows.ts';
import { PASSWORD, problemOf, ServerWorld, TestClock } from '../server-world.ts';

/** What an account may do ends at once when the operator says so, and by its dates. */
describe('accounts that are moved, closed and dated', () => {
  let world: ServerWorld;
  const clock = new TestClock();

  beforeEach(async () => {
    world = await ServerWorld.start({ clock });
  });
  afterEach(() => world.close());

  const me = (token: string) => world.get('/api/v1/me', token);

  for (const [what, change] of [
    ['moved to another unit', () => changeAccount(world.store, 'vanthu.a', { unit: 'T-B' })],
    ['given another role', () => changeAccount(world.store, 'vanthu.a', { role: 'viewer' })],
    ['closed', () => setAccountOpen(world.store, 'vanthu.a', false)],
    ['signed out by the operator', () => endSessions(world.store, 'vanthu.a')],
  ] as const) {
    it(`is out at once when ${what}`, async () => {
      const { accessToken, refreshToken } = await world.signIn('vanthu.a');
      await change();
      assert.equal(problemOf(await me(accessToken)), 'token-expired');
      assert.equal(problemOf(await world.post('/api/v1/session/refresh', { refreshToken })), 'token-expired');
    });
  }

  it('does not come in while closed, and does when it is opened again', async () => {
    await setAccountOpen(world.store, 'vanthu.a', false);
    const body = { username: 'vanthu.a', password: PASSWORD };
    assert.equal(problemOf(await world.post('/api/v1/session', body)), 'account-closed');
    assert.equal(
      problemOf(await world.post('/api/v1/session', { ...body, password: 'sai' })),
      'credentials-wrong',
      'told to whoever knows the password alone',
    );
    await setAccountOpen(world.store, 'vanthu.a', true);
    await world.signIn('vanthu.a');
  });

  it('ends with its last day, in Vietnam, in the middle of a session', async () => {
    const place = { role: 'clerk', unit: 'T-A', validTo: '2026-11-22' } as const;
    await createAccount(world.store, { ...place, username: 'tam.thoi', displayName: 'x', password: PASSWORD });
    const token = await world.token('tam.thoi');
    assert.equal((await me(token)).status, 200);
    clock.advance(15 * 3600);
    assert.equal(problemOf(await me(token)), 'account-closed');
    assert.equal((await me(await world.token('vanthu.a'))).status, 200);
  });

  it('shows a class teacher the rows of their classes, however those are written', async () => {
    const rows = ['9A', 'Lớp 9a', '9B', '9A1'].map((className, index) => pupil(index + 1, { className }));
    const { rows: kept } = await world.push(pushOf(rows));
    const teacher = { role: 'class-teacher', unit: 'T-A', classes: ['9 A'], password: PASSWORD } as const;
    await createAccount(world.store, { ...teacher, username: 'gvcn', displayName: 'Cô Hạnh' });
    const { items } = await world.statuses({ as: 'gvcn' });
    assert.deepEqual(
      items.map(({ recordId }) => recordId).sort(),
      kept
        .slice(0, 2)
        .map(({ recordId }) => recordId)
        .sort(),
    );
    assert.deepEqual((await me(await world.token('gvcn'))).body.classes, ['9 A']);
    const path = `/api/v1/records/${kept[2]?.recordId}/history`;
    assert.equal(problemOf(await world.get(path, await world.token('gvcn'))), 'not-found');
  });

  it('refuses a class teacher without a class, and classes for anybody else', async () => {
    const account = { username: 'ai.do', displayName: 'x', unit: 'T-A' };
    const refused = (code: string) => (error: unknown) => error instanceof ServerError && error.code === code;
    for (const classes of [null, [], ['…']]) {
      const made = createAccount(world.store, { ...account, role: 'class-teacher', classes });
      await assert.rejects(made, refused('account-needs-class'));
    }
    const above = createAccount(world.store, { ...account, role: 'class-teacher', unit: 'X-1', classes: ['7A'] });
    await assert.rejects(above, refused('account-needs-class'));
    const clerk = createAccount(world.store, { ...account, role: 'clerk', classes: ['7A'] });
    await assert.rejects(clerk, refused('account-takes-no-class'));
    assert.equal(await world.store.accounts.findByName('ai.do'), undefined);
  });

  it('leaves a teacher’s classes behind with the school', async () => {
    const place = { role: 'class-teacher', unit: 'T-A', classes: ['7A'] } as const;
    await createAccount(world.store, { ...place, username: 'gvcn', displayName: 'x' });
    await assert.rejects(changeAccount(world.store, 'gvcn', { unit: 'T-B' }), /class/);
    await changeAccount(world.store, 'gvcn', { unit: 'T-B', classes: ['6C'] });
    await changeAccount(world.store, 'gvcn', { role: 'viewer' });
    const found = await world.store.accounts.findByName('gvcn');
    assert.deepEqual([found?.role, found?.unit, found?.classes], ['viewer', 'T-B', null]);
  });

  it('lists and ends one’s own sign-ins, and nobody else’s', async () => {
    const [first, second] = [await world.signIn('vanthu.a'), await world.signIn('vanthu.a')];
    const list = async (token: string) => (await world.get('/api/v1/me/sessions', token)).body.items;
    const mine: { sessionId: string; current: boolean }[] = await list(second.accessToken);
    assert.equal(mine.length, 2);
    const other = mine.find(({ current }) => !current);
    const end = (token: string, path = '') => world.delete(`/api/v1/me/sessions${path}`, token);
    const foreign = await world.signIn('vanthu.b');
    assert.equal(problemOf(await end(foreign.accessToken, `/${other?.sessionId}`)), 'not-found');
    assert.equal((await end(second.accessToken, `/${other?.sessionId}`)).status, 204);
    assert.equal(problemOf(await me(first.accessToken)), 'token-expired');
    assert.equal((await me(second.accessToken)).status, 200);
    assert.equal((await end(second.accessToken)).status, 204);
    assert.equal(problemOf(await me(second.accessToken)), 'token-expired');
    assert.equal((await me(foreign.accessToken)).status, 200);
  });
});
