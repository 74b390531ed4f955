import type { PaneClock } from './pane-host.ts';

export interface IdleWatch {
  start(): void;
  /** Somebody is there: the time counts anew. */
  touch(): void;
  stop(): void;
}

/** Calls back once when nobody touched anything for so long. Touches only note the time: they come with every key. */
export function idleWatch(clock: PaneClock, milliseconds: number, onIdle: () => void): IdleWatch {
  let last = 0;
  let dropTimer: (() => void) | null = null;

  function wait(left: number): void {
    dropTimer = clock.after(left, () => {
      const rest = last + milliseconds - clock.now();
      if (rest > 0) wait(rest);
      else {
        dropTimer = null;
        onIdle();
      }
    });
  }

  return {
    start() {
      dropTimer?.();
      last = clock.now();
      wait(milliseconds);
    },
    touch() {
      last = clock.now();
    },
    stop() {
      dropTimer?.();
      dropTimer = null;
    },
  };
}
