/**
 * Tells names nobody could object to from those that need a closer look, at one table look-up per character: a small automaton,
 * built when the module loads. (Regular expressions over `\p{L}` cost ten times as much, and names are most of a sheet's text.)
 */

/** What stood before: the begin of a word, a capital, a small letter, an apostrophe, a hyphen or dot. */
type Kind = 'space' | 'upper' | 'lower' | 'apostrophe' | 'break';

/** Vowels by what may follow them; see `neverAfter`. */
type VowelGroup = 'none' | 'ae' | 'o' | 'uyô';

interface Letter {
  readonly kind: Kind;
  readonly group: VowelGroup;
  readonly neverAfter: readonly VowelGroup[];
}

const VIETNAMESE = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz';

/** Class 0 is everything unusual: digits, symbols, combining marks, look-alikes, odd spaces, other alphabets. */
const CLASS_OF = new Uint8Array(0x1f00);
const CLASSES: Letter[] = [];
const DEAD = 0;
const START = 1;
const STATES: { readonly kind: Kind; readonly group: VowelGroup; readonly words: number }[] = [
  { kind: 'space', group: 'none', words: 0 },
  { kind: 'space', group: 'none', words: 0 },
];
const MAX_CLASSES = 32;
const NEXT = new Uint8Array(256 * MAX_CLASSES);
const ACCEPTED = new Uint8Array(256);
build();

/** Two or more words of Vietnamese letters, each beginning with a capital and going on in small letters, single spaces. */
export function isPlainName(text: string): boolean {
  let state = START;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = NEXT[state * MAX_CLASSES + (code < 0x1f00 ? (CLASS_OF[code] ?? 0) : 0)] ?? DEAD;
  }
  return ACCEPTED[state] === 1;
}

/**
 * VNI writes a tone or hat as a second letter, and in many names (`Traàn Thò Haèng`) every letter is legal by itself. What
 * gives it away is a marked vowel after a vowel it never follows in Unicode Vietnamese.
 */
function neverAfter(letter: string): readonly VowelGroup[] {
  if ('àáãèéêú'.includes(letter)) return ['ae'];
  if (letter === 'â') return ['ae', 'o'];
  return 'õù'.includes(letter) ? ['ae', 'o', 'uyô'] : [];
}

function vowelGroup(letter: string): VowelGroup {
  if ('ae'.includes(letter)) return 'ae';
  if (letter === 'o') return 'o';
  return 'uyô'.includes(letter) ? 'uyô' : 'none';
}

function build(): void {
  for (const letter of VIETNAMESE) {
    const meaning = { group: vowelGroup(letter), neverAfter: neverAfter(letter) };
    CLASS_OF[letter.charCodeAt(0)] = classNumber({ kind: 'lower', ...meaning });
    CLASS_OF[letter.toUpperCase().charCodeAt(0)] = classNumber({ kind: 'upper', ...meaning });
  }
  CLASS_OF[0x20] = classNumber({ kind: 'space', group: 'none', neverAfter: [] });
  for (const [sign, kind] of [
    ["'", 'apostrophe'],
    ['-', 'break'],
    ['.', 'break'],
  ] as const)
    CLASS_OF[sign.charCodeAt(0)] = classNumber({ kind, group: 'none', neverAfter: [] });
  for (let state = START; state < STATES.length; state++) {
    for (const [at, letter] of CLASSES.entries()) NEXT[state * MAX_CLASSES + at + 1] = stateAfter(state, letter);
  }
  for (const [at, { kind, words }] of STATES.entries()) {
    ACCEPTED[at] = at !== DEAD && words >= 2 && (kind === 'upper' || kind === 'lower') ? 1 : 0;
  }
}

function classNumber(letter: Letter): number {
  const known = CLASSES.findIndex((other) => JSON.stringify(other) === JSON.stringify(letter));
  return known >= 0 ? known + 1 : CLASSES.push(letter);
}

function stateAfter(state: number, letter: Letter): number {
  const before = STATES[state];
  if (!before) return DEAD;
  const startsWord = before.kind === 'space';
  if (startsWord && letter.kind !== 'upper') return DEAD;
  if (letter.kind === 'upper' && (before.kind === 'upper' || before.kind === 'lower')) return DEAD;
  // *M'ri* is right as it is, *Lê-anna* is not.
  if (letter.kind === 'lower' && before.kind === 'break') return DEAD;
  if (letter.neverAfter.includes(before.group)) return DEAD;
  const after = { kind: letter.kind, group: letter.group, words: Math.min(2, before.words + (startsWord ? 1 : 0)) };
  const known = STATES.findIndex((other, at) => at !== DEAD && JSON.stringify(other) === JSON.stringify(after));
  return known >= 0 ? known : STATES.push(after) - 1;
}
