import { editDistance } from '../../../rules/text/edit-distance.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import { withoutMarks } from '../../../rules/text/without-marks.ts';
import type { NameGrade } from './name-grades.ts';

/**
 * How near a claimed name is to the registered one; what follows from it is `NAME_POLICY`'s to say. Pure, for any two texts.
 * Symmetric but for the two grades that say on whose side the marks are missing. `i` and `y` are never the same in a
 * person's name.
 */
export function compareNames(claimed: string, registered: string): NameGrade {
  if (capitals(claimed) === capitals(registered)) return 'same';
  const left = nameKey(claimed);
  const right = nameKey(registered);
  if (left === right) return 'same-normalised';
  const ours = left.split(' ');
  const theirs = right.split(' ');
  if (isSwapped(ours, theirs)) return 'swapped';
  if (isWithoutMiddle(ours, theirs) || isWithoutMiddle(theirs, ours)) return 'missing-middle';
  const plainLeft = withoutMarks(left);
  const plainRight = withoutMarks(right);
  if (plainLeft === plainRight && plainLeft === left) return 'marks-missing';
  if (plainLeft === plainRight && plainRight === right) return 'record-unmarked';
  if (isAbbreviated(plainLeft.split(' '), plainRight.split(' '))) return 'abbreviated';
  // Decomposed, so that a tone or a hat is one edit whatever letter carries it.
  return editDistance(left.normalize('NFD'), right.normalize('NFD'), 1) === 1 ? 'near' : 'different';
}

function capitals(name: string): string {
  return name.normalize('NFC').toUpperCase();
}

function isSwapped(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length !== theirs.length || ours.length < 2) return false;
  return isExchanged(ours, theirs) || ours.some((_, start) => start > 0 && isBegunAt(start, ours, theirs));
}

/** *An Văn Nguyễn* for Nguyễn Văn An. */
function isExchanged(ours: readonly string[], theirs: readonly string[]): boolean {
  const last = ours.length - 1;
  return ours.every((word, at) => word === theirs[at === 0 ? last : at === last ? 0 : at]);
}

/** *An Nguyễn Văn*, *Văn An Nguyễn* for Nguyễn Văn An. */
function isBegunAt(start: number, ours: readonly string[], theirs: readonly string[]): boolean {
  return theirs.every((word, at) => word === ours[(start + at) % ours.length]);
}

/** The first and the last word agree, and what stands between them in `few` stands in `more`, in that order. */
function isWithoutMiddle(few: readonly string[], more: readonly string[]): boolean {
  if (few.length < 2 || few.length >= more.length) return false;
  if (few[0] !== more[0] || few.at(-1) !== more.at(-1)) return false;
  let found = 1;
  for (const word of more.slice(1, -1)) if (found < few.length - 1 && word === few[found]) found++;
  return found === few.length - 1;
}

/** Word for word the same or abbreviated, on either side, and at least one of each. */
function isAbbreviated(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length !== theirs.length) return false;
  let short = 0;
  for (const [at, word] of ours.entries()) {
    const other = theirs[at] ?? '';
    if (word === other) continue;
    if (!abbreviates(word, other) && !abbreviates(other, word)) return false;
    short++;
  }
  return short > 0 && short < ours.length;
}

const CONSONANTS = /^[bcdghklmnpqrstvx]+$/;

/** An initial (`V`, `A`), or the first letter and further consonants (`Ng`, `Hg` for Hoàng, `Th`). */
function abbreviates(short: string, word: string): boolean {
  if (short.length >= word.length || short[0] !== word[0]) return false;
  if (short.length > 1 && !CONSONANTS.test(short)) return false;
  let found = 0;
  for (const letter of word) if (letter === short[found]) found++;
  return found === short.length;
}
