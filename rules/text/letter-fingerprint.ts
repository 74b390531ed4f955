import { findLookalike } from './lookalikes.ts';

/** Base letter of every code unit below U+1F00 that is a Latin letter or looks like one; 0 for everything else. */
const BASE = new Uint8Array(0x1f00);
for (let code = 0x41; code < BASE.length; code++) {
  const decomposed = String.fromCharCode(code).normalize('NFD').charAt(0);
  const letter = (findLookalike(decomposed) ?? decomposed).toLowerCase().replace('đ', 'd');
  if (letter >= 'a' && letter <= 'z') BASE[code] = letter.charCodeAt(0);
}

/**
 * A number that is equal for any two texts with one `nameKey` or one `headerKey`, at a small part of a key's cost: it reads
 * letters without their marks and nothing else. Equal fingerprints prove nothing; different ones prove that the keys differ.
 */
export function letterFingerprint(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const base = code < BASE.length ? (BASE[code] ?? 0) : 0;
    if (base !== 0) hash = (Math.imul(hash, 31) + base) | 0;
  }
  return hash;
}
