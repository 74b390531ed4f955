import { render } from 'preact';
import { sessionActions } from '../addin/pane/actions/session-actions.ts';
import { askTryOut } from '../addin/pane/ask-try-out.ts';
import { browserHost } from '../addin/pane/browser-host.ts';
import { browserTransport } from '../addin/pane/browser-transport.ts';
import { downloadBytes } from '../addin/pane/download-bytes.ts';
import { PaneStore } from '../addin/pane/pane-store.ts';
import { wordsIn } from '../addin/pane/words-in.ts';
import { SyncClient } from '../desk/sync-client.ts';
import { campaignActions } from './actions/campaign-actions.ts';
import { draftActions } from './actions/draft-actions.ts';
import { loadActions } from './actions/load-actions.ts';
import { CampaignApi } from './campaign-api.ts';
import { type ConsoleContext, serverNow } from './console-context.ts';
import { pageHash, readPage } from './console-page.ts';
import { ConsoleStore } from './console-store.ts';
import { ConsoleApp } from './views/console-app.tsx';
import { CONSOLE_WORDS } from './words.ts';
import '../addin/pane/styles/frame.css';
import '../addin/pane/styles/findings.css';
import '../addin/pane/styles/forms.css';
import './console.css';

/** Time left is told in minutes: looking twice a minute is never a minute late. */
const TICK_MS = 30_000;
const REFRESH_MS = 60_000;

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http beyond this computer has no clipboard (W3C Clipboard API, secure contexts only).
    return false;
  }
}

/** The officers' page. */
const place = document.getElementById('console');
if (!place) throw new Error('the page lacks #console');
const host = browserHost('console');
const client = new SyncClient(browserTransport());
const paneStore = new PaneStore(host.languages.read() === 'en' ? 'en' : 'vi');
const pane = { store: paneStore, client, host };

let due = false;
/** Several changes in one turn are drawn once. */
const drawSoon = () => {
  if (due) return;
  due = true;
  queueMicrotask(draw);
};
const store = new ConsoleStore(location.hash, drawSoon);
const session = sessionActions(pane, { signedOutIdle: CONSOLE_WORDS.idle });
const context: ConsoleContext = {
  pane,
  session,
  store,
  api: new CampaignApi(client),
  browser: {
    goTo: (page) => {
      location.hash = pageHash(page);
    },
    saveFile: downloadBytes,
    copy,
  },
};
const load = loadActions(context);
const draft = draftActions(context);
const campaign = campaignActions(context);
const paneActions = {
  // Leaving by one's own will leaves nothing behind for the next person at this computer.
  session: {
    ...session,
    signOut: async () => {
      store.forget();
      await session.signOut();
    },
  },
  dropProblem: () => paneStore.change({ problem: null }),
};

const draw = () => {
  due = false;
  const { state } = paneStore;
  const words = wordsIn(state.language, host.clock.now);
  document.documentElement.lang = state.language;
  document.title = words.t(CONSOLE_WORDS.title);
  render(
    <ConsoleApp
      page={{
        pane: { state, actions: paneActions, t: words.t },
        state: store.state,
        load,
        draft,
        campaign,
        setLanguage(language) {
          host.languages.write(language);
          paneStore.change({ language });
        },
        now: serverNow(context),
        origin: location.origin,
        t: words.t,
        n: words.n,
      }}
    />,
    place,
  );
};

let signedIn = false;
paneStore.subscribe(() => {
  const { account, overlay } = paneStore.state;
  const wasSignedIn = signedIn;
  signedIn = account !== null;
  // Nothing goes without an account: whoever lost theirs is asked for it where they stand.
  if (!signedIn && (wasSignedIn || overlay === null)) session.askSignIn(load.enter);
  drawSoon();
});
host.watchNetwork((online) => paneStore.change({ online }));
addEventListener('hashchange', () => load.show(readPage(location.hash)));
addEventListener('keydown', session.touch);
addEventListener('pointerdown', session.touch);
addEventListener('beforeunload', (event) => {
  if (store.state.draft) event.preventDefault();
});
setInterval(drawSoon, TICK_MS);

const refresh = () => {
  const { progress } = store.state;
  if (document.visibilityState !== 'visible' || !paneStore.state.account || !progress) return;
  if (serverNow(context) - progress.loadedAt >= REFRESH_MS) void load.loadProgress(true);
};
setInterval(refresh, REFRESH_MS / 4);
document.addEventListener('visibilitychange', refresh);

session.askSignIn(load.enter);
void askTryOut(browserTransport()).then((tryOut) => {
  if (tryOut) paneStore.change({ tryOut });
});
