import type { Message } from '../../rules/messages.ts';
import type { PaneActions } from './pane-actions.ts';
import type { PaneHost } from './pane-host.ts';
import type { PaneState } from './pane-state.ts';

/** What the views of signing in and of failures need; the officers' page has no more of the pane than this. */
export interface SessionView extends Pick<Pane, 'state' | 't'> {
  readonly actions: Pick<PaneActions, 'session' | 'dropProblem'> & Partial<Pick<PaneActions, 'showSupport'>>;
}

/** What every view is given: the state, what can be done, and the words in the person's language. */
export interface Pane {
  /** Where the pane lives: some keys and hints exist only there. */
  readonly place: PaneHost['kind'];
  readonly state: PaneState;
  readonly actions: PaneActions;
  /** The sentence in the interface's language; numbers are grouped as that language does. */
  t(message: Message, params?: Readonly<Record<string, string | number>>): string;
  /** A number as the interface's language writes it. */
  n(value: number): string;
  /** An hour as the interface's language writes it; the day stands before it when it is not today. */
  time(milliseconds: number): string;
  /** Milliseconds since 1970 by this computer's clock. */
  now(): number;
}
