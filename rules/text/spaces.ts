/** Spaces that are not U+0020: no-break, figure, narrow no-break, the typographic ones, the ideographic one; tab and line ends. */
const OTHER_SPACES = /[\t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
/** Characters without width that pasting from the web and from PDF leaves behind: zero-width, word joiner, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Turns every kind of space into U+0020 and deletes characters without width. The number of spaces stays. */
export function plainSpaces(text: string): string {
  return text.replace(INVISIBLE, '').replace(OTHER_SPACES, ' ');
}

/** `plainSpaces`, then runs of spaces become one and the ends are trimmed. */
export function tidySpaces(text: string): string {
  return plainSpaces(text).replace(/ {2,}/g, ' ').trim();
}
