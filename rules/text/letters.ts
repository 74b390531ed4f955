/** Bits of a character class, for scanning names one character at a time (regular expressions over `\p{L}` cost ten times as much). */
export const UPPER = 1;
export const LOWER = 2;
export const SPACE = 4;
/** Apostrophe, hyphen, dot: legal inside a name (*H'Hen*, *K'Brêu*). */
export const JOINER = 8;
/** Needs a closer look: digits, symbols, combining marks, look-alikes, odd spaces, letters of other alphabets. */
export const UNUSUAL = 16;
const KINDS = 31;

/*
 * VNI writes a tone or hat as a second letter, and in many names (`Traàn Thò Haèng`) every letter is legal by itself. What
 * gives it away is a marked vowel after a vowel it never follows. Three groups of vowels, a bit each, and for every marked
 * vowel the groups it never follows, three bits higher.
 */
const AFTER_SHIFT = 3;
const VOWELS_AE = 64;
const VOWEL_O = 128;
const VOWELS_UYO = 256;
const VOWEL_BITS = VOWELS_AE | VOWEL_O | VOWELS_UYO;

const VIETNAMESE = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz';

const TABLE = new Uint16Array(0x1f00).fill(UNUSUAL);
for (const letter of VIETNAMESE) {
  TABLE[letter.charCodeAt(0)] = LOWER;
  TABLE[letter.toUpperCase().charCodeAt(0)] = UPPER;
}
TABLE[0x20] = SPACE;
for (const joiner of "'-.") TABLE[joiner.charCodeAt(0)] = JOINER;
addBits('ae', VOWELS_AE);
addBits('o', VOWEL_O);
addBits('uyô', VOWELS_UYO);
addBits('àáãèéêú', VOWELS_AE << AFTER_SHIFT);
addBits('â', (VOWELS_AE | VOWEL_O) << AFTER_SHIFT);
addBits('õù', VOWEL_BITS << AFTER_SHIFT);

function addBits(letters: string, bits: number): void {
  for (const letter of letters + letters.toUpperCase()) {
    const code = letter.charCodeAt(0);
    TABLE[code] = (TABLE[code] ?? 0) | bits;
  }
}

/** The entry of a UTF-16 code unit: one of the kinds above, read with `letterKind`, and what `neverFollows` needs. */
export function letterEntry(code: number): number {
  return code < 0x1f00 ? (TABLE[code] ?? UNUSUAL) : UNUSUAL;
}

export function letterKind(entry: number): number {
  return entry & KINDS;
}

/** True when `entry` is a marked vowel that never follows the letter of `before` in Unicode Vietnamese. */
export function neverFollows(entry: number, before: number): boolean {
  return ((entry >> AFTER_SHIFT) & before & VOWEL_BITS) !== 0;
}
