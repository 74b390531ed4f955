import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sessionActions } from '../../../addin/pane/actions/session-actions.ts';
import type { OpenedWindow, PaneHost, SignInWindow } from '../../../addin/pane/pane-host.ts';
import { PaneStore } from '../../../addin/pane/pane-store.ts';
import { DESK_ERRORS, DeskError } from '../../../desk/desk-error.ts';
import { type HttpAnswer, type HttpRequest, OfflineError } from '../../../desk/http-transport.ts';
import { SyncClient } from '../../../desk/sync-client.ts';
import { ManualClock, settled } from './manual-clock.ts';

const ORIGIN = 'https://so-sach.test';
const SESSION = {
  accessToken: 'access',
  refreshToken: 'refresh-token-of-twenty',
  expiresIn: 900,
  account: { username: 'lan', displayName: 'Lan', role: 'clerk', unit: { code: 'T', name: 'Trường Thử' } },
  tryOut: false,
  mustChangePassword: false,
};

/** The pane's signing in, with a window that a test closes as a person or a server would. */
function fixture(origin = ORIGIN) {
  const opened: { readonly path: string; readonly challenge: string; end(code: string | null | Error): void }[] = [];
  const requests: HttpRequest[] = [];
  const answers = new Map<string, () => HttpAnswer>([
    ['/api/v1/session/ways', () => ({ status: 200, body: { provider: { name: 'Sở thử', origin: ORIGIN } } })],
    ['/api/v1/session/provider', () => ({ status: 200, body: SESSION })],
  ]);
  const signInWindow: SignInWindow = {
    origin,
    kind: 'page',
    open(path, challenge): OpenedWindow {
      let resolve: (code: string | null) => void = () => {};
      let reject: (error: Error) => void = () => {};
      const promise = new Promise<string | null>((...settle) => {
        [resolve, reject] = settle;
      });
      const end = (code: string | null | Error) => (code instanceof Error ? reject(code) : resolve(code));
      opened.push({ path, challenge, end });
      return { code: promise, giveUp: () => resolve(null) };
    },
  };
  const client = new SyncClient({
    async send(request) {
      requests.push(request);
      return answers.get(request.path)?.() ?? { status: 404, body: undefined };
    },
  });
  const store = new PaneStore('vi');
  const host = { kind: 'workbench', clock: new ManualClock(), signInWindow } as unknown as PaneHost;
  const session = sessionActions({ store, client, host });
  const exchanges = () => requests.filter(({ path }) => path === '/api/v1/session/provider').map(({ body }) => body);
  return { opened, requests, answers, store, session, client, exchanges };
}

/** Asks for the form and waits until the button stands there. */
async function shown(origin?: string) {
  const pane = fixture(origin);
  pane.session.askSignIn();
  await until(() => pane.store.state.provider !== null);
  return pane;
}

async function until(holds: () => boolean): Promise<void> {
  // Hashing is done on another thread: it takes turns of nobody's count.
  for (let turn = 0; turn < 10_000 && !holds(); turn++) await settled();
  assert.ok(holds());
}

describe('signing in with another service', () => {
  it('exchanges what the window handed over, with the proof behind the challenge that went out', async () => {
    const { opened, session, store, exchanges, client } = await shown();
    const done = session.signInByProvider();
    assert.equal(store.state.awaitingProvider, true);
    const [window] = opened;
    assert.ok(window);
    assert.equal(window.path, `/dang-nhap?proof=${window.challenge}&from=page`);
    window.end('ma-ban-giao');
    await done;
    const [{ code, proof }] = exchanges() as [{ code: string; proof: string }];
    assert.equal(code, 'ma-ban-giao');
    assert.equal(createHash('sha256').update(proof).digest('base64url'), window.challenge);
    assert.ok(!window.path.includes(proof), 'no secret in an address');
    assert.deepEqual(
      [store.state.account, store.state.overlay, store.state.awaitingProvider],
      [SESSION.account, null, false],
    );
    assert.equal(client.account?.username, 'lan');
  });

  it('goes on with what the person was about to do', async () => {
    const pane = fixture();
    let went = false;
    pane.session.askSignIn(() => {
      went = true;
    });
    await until(() => pane.store.state.provider !== null);
    const done = pane.session.signInByProvider();
    pane.opened[0]?.end('ma-ban-giao');
    await done;
    assert.ok(went);
  });

  it('uses no proof twice', async () => {
    const { opened, session } = await shown();
    for (const code of [null, null]) {
      const done = session.signInByProvider();
      opened.at(-1)?.end(code);
      await done;
    }
    assert.equal(new Set(opened.map(({ challenge }) => challenge)).size, 2);
  });

  it('is offered to pages of the origin alone that the service sends people back to', async () => {
    const pane = fixture('http://localhost:8787');
    pane.session.askSignIn();
    await until(() => pane.requests.length > 0);
    await settled();
    assert.equal(pane.store.state.provider, null);
    await pane.session.signInByProvider();
    assert.deepEqual(pane.opened, []);
  });

  it('is not offered by a server without one, and asks again when the line was down', async () => {
    const pane = fixture();
    pane.answers.set('/api/v1/session/ways', () => {
      throw new OfflineError('scripted');
    });
    pane.session.askSignIn();
    await until(() => pane.requests.length === 1);
    await settled();
    assert.equal(pane.store.state.problem, null, 'the password is still there');
    pane.answers.set('/api/v1/session/ways', () => ({ status: 200, body: { provider: null } }));
    pane.session.askSignIn();
    await until(() => pane.requests.length === 2);
    await settled();
    assert.equal(pane.store.state.provider, null);
  });

  it('leaves the form as it was when the person closes the window or gives up', async () => {
    for (const by of ['window', 'button'] as const) {
      const { opened, session, store, exchanges } = await shown();
      const done = session.signInByProvider();
      if (by === 'window') opened[0]?.end(null);
      else session.giveUpProvider();
      await done;
      assert.deepEqual(exchanges(), []);
      assert.deepEqual(
        [store.state.overlay, store.state.problem, store.state.awaitingProvider],
        ['sign-in', null, false],
      );
    }
  });

  it('says that the window was blocked', async () => {
    const { opened, session, store } = await shown();
    const done = session.signInByProvider();
    opened[0]?.end(new DeskError('window-blocked'));
    await done;
    assert.deepEqual(store.state.problem?.message, DESK_ERRORS['window-blocked']);
    assert.equal(store.state.awaitingProvider, false);
  });

  it('says why the server did not let somebody in', async () => {
    const { opened, session, store, answers } = await shown();
    const title = { vi: 'Chưa gắn', en: 'Not linked' };
    const problem = {
      type: 'urn:x',
      status: 403,
      code: 'account-unlinked',
      title,
      nextStep: title,
      requestId: 'r',
    };
    answers.set('/api/v1/session/provider', () => ({ status: 403, body: problem }));
    const done = session.signInByProvider();
    opened[0]?.end('ma-ban-giao');
    await done;
    assert.deepEqual(store.state.problem?.message, title);
    assert.equal(store.state.account, null);
  });

  it('opens one window at a time', async () => {
    const { opened, session } = await shown();
    const done = session.signInByProvider();
    await session.signInByProvider();
    assert.equal(opened.length, 1);
    opened[0]?.end(null);
    await done;
  });
});
