import { findLookalike } from './lookalikes.ts';
import { tidySpaces } from './spaces.ts';

/** The five tone marks in decomposed text: grave, acute, tilde, hook above, dot below. */
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const ASCII = /^[\x20-\x7e]*$/;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;

/**
 * The key by which two texts are the same to a Vietnamese reader: composed or decomposed, in capitals or not, `hoà` or
 * `hòa`, with NBSP or look-alike letters. The tone of every syllable moves to the syllable's end, so its place no longer
 * matters while its kind does (`Hòa` and `Hoa` differ). `i` and `y` stay different: *Lí* and *Lý* may be two people.
 * Idempotent.
 */
export function textKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  let key = '';
  let tones = '';
  for (const raw of tidySpaces(text).normalize('NFD')) {
    const char = findLookalike(raw) ?? raw;
    if (TONES.includes(char)) {
      tones += char;
    } else if (LETTER_OR_MARK.test(char)) {
      key += char.toLowerCase();
    } else {
      key += tones + char;
      tones = '';
    }
  }
  return (key + tones).normalize('NFC');
}
