import type { SessionActions } from '../addin/pane/actions/session-actions.ts';
import type { SessionContext } from '../addin/pane/pane-context.ts';
import type { CampaignApi } from './campaign-api.ts';
import type { ConsolePage } from './console-page.ts';
import type { ConsoleStore } from './console-store.ts';

/** What the page does outside itself. */
export interface ConsoleBrowser {
  goTo(page: ConsolePage): void;
  saveFile(bytes: Uint8Array<ArrayBuffer>, name: string, type: 'zip' | 'xlsx'): void;
  /** False where the browser does not let a page copy. */
  copy(text: string): Promise<boolean>;
}

/** What every action works with; made once, in `main.tsx`. */
export interface ConsoleContext {
  /** Who is signed in, the language, what is read out and where the keyboard goes: as in the pane. */
  readonly pane: SessionContext;
  readonly session: SessionActions;
  readonly store: ConsoleStore;
  readonly api: CampaignApi;
  readonly browser: ConsoleBrowser;
}

/** The server's clock now: the officer's own may be wrong. */
export function serverNow({ pane, store }: Pick<ConsoleContext, 'pane' | 'store'>): number {
  return pane.host.clock.now() + store.state.clockAhead;
}
