import { textKey } from './text-key.ts';

/**
 * The key by which two personal names are the same: `textKey` with one form of apostrophe and hyphen and no dots. Tones
 * and `i`/`y` count: *Hòa* and *Hoa*, *Lí* and *Lý* are different people. Idempotent.
 */
export function nameKey(name: string): string {
  return textKey(name)
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[.\s]+/g, ' ')
    .replace(/ ?([-']) ?/g, '$1')
    .trim();
}
