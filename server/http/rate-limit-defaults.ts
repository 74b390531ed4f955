import type { RateLimits } from './rate-limits.ts';

/** Ten: guessing stops, a tired clerk does not. 1,200: a whole commune's schools may sit behind one address. */
export const RATE_LIMIT_DEFAULTS = {
  signInFailures: 10,
  requestsPerMinute: 1200,
} as const satisfies Required<RateLimits>;
