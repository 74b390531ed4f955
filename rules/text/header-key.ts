import { textKey } from './text-key.ts';

/**
 * The key by which header texts are compared: case, tone placement, NFC/NFD, look-alike letters, line breaks, punctuation
 * and the `(*)` that marks a mandatory column do not matter. Words are separated by one space. Idempotent.
 */
export function headerKey(text: string): string {
  return textKey(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
