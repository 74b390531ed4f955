/** Where the server's processes get the time from: milliseconds since 1970 UTC. Tests hand in their own. */
export interface Clock {
  now(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };
