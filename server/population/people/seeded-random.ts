/**
 * The one source of chance in the invented world: the same parts give the same numbers on every machine and in every
 * version of Node, which `Math.random` cannot promise. Not for secrets.
 *
 * The parts are hashed to 32 bits (FNV-1a over their text, then the final mix of MurmurHash3), and the hash seeds mulberry32,
 * a 32-bit counter generator whose period of 2^32 is far more than one person or one roster draws.
 */
export interface SeededRandom {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the list, each equally likely. Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
}

export function seededRandom(...parts: readonly (string | number)[]): SeededRandom {
  let state = seededHash(...parts);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('pick from an empty list');
      return list[below(list.length)] as T;
    },
  };
}

/** 32 unsigned bits from the parts; parts are joined by a character that no seed holds, so that ('a', 1) and ('a1') differ. */
export function seededHash(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The place of `index` in a shuffle of 0 … size−1 that needs no memory: a four-round Feistel network over the next even
 * number of bits, walked again while it lands outside. A bijection for every key, so that no two indexes meet.
 */
export function shuffled(key: number, size: number, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError('index outside the shuffle');
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const mask = 2 ** half - 1;
  let place = index;
  do {
    let left = place >>> half;
    let right = place & mask;
    for (let round = 0; round < 4; round++) {
      const mixed = Math.imul(right ^ Math.imul(key ^ round, 0x9e3779b1), 0x85ebca6b);
      [left, right] = [right, left ^ ((mixed ^ (mixed >>> 15)) & mask)];
    }
    place = (left << half) | right;
  } while (place >= size);
  return place;
}
