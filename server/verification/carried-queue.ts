import type { Health } from '../../contract/schemas/health.ts';
import type { Store } from '../store/store.ts';

/** What stands in for the worker where a person carries the questions: it asks nothing, and nobody can say when answers come. */
export class CarriedQueue {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What another way of asking was busy with, or put off, waits to be handed in. */
  async start(): Promise<void> {
    await this.#store.write(async (tables) => {
      await tables.records.touch(await tables.carried.takeOver());
    });
  }

  wake(): void {}

  async stop(): Promise<void> {}

  async whenIdle(): Promise<void> {}

  async standing(): Promise<Health['verification']> {
    return { state: 'carried', pausedBy: null, pausedUntil: null };
  }

  async etaSeconds(): Promise<null> {
    return null;
  }
}
