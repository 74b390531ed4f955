import { vietnamDay, vietnamTime } from '../contract/vietnam-time.ts';
import type { Message } from '../rules/messages.ts';

/** An instant on the wall clock in Vietnam, as circulars write it. @param now milliseconds since 1970 UTC */
export function instantWords(now: number): Message {
  const [year, month, day] = vietnamDay(now).split('-').map(Number);
  const time = vietnamTime(now);
  return { vi: `${time.replace(':', 'h')} ngày ${day}/${month}/${year}`, en: `${time} on ${day}/${month}/${year}` };
}
