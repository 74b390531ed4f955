import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { traceOf } from '../http/problem-answer.ts';
import type { Store } from '../store/store.ts';
import { askAnew } from './ask-anew.ts';

const HOUR_MS = 3600_000;
/** One transaction of bearable length; what is left comes in the next one at once. */
const AT_ONCE = 500;

/**
 * Asks again, now and hourly, the rows whose answer no longer counts, behind everything that people wait for. Returns the end of it.
 * @param onQueued something may be due
 */
export async function askAged(store: Store, clock: Clock, log: Logger, onQueued: () => void): Promise<() => void> {
  const ask = async () => {
    try {
      while ((await askSome(store, clock.now())) === AT_ONCE);
      onQueued();
    } catch (error) {
      log.error(traceOf(error), 'aged answers could not be asked again');
    }
  };
  await ask();
  const timer = setInterval(() => void ask(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function askSome(store: Store, now: number): Promise<number> {
  return store.write(async (tables) => {
    // Two processes would put one question twice.
    await tables.lock('aged answers');
    const aged = await tables.rounds.aged(now, AT_ONCE);
    await askAnew(tables, aged, null, 1, now);
    for (const { unit, recordId, round } of aged) await tables.loop.carry({ unit, recordId }, round + 1);
    return aged.length;
  });
}
