import { findLookalike } from './lookalikes.ts';

/** Base letter of every code unit that a name key may come from; 0 for what the key leaves out or what fingerprints need not tell. */
const BASE = new Uint8Array(0x1f00);
for (let code = 0x41; code < BASE.length; code++) {
  const decomposed = String.fromCharCode(code).normalize('NFD').charAt(0);
  const letter = (findLookalike(decomposed) ?? decomposed).toLowerCase();
  if (letter >= 'a' && letter <= 'z') BASE[code] = letter.charCodeAt(0);
  if (letter === 'đ') BASE[code] = 1;
}

/**
 * A number that is equal for any two names with one name key, at a small part of its cost. Equal fingerprints prove nothing;
 * different ones prove that the keys differ.
 */
export function nameFingerprint(name: string): number {
  let hash = 7;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const base = code < BASE.length ? (BASE[code] ?? 0) : 0;
    if (base !== 0) hash = (Math.imul(hash, 31) + base) | 0;
  }
  return hash;
}
