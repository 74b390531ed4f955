import { fill, type Message } from '../../rules/messages.ts';
import { firstState, type PaneState } from './pane-state.ts';

type Change = Partial<PaneState> | ((state: PaneState) => Partial<PaneState>);

/** The pane's one state. Views read it, actions change it; nobody else holds any. */
export class PaneStore {
  #state: PaneState;
  readonly #listeners = new Set<() => void>();

  constructor(language: PaneState['language']) {
    this.#state = firstState(language);
  }

  get state(): PaneState {
    return this.#state;
  }

  change(change: Change): void {
    const part = typeof change === 'function' ? change(this.#state) : change;
    this.#state = { ...this.#state, ...part };
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls back after each change; the answer ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Has assistive technology read a sentence out. */
  announce(message: Message, params: Readonly<Record<string, string>> = {}): void {
    this.change((state) => ({
      announcement: { text: fill(message[state.language], params), serial: state.announcement.serial + 1 },
    }));
  }

  /**
   * Moves the keyboard to an element of the pane once it is drawn. Asked for together with the change that draws it, never after
   * further work: whoever has gone on meanwhile would lose the keyboard, and the next key.
   */
  focus(id: string): void {
    this.change((state) => ({ focus: { id, serial: (state.focus?.serial ?? 0) + 1 } }));
  }
}
