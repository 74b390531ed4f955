import { type SessionActions, sessionActions } from '../../addin/pane/actions/session-actions.ts';
import type { PaneHost } from '../../addin/pane/pane-host.ts';
import { PaneStore } from '../../addin/pane/pane-store.ts';
import { type CampaignActions, campaignActions } from '../../console/actions/campaign-actions.ts';
import { type DraftActions, draftActions } from '../../console/actions/draft-actions.ts';
import { type LoadActions, loadActions } from '../../console/actions/load-actions.ts';
import { CampaignApi } from '../../console/campaign-api.ts';
import { type ConsolePage, pageHash } from '../../console/console-page.ts';
import { ConsoleStore } from '../../console/console-store.ts';
import type { Role } from '../../contract/role.ts';
import { type HttpAnswer, type HttpRequest, OfflineError } from '../../desk/http-transport.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { ManualClock, settled } from '../addin/pane/manual-clock.ts';

/** What the scripted line does with a request instead of answering it. */
export type Line = 'offline' | 'lost-on-the-way-back';

export interface ConsoleFixture {
  readonly pane: PaneStore;
  readonly session: SessionActions;
  readonly store: ConsoleStore;
  readonly load: LoadActions;
  readonly draft: DraftActions;
  readonly campaign: CampaignActions;
  readonly clock: ManualClock;
  readonly requests: readonly HttpRequest[];
  readonly files: readonly string[];
  /** What happens to the next requests whose `METHOD path` begins so. */
  readonly line: Map<string, Line>;
  signIn(username: string): Promise<void>;
}

/** The page without its pictures: real stores, actions and client; only the clock, the line and the browser are scripted. */
export function consoleFixture(
  page: ConsolePage,
  answer: (request: HttpRequest) => unknown,
  roles: Readonly<Record<string, Role>> = {},
): ConsoleFixture {
  const requests: HttpRequest[] = [];
  const files: string[] = [];
  const line = new Map<string, Line>();
  const clock = new ManualClock();
  const client = new SyncClient({
    async send(request): Promise<HttpAnswer> {
      requests.push(request);
      const { method, path, body } = request;
      const what = [...line].find(([start]) => `${method} ${path}`.startsWith(start))?.[1];
      if (what === 'offline') throw new OfflineError('scripted');
      if (method === 'DELETE' && path === '/api/v1/session') return { status: 204, body: undefined };
      if (path === '/api/v1/session') {
        const { username } = body as { username: string };
        return { status: 200, body: sessionOf(username, roles[username] ?? 'officer') };
      }
      const answered = await answer(request);
      if (what === 'lost-on-the-way-back') throw new OfflineError('scripted');
      return { status: 200, body: answered };
    },
  });
  const pane = new PaneStore('vi');
  const host = { kind: 'console', clock, painted: async () => {} } as unknown as PaneHost;
  const session = sessionActions({ store: pane, client, host });
  const store = new ConsoleStore(pageHash(page), () => {});
  const context = {
    pane: { store: pane, client, host },
    session,
    store,
    api: new CampaignApi(client),
    browser: {
      goTo: (next: ConsolePage) => load.show(next),
      saveFile: (_bytes: Uint8Array, name: string) => void files.push(name),
      copy: async () => false,
    },
  };
  const load = loadActions(context);
  return {
    pane,
    session,
    store,
    load,
    draft: draftActions(context),
    campaign: campaignActions(context),
    clock,
    requests,
    files,
    line,
    async signIn(username) {
      session.askSignIn(load.enter);
      await session.signIn(username, 'mật khẩu thử');
      await settled();
    },
  };
}

function sessionOf(username: string, role: Role): unknown {
  return {
    accessToken: 'access',
    refreshToken: 'refresh-token-of-twenty',
    expiresIn: 900,
    account: { username, displayName: username, role, unit: { code: 'S', name: 'Sở Thử' } },
    tryOut: true,
    mustChangePassword: false,
  };
}
