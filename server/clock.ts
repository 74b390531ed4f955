/** Where the server's processes get the time from: milliseconds since 1970 UTC. Tests hand in their own. */
export interface Clock {
  now(): number;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };

/** Vietnam has one zone and no summer time (Decision 134/CP of 1967): days begin at 17:00 UTC wherever the machine stands. */
const VIETNAM_OFFSET_MS = 7 * 3600_000;

/** The calendar day in Vietnam, ISO 8601. */
export function vietnamDay(now: number): string {
  return new Date(now + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}
