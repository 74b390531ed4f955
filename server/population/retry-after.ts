/**
 * Whole seconds from now that a `Retry-After` names, in either of its forms: seconds or an HTTP date (RFC 9110, 10.2.3).
 * Undefined where there is none that can be read; a date that is past is none.
 */
export function retryAfterSeconds(header: string | null | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text);
  // Every form of an HTTP date begins with the name of a day; other texts are not for `Date` to guess.
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return undefined;
  // The form of C's asctime() does not name its zone, which is the same.
  const seconds = Math.ceil((Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - nowMs) / 1000);
  return seconds > 0 ? seconds : undefined;
}
