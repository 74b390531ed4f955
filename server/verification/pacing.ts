import type { NotAskedTransport } from '../population/population-adapter.ts';
import type { Pace } from '../store/pace-table.ts';

/** Tenths of a second of the rate that may be spent at once: evens out late timers, without a burst that a service would refuse. */
const BURST_SECONDS = 0.1;
/** Of a rate so low that a tenth of a second holds no second call, this much of the next one is kept while a timer is late. */
const LATE_SECONDS = 0.05;

/** Machines that keep their time by NTP are milliseconds apart; past a minute the clock was set. */
const CLOCKS_APART_MS = 60_000;

export function freshPace(now: number): Pace {
  return { tokens: 1, refilledAt: now, pausedUntil: 0, pausedBy: null, failures: 0 };
}

/** One call's worth of the granted rate, or how many milliseconds to wait for it (token bucket). */
export function takeToken(
  pace: Pace,
  ratePerSecond: number,
  now: number,
): { readonly pace: Pace } | { readonly waitMs: number } {
  const capacity = capacityOf(ratePerSecond);
  // A clock that was set back gives nothing and takes nothing. Another machine's, a little behind, must not set it back either:
  // the machine before it would be given the difference anew at each turn.
  const refilledAt = now < pace.refilledAt && pace.refilledAt - now < CLOCKS_APART_MS ? pace.refilledAt : now;
  const elapsedSeconds = Math.max(0, now - pace.refilledAt) / 1000;
  const tokens = Math.min(capacity, pace.tokens + elapsedSeconds * ratePerSecond);
  if (tokens < 1) return { waitMs: Math.max(1, Math.ceil(((1 - tokens) / ratePerSecond) * 1000)) };
  return { pace: { ...pace, tokens: tokens - 1, refilledAt } };
}

/** Calls that may be left over. At one a second a service need not have any slack; above, it has that of its second. */
function capacityOf(ratePerSecond: number): number {
  return ratePerSecond <= 1 ? 1 : Math.max(1 + ratePerSecond * LATE_SECONDS, ratePerSecond * BURST_SECONDS);
}

/** A service that names a time further off is asked once a day all the same: such a time is more often wrong than meant. */
const LONGEST_PAUSE_SECONDS = 24 * 3600;
const LONGEST_BACKOFF_SECONDS = 15 * 60;

/** Without a word from the service: closed offices are tried every quarter of an hour, a refused configuration every hour. */
const DEFAULT_PAUSE_SECONDS: Partial<Record<NotAskedTransport, number>> = {
  'closed-hours': 15 * 60,
  'refused-config': 3600,
};

/**
 * Seconds to leave a service alone after a transport failure: what it asked for, else exponential from `baseSeconds` with half of
 * it at random (so that many servers do not come back in step).
 */
export function pauseSeconds(
  failure: { readonly transport: NotAskedTransport; readonly retryAfterSeconds?: number },
  failures: number,
  baseSeconds: number,
  random: () => number,
): number {
  const stated = failure.retryAfterSeconds ?? DEFAULT_PAUSE_SECONDS[failure.transport];
  if (stated !== undefined) return Math.min(Math.max(stated, 1), LONGEST_PAUSE_SECONDS);
  const longest = Math.min(baseSeconds * 2 ** Math.min(Math.max(failures, 1) - 1, 20), LONGEST_BACKOFF_SECONDS);
  return longest / 2 + (longest / 2) * random();
}
