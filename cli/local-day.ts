import type { PlainDate } from '../rules/plain-date.ts';

/** The calendar day on this machine's clock: deadlines and dated rules go by the clerk's own day. */
export function localDay(now: Date): PlainDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
