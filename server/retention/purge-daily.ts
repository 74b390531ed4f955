import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { traceOf } from '../http/problem-answer.ts';
import type { Store } from '../store/store.ts';
import { purge } from './purge.ts';
import type { RetentionDays } from './retention-policy.ts';

const DAY_MS = 24 * 3600_000;

/** Purges now, in the background, and daily. Returns the end of it, which waits for a purge under way. */
export function purgeDaily(store: Store, clock: Clock, days: RetentionDays, log: Logger): () => Promise<void> {
  let running = Promise.resolve();
  const run = () => {
    running = running.then(() => purgeOnce(store, clock, days, log));
  };
  run();
  const timer = setInterval(run, DAY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** A purge that fails is tried again the next day: what it would have removed is only kept longer, and the log says so. */
async function purgeOnce(store: Store, clock: Clock, days: RetentionDays, log: Logger): Promise<void> {
  try {
    const { kinds, erased } = await purge(store, clock, days);
    const rows = kinds.reduce((sum, { due, left }) => sum + due - left, 0);
    if (rows > 0) log.warn({ rows, erased }, 'purged');
  } catch (error) {
    log.error(traceOf(error), 'purge failed');
  }
}
