import { z } from 'zod';
import { seededRandom } from '../people/seeded-random.ts';

const Share = z.number().min(0).max(1);

/** Everything that can be switched while the service runs. Shares are of the calls of the question end point. */
export const ServiceState = z.strictObject({
  /** Calls granted a second. */
  ratePerSecond: z.number().positive().max(100_000),
  /** Milliseconds before anything happens. */
  latencyMs: z.number().int().min(0).max(600_000),
  /** Answered with 500. Nothing was compared. */
  errorShare: Share,
  /** The line is reset before the answer. Nothing was compared. */
  resetShare: Share,
  /** The line breaks in the middle of the answer: the claims were compared and counted. */
  cutShare: Share,
  /** A web page comes with status 200, as gateways do: the claims were compared and counted. */
  garbleShare: Share,
  /** Half of the JSON or XML comes as if it were whole: the claims were compared and counted. */
  malformShare: Share,
  /** Every answer comes twice. */
  doubleShare: Share,
  /** Answers come in another order, and the first is about a person nobody asked about. */
  strayShare: Share,
  /** The answer comes `lateMs` after it was ready: the claims were compared and counted. */
  lateShare: Share,
  lateMs: z.number().int().min(0).max(600_000),
  /** Outside its hours of service. */
  closed: z.boolean(),
  /** The unit or officer may not ask. */
  refuse: z.boolean(),
  /** `Retry-After` comes as a date instead of seconds. */
  retryAfterAsDate: z.boolean(),
  /** Over https: new lines are shown a certificate of somebody else's. */
  wrongCertificate: z.boolean(),
});
export type ServiceState = z.infer<typeof ServiceState>;

export type Faults = Omit<ServiceState, 'ratePerSecond' | 'latencyMs'>;

export const NO_FAULTS: Faults = {
  errorShare: 0,
  resetShare: 0,
  cutShare: 0,
  garbleShare: 0,
  malformShare: 0,
  doubleShare: 0,
  strayShare: 0,
  lateShare: 0,
  // Longer than the time-out of any adapter.
  lateMs: 60_000,
  closed: false,
  refuse: false,
  retryAfterAsDate: false,
  wrongCertificate: false,
};

/** What goes wrong with one call, if anything does. */
export type CallFate = 'well' | 'error' | 'reset' | 'cut' | 'garbled' | 'malformed' | 'doubled' | 'stray' | 'late';

/** Draws the fate of each call in the order of arrival: the same seed and the same calls fail in the same places. */
export function fateDrawer(seed: string): (state: ServiceState) => CallFate {
  const random = seededRandom(seed, 'faults');
  return (state) => {
    let drawn = random.next();
    for (const [fate, share] of [
      ['error', state.errorShare],
      ['reset', state.resetShare],
      ['cut', state.cutShare],
      ['garbled', state.garbleShare],
      ['malformed', state.malformShare],
      ['doubled', state.doubleShare],
      ['stray', state.strayShare],
      ['late', state.lateShare],
    ] as const) {
      if (drawn < share) return fate;
      drawn -= share;
    }
    return 'well';
  };
}
