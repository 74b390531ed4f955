import type { Deadline } from '../contract/deadline.ts';
import { object, oneOf, text } from './read-json.ts';

/** A deadline in an answer of the server. @param where the reader's name, see `read-json` */
export function getDeadline(value: unknown, where: string): Deadline {
  const deadline = object(value, where);
  const form = oneOf(['before-hour', 'before-day', 'within-day'], deadline.form, where);
  const day = text(deadline.day, where);
  return form === 'before-hour' ? { form, day, time: text(deadline.time, where) } : { form, day };
}
