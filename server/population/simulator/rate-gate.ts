/** Calls a second, as a bucket that holds one second's worth. */
export interface RateGate {
  /** 0 when the call may pass, else the whole seconds after which one surely may. */
  pass(ratePerSecond: number): number;
}

/** `now` in milliseconds, never running backwards. */
export function rateGate(now: () => number): RateGate {
  let tokens = Number.POSITIVE_INFINITY;
  let last = now();
  return {
    pass(ratePerSecond) {
      const time = now();
      tokens = Math.min(Math.max(1, ratePerSecond), tokens + ((time - last) * ratePerSecond) / 1000);
      last = time;
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      return Math.ceil((1 - tokens) / ratePerSecond);
    },
  };
}
