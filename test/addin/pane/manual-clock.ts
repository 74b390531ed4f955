import type { PaneClock } from '../../../addin/pane/pane-host.ts';

/** A clock that goes on only when told to. */
export class ManualClock implements PaneClock {
  #now = Date.parse('2026-11-22T08:00:00Z');
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((candidate) => candidate !== timer);
    };
  }

  /** Lets so much time pass; whatever falls due runs in order, and its promises are waited for. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = until;
  }
}

/** Waits until promises that depend on nothing outside have run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
}
