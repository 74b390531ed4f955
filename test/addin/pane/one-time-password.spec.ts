import assert from 'node:assert/strict';
import { pupil } from '../../desk/desk-fixture.ts';
import { type PaneFixture, paneFixture } from './pane-fixture.ts';

describe('pane: a one-time password', () => {
  let pane: PaneFixture;
  beforeEach(async () => {
    pane = paneFixture([pupil(1)]);
    pane.server.mustChangePassword = true;
    pane.server.more.set('POST /api/v1/me/password', () => ({ status: 204, body: undefined }));
    await pane.actions.sheet.open();
    await pane.signIn();
  });

  it('stands before everything until it was changed, whatever was looked at meanwhile', async () => {
    const leaving: readonly (() => unknown)[] = [
      () => pane.actions.showHelp(),
      () => pane.actions.showSupport(),
      () => pane.actions.account.show(),
    ];
    for (const look of leaving) {
      await look();
      assert.notEqual(pane.state().overlay, 'password');
      pane.actions.session.closeOverlay();
      assert.deepEqual([pane.state().overlay, pane.state().focus?.id], ['password', 'sosach-new-password']);
    }
    pane.actions.showTab('push');
    assert.equal(pane.state().overlay, 'password');
    await pane.actions.loop.look();
    assert.equal(pane.state().overlay, 'password');
    await pane.actions.session.changePassword('một mật khẩu mới');
    assert.deepEqual([pane.state().overlay, pane.state().account?.username], [null, pane.server.account.username]);
  });

  it('is no longer known once its session is gone', async () => {
    pane.server.next('/api/v1/me/password', 'token-missing');
    await pane.actions.session.changePassword('một mật khẩu mới');
    assert.deepEqual([pane.state().account, pane.state().problem?.signInNeeded], [null, true]);
    pane.actions.session.askSignIn();
    pane.actions.session.closeOverlay();
    assert.equal(pane.state().overlay, null);
  });

  it('keeps what was about to be done until it was changed', async () => {
    await pane.actions.session.signOut();
    let done = 0;
    pane.actions.session.askSignIn(() => done++);
    await pane.signIn();
    pane.actions.showHelp();
    pane.actions.session.closeOverlay();
    assert.equal(done, 0);
    await pane.actions.session.changePassword('một mật khẩu mới');
    assert.equal(done, 1);
  });

  it('is given up by closing its own form, which signs out', async () => {
    pane.actions.session.closeOverlay();
    assert.deepEqual([pane.state().overlay, pane.state().account], [null, null]);
    await pane.signIn();
    pane.server.mustChangePassword = false;
    await pane.actions.session.signOut();
    await pane.signIn();
    assert.equal(pane.state().overlay, null, 'it belongs to the sign-in that it was typed at');
  });
});
