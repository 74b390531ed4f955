const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const C = 0x63;
const V = 0x76;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const ZERO = 0x30;
const A = 0x41;
/** Longer numbers than this are read as text is, by `Number`. */
const MOST_DIGITS = 9;

/**
 * A cell as nearly every program writes nearly every cell: `<c r="B2" s="1" t="s"><v>12</v></c>`, `s` and `t` where there are any,
 * a type of one letter. Read in one go it takes a quarter of the time that walking its tags would.
 */
export class PlainCell {
  /** 0-based. */
  column = 0;
  style = 0;
  /** The letter of `t`; 0 without one. */
  type = 0;
  /** What stands in `v`. */
  start = 0;
  end = 0;
  /** The same as a whole number; -1 when it is none of up to nine digits. */
  integer = -1;
  /** Behind the cell. */
  next = 0;

  /** False when the cell at `at` is no such one, or stands in no such row. Then its fields say nothing. */
  read(bytes: Uint8Array, from: number, row: number): boolean {
    if (bytes[from] !== LT || bytes[from + 1] !== C || bytes[from + 2] !== SPACE) return false;
    if (bytes[from + 3] !== R || bytes[from + 4] !== EQUALS || bytes[from + 5] !== QUOTE) return false;
    let at = from + 6;
    let letters = 0;
    let byte = bytes[at]!;
    for (; byte >= A && byte < A + 26; byte = bytes[++at]!) letters = letters * 26 + byte - A + 1;
    const lettersEnd = at;
    let digits = 0;
    for (; byte >= ZERO && byte < ZERO + 10; byte = bytes[++at]!) digits = digits * 10 + byte - ZERO;
    if (byte !== QUOTE || letters === 0 || lettersEnd > from + 9 || digits === 0 || digits !== row) return false;
    byte = bytes[++at]!;
    let style = 0;
    if (byte === SPACE && bytes[at + 1] === S && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
      const first = at + 4;
      at = first;
      for (byte = bytes[at]!; byte >= ZERO && byte < ZERO + 10; byte = bytes[++at]!) style = style * 10 + byte - ZERO;
      if (byte !== QUOTE || at === first || at > first + MOST_DIGITS) return false;
      byte = bytes[++at]!;
    }
    let type = 0;
    if (byte === SPACE && bytes[at + 1] === T && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
      type = bytes[at + 4]!;
      if (bytes[at + 5] !== QUOTE) return false;
      at += 6;
      byte = bytes[at]!;
    }
    if (byte !== GT || bytes[at + 1] !== LT || bytes[at + 2] !== V || bytes[at + 3] !== GT) return false;
    at += 4;
    const start = at;
    let integer = 0;
    for (byte = bytes[at]!; byte >= ZERO && byte < ZERO + 10; byte = bytes[++at]!) integer = integer * 10 + byte - ZERO;
    if (byte !== LT || at === start || at > start + MOST_DIGITS) {
      integer = -1;
      while (byte !== LT && byte !== undefined) byte = bytes[++at]!;
    }
    if (bytes[at + 1] !== SLASH || bytes[at + 2] !== V || bytes[at + 3] !== GT) return false;
    if (bytes[at + 4] !== LT || bytes[at + 5] !== SLASH || bytes[at + 6] !== C || bytes[at + 7] !== GT) return false;
    this.column = letters - 1;
    this.style = style;
    this.type = type;
    this.start = start;
    this.end = at;
    this.integer = integer;
    this.next = at + 8;
    return true;
  }
}
