/**
 * 16 hexadecimal digits that are the same for the same text. Not cryptographic and never a key: two texts of one cell or row are
 * compared, and 64 bits leave a missed change at about 1 in 10^19.
 */
export function textHash(text: string): string {
  return hex(mix(text, 0x9e3779b9)) + hex(mix(text, 0x85ebca6b));
}

/** MurmurHash3's 32-bit mixing (public domain algorithm) over UTF-16 code units, one unit a round. */
function mix(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    let unit = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    hash ^= Math.imul(unit, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
