import { type ConsoleState, firstConsoleState, type WorkKind } from './console-state.ts';

/** The page's one state besides the session. */
export class ConsoleStore {
  #state: ConsoleState;
  readonly #onChange: () => void;

  constructor(hash: string, onChange: () => void) {
    this.#state = firstConsoleState(hash);
    this.#onChange = onChange;
  }

  get state(): ConsoleState {
    return this.#state;
  }

  change(part: Partial<ConsoleState>): void {
    this.#state = { ...this.#state, ...part };
    this.#onChange();
  }

  /** How far a kind of work is; null: it has ended. */
  setWork(kind: WorkKind, done: number | null): void {
    const work = new Map(this.#state.work);
    if (done === null) work.delete(kind);
    else work.set(kind, done);
    this.change({ work });
  }

  /** Everything of the account that was here goes; the page stays. */
  forget(): void {
    const { page, clockAhead } = this.#state;
    this.#state = { ...firstConsoleState(''), page, clockAhead };
    this.#onChange();
  }
}
