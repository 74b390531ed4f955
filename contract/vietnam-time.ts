/** Vietnam has one zone and no summer time (Decision 134/CP of 1967): UTC+7, wherever server and machine stand. */
const VIETNAM_OFFSET_MS = 7 * 3600_000;

/** The calendar day in Vietnam, ISO 8601. @param now milliseconds since 1970 UTC */
export function vietnamDay(now: number): string {
  return new Date(now + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** The wall clock in Vietnam, `HH:mm`. @param now milliseconds since 1970 UTC */
export function vietnamTime(now: number): string {
  return new Date(now + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

/**
 * The instant of a wall clock in Vietnam, milliseconds since 1970 UTC.
 * @param day a real day, ISO 8601
 * @param time `HH:mm`; `24:00` is the first instant of the next day
 */
export function vietnamInstant(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000 - VIETNAM_OFFSET_MS;
}
