import assert from 'node:assert/strict';
import { ACCOUNT_WORDS } from '../../../addin/pane/account-words.ts';
import type { MySession } from '../../../contract/schemas/session.ts';
import { fill } from '../../../rules/messages.ts';
import { pupil } from '../../desk/desk-fixture.ts';
import { settled } from './manual-clock.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

const PATH = '/api/v1/me/sessions';

function session(number: number, part: Partial<MySession> = {}): MySession {
  return {
    sessionId: `00000000-0000-4000-8000-00000000000${number}`,
    way: 'password',
    openedAt: `2026-11-2${number}T01:00:00.000Z`,
    usedAt: `2026-11-2${number}T02:00:00.000Z`,
    expiresAt: '2026-11-29T01:00:00.000Z',
    current: false,
    ...part,
  };
}
const HERE = session(1, { current: true });
const ELSEWHERE = session(2, { way: 'provider' });

describe('pane: one’s own sign-ins', () => {
  let pane: PaneFixture;
  /** Those that the server still lets in. */
  let good: MySession[];

  beforeEach(async () => {
    good = [HERE, ELSEWHERE];
    pane = paneFixture([pupil(1)]);
    const done = { status: 204, body: undefined };
    pane.server.more.set(`GET ${PATH}`, () => ({ status: 200, body: { items: good } }));
    pane.server.more.set(`DELETE ${PATH}/${ELSEWHERE.sessionId}`, () => {
      good = [HERE];
      return done;
    });
    pane.server.more.set(`DELETE ${PATH}`, () => {
      good = [];
      return done;
    });
    await pane.signIn();
  });

  const shown = () => pane.state().mySessions?.map(({ sessionId }) => sessionId) ?? null;

  it('are listed, with the keyboard at the heading, and back at the name that opened them', async () => {
    await pane.actions.account.show();
    assert.equal(pane.state().overlay, 'account');
    assert.deepEqual(pane.state().mySessions, [HERE, ELSEWHERE]);
    assert.equal(pane.state().focus?.id, 'sosach-my-account');
    pane.actions.session.closeOverlay();
    assert.deepEqual([pane.state().overlay, pane.state().focus?.id], [null, 'sosach-account-name']);
  });

  it('are listed once a check that runs is over', async () => {
    await Promise.all([pane.actions.sheet.check(), pane.actions.account.show()]);
    assert.deepEqual(shown(), [HERE.sessionId, ELSEWHERE.sessionId]);
  });

  it('are ended one by one', async () => {
    await pane.actions.account.show();
    await pane.actions.account.end(ELSEWHERE.sessionId, '08:00');
    assert.deepEqual(shown(), [HERE.sessionId]);
    assert.equal(pane.state().announcement.text, fill(ACCOUNT_WORDS.ended.vi, { time: '08:00' }));
    assert.equal(pane.state().focus?.id, 'sosach-my-account');
    assert.ok(pane.state().account, 'one stays here');
  });

  it('that ended meanwhile are no failure', async () => {
    await pane.actions.account.show();
    good = [HERE];
    pane.server.next(`${PATH}/${ELSEWHERE.sessionId}`, 'not-found');
    await pane.actions.account.end(ELSEWHERE.sessionId, '08:00');
    assert.deepEqual([shown(), pane.state().problem], [[HERE.sessionId], null]);
  });

  it('are all ended, and one is signed out here as well', async () => {
    await pane.actions.account.show();
    await pane.actions.account.endAll();
    assert.deepEqual(good, []);
    assert.deepEqual([pane.state().account, pane.state().overlay], [null, null]);
    assert.equal(pane.state().announcement.text, ACCOUNT_WORDS.endedAll.vi);
  });

  it('stay as they were while the server cannot be reached, and are looked up again when asked', async () => {
    pane.server.next(PATH, 'drop-before');
    await pane.actions.account.show();
    assert.deepEqual([shown(), pane.state().problem?.offline], [null, true]);
    await pane.retry();
    assert.deepEqual([shown()?.length, pane.state().problem, pane.state().online], [2, null, true]);
    pane.server.next(PATH, 'drop-before');
    await pane.actions.account.endAll();
    assert.ok(pane.state().account && pane.state().problem?.offline);
    pane.server.next(PATH, 'bad-gateway');
    await pane.actions.account.end(ELSEWHERE.sessionId, '08:00');
    assert.deepEqual(shown(), [HERE.sessionId, ELSEWHERE.sessionId], 'nothing is said to have ended');
  });

  it('of one are not shown to the next, nor in what comes too late for whoever has left', async () => {
    await pane.actions.account.show();
    await pane.actions.session.signOut();
    await pane.signIn();
    const looking = pane.actions.account.show();
    assert.equal(shown(), null);
    await pane.actions.session.signOut();
    await looking;
    await settled();
    assert.equal(shown(), null);
  });
});
