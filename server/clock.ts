/** Where the server's processes get the time from: milliseconds since 1970 UTC. Tests hand in their own. */
export interface Clock {
  now(): number;
}

/** ISO 8601, as the API writes instants. */
export function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The same where it may not have come yet. */
export function isoInstantOrNull(milliseconds: number | null | undefined): string | null {
  return typeof milliseconds === 'number' ? isoInstant(milliseconds) : null;
}

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };
