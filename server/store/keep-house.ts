import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { traceOf } from '../http/problem-answer.ts';
import type { Store } from './store.ts';

const HOUR_MS = 3600_000;
/** A repeated request comes within minutes; a month covers a laptop that slept through the holidays. */
const ANSWERS_KEPT_MS = 30 * 24 * HOUR_MS;

/** Long enough to see somebody count through the numbers; no longer, for they tell who was here once. */
const ASKED_NUMBERS_KEPT_MS = 30 * 24 * HOUR_MS;

/** Whoever has not failed for a day begins anew. */
const SIGN_IN_FAILURES_KEPT_MS = 24 * HOUR_MS;

/** Throws away, now and hourly, what nobody can ask for any more. Returns the end of it. */
export async function keepHouse(store: Store, clock: Clock, log: Logger): Promise<() => void> {
  const tidy = async () => {
    try {
      await store.write(async (tables) => {
        await tables.sessions.purgeExpired(clock.now());
        await tables.providerSignIns.purgeExpired(clock.now());
        await tables.signInFailures.purgeOlder(clock.now() - SIGN_IN_FAILURES_KEPT_MS);
        await tables.askedNumbers.purgeOlder(clock.now() - ASKED_NUMBERS_KEPT_MS);
        await tables.loop.purgeRequestsOlder(clock.now() - ANSWERS_KEPT_MS);
      });
    } catch (error) {
      log.error(traceOf(error), 'housekeeping failed');
    }
  };
  await tidy();
  const timer = setInterval(() => void tidy(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
