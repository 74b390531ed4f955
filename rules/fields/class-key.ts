import { textKey } from '../text/text-key.ts';
import { usualClassName } from './read-class.ts';

const PREFIX = /^(?:lớp|lop)\s+/iu;
const NOT_SAID = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * The key by which two class names are the same class: `Lớp 7 a1`, `7A1` and `7.A1`. Between two digits a separator says something:
 * `1/11` and `11/1` are two classes, `1/1` and `1.1` are one. Made from a name, never from another key. Empty for a name without letters and digits.
 */
export function classKey(name: string): string {
  const bare = usualClassName(name).normalize('NFC').replace(PREFIX, '');
  return textKey(bare).replace(NOT_SAID, (text, at: number, whole: string) => {
    const isBetweenDigits = /\p{N}/u.test(whole[at - 1] ?? '') && /\p{N}/u.test(whole[at + text.length] ?? '');
    return isBetweenDigits ? '/' : '';
  });
}
