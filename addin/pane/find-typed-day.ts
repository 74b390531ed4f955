import { isoDate, isRealDay } from '../../rules/plain-date.ts';

/**
 * A day as people type it, `5/11/2026`, `05-11-2026` or `05.11.2026`, always day first, in ISO 8601; undefined for what is no real
 * day. A browser's own date field writes it the way of its language, and half of them month first.
 * @param latest ISO 8601: a later day is a slip of the keys
 */
export function findTypedDay(text: string, latest: string): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  if (!isRealDay(year, month, day)) return undefined;
  const iso = isoDate({ year, month, day });
  return iso <= latest ? iso : undefined;
}
