import { textKey } from './text-key.ts';

/** Nearly every name: words of letters with one space between them. (The apostrophe ʼ counts as a letter too, a modifying one.) */
const PLAIN_NAME = /^[\p{Lu}\p{Ll}]+(?: [\p{Lu}\p{Ll}]+)*$/u;

/** Vietnamese names are made of some thousand syllables, in capitals or not; beyond this many something else is being read. */
const MAX_WORDS = 20_000;

const wordKeys = new Map<string, string>();

/**
 * The key by which two personal names are the same: `textKey` with one form of apostrophe and hyphen and no dots. Tones
 * and `i`/`y` count: *Hòa* and *Hoa*, *Lí* and *Lý* are different people. Idempotent.
 */
export function nameKey(name: string): string {
  if (PLAIN_NAME.test(name)) return name.split(' ').map(wordKey).join(' ');
  return textKey(name)
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[.\s]+/g, ' ')
    .replace(/ ?([-']) ?/g, '$1')
    .trim();
}

/** A tone belongs to its word, so words have keys of their own; each is worked out once. */
function wordKey(word: string): string {
  const known = wordKeys.get(word);
  if (known !== undefined) return known;
  const key = textKey(word);
  if (wordKeys.size === MAX_WORDS) wordKeys.clear();
  wordKeys.set(word, key);
  return key;
}
