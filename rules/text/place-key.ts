import { textKey } from './text-key.ts';

/** `y` as the only vowel of a syllable, or after `qu`: *Lý/Lí*, *Mỹ/Mĩ*, *Quỳ/Quì*. */
const FINAL_Y = /(?<![\p{L}\p{M}])((?:[bcdđghklmnpqrstvx]|qu)+)y(?=\p{M}*(?![\p{L}\p{M}]))/gu;

/**
 * The key by which place and list labels are compared: `textKey`, with `i` and `y` the same, and with hyphens, dots,
 * apostrophes and spaces left out (`Bà Rịa – Vũng Tàu`, `Ê-đê`, `M'Nông`). Syllables end where the text says so: a key is not a
 * text, and has no key of its own.
 */
export function placeKey(text: string): string {
  return textKey(text)
    .normalize('NFD')
    .replace(FINAL_Y, '$1i')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .normalize('NFC');
}
