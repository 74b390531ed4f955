import type { SessionView } from '../addin/pane/pane-view.ts';
import type { Language, Message } from '../rules/messages.ts';
import type { CampaignActions } from './actions/campaign-actions.ts';
import type { DraftActions } from './actions/draft-actions.ts';
import type { LoadActions } from './actions/load-actions.ts';
import type { ConsoleState } from './console-state.ts';

/** What every view is given. */
export interface Console {
  readonly pane: SessionView;
  readonly state: ConsoleState;
  readonly load: LoadActions;
  readonly draft: DraftActions;
  readonly campaign: CampaignActions;
  readonly setLanguage: (language: Language) => void;
  /** The server's clock when this was drawn, milliseconds since 1970. */
  readonly now: number;
  /** Where this server is reached, e.g. `https://so-sach.example.edu.vn`. */
  readonly origin: string;
  t(message: Message, params?: Readonly<Record<string, string | number>>): string;
  n(value: number): string;
}
