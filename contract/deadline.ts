import type { Message } from '../rules/messages.ts';
import { findPlainDate } from '../rules/plain-date.ts';
import { vietnamInstant } from './vietnam-time.ts';

/**
 * The three forms in which circulars state a deadline, in Vietnamese time: *trước 14h00 ngày 24/10* (1118/PGDĐT), *trước ngày
 * 24/10* (the day itself is too late), *trong ngày 26/4* (1254/SGDĐT: the day still counts to its end).
 */
export type Deadline =
  | { readonly form: 'before-hour'; readonly day: string; readonly time: string }
  | { readonly form: 'before-day'; readonly day: string }
  | { readonly form: 'within-day'; readonly day: string };

/** The first instant that is too late, milliseconds since 1970 UTC. */
export function deadlineInstant(deadline: Deadline): number {
  switch (deadline.form) {
    case 'before-hour':
      return vietnamInstant(deadline.day, deadline.time);
    case 'before-day':
      return vietnamInstant(deadline.day, '00:00');
    case 'within-day':
      return vietnamInstant(deadline.day, '24:00');
  }
}

/** *Trước 14h00* is over when the clock shows 14:00:00. @param now of the server's clock: a school's may be wrong */
export function isOverdue(deadline: Deadline, now: number): boolean {
  return now >= deadlineInstant(deadline);
}

/** As the circulars write it. */
export function deadlineWords(deadline: Deadline): Message {
  const day = dayWords(deadline.day);
  switch (deadline.form) {
    case 'before-hour': {
      const [hours = '', minutes = ''] = deadline.time.split(':');
      return { vi: `trước ${hours}h${minutes} ngày ${day}`, en: `before ${deadline.time} on ${day}` };
    }
    case 'before-day':
      return { vi: `trước ngày ${day}`, en: `before ${day}` };
    case 'within-day':
      return { vi: `trong ngày ${day}`, en: `by the end of ${day}` };
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long there is left, or how long it has been over, in the two largest units that say something. */
export function timeLeftWords(deadline: Deadline, now: number): Message {
  const left = deadlineInstant(deadline) - now;
  if (left > 0) {
    // Rounded up: with thirty seconds left there is still "1 phút", never "0 phút".
    const span = spanWords(Math.ceil(left / MINUTE) * MINUTE);
    return { vi: `còn ${span.vi}`, en: `${span.en} left` };
  }
  if (left > -MINUTE) return { vi: 'vừa hết hạn', en: 'just over' };
  const span = spanWords(-left);
  return { vi: `quá hạn ${span.vi}`, en: `${span.en} late` };
}

function spanWords(span: number): Message {
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  const parts: readonly (readonly [number, Message])[] = [
    [days, { vi: 'ngày', en: 'd' }],
    [hours, { vi: 'giờ', en: 'h' }],
    // With days to go nobody counts minutes.
    [days > 0 ? 0 : minutes, { vi: 'phút', en: 'min' }],
  ];
  const said = parts.filter(([count]) => count > 0);
  return {
    vi: said.map(([count, unit]) => `${count} ${unit.vi}`).join(' '),
    en: said.map(([count, unit]) => `${count} ${unit.en}`).join(' '),
  };
}

function dayWords(day: string): string {
  const date = findPlainDate(day);
  return date ? `${date.day}/${date.month}/${date.year}` : day;
}
