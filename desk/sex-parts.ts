import { type CellValue, cellText } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';

const MALE = 'Nam';
const FEMALE = 'Nữ';
/** Marked in both columns: in no list, so that it is said. */
const BOTH = `${MALE}/${FEMALE}`;
/** What a school puts where it has no mark yet. */
const NEW_MARK = 'x';
/** Filled, and yet no mark: the other of a pair of `1` and `0`. */
const NO_MARK = /^(?:0|-+|không|false)$/iu;

/** The sex by which of the two columns, boys and girls, is marked; whatever the mark. */
export function composeSex([male, female]: readonly (CellValue | undefined)[]): CellValue {
  if (!isMark(male)) return isMark(female) ? FEMALE : null;
  return isMark(female) ? BOTH : MALE;
}

/**
 * The two columns so that they read as `value`: the mark that stands there changes its place, with whatever stood in the other.
 * @param newMark for somebody who has none
 */
export function sexParts(
  [male = null, female = null]: readonly CellValue[],
  value: CellValue,
  newMark: CellValue = NEW_MARK,
): readonly CellValue[] {
  const now = composeSex([male, female]);
  if (now === value) return [male, female];
  const mark = isMark(male) ? male : isMark(female) ? female : newMark;
  const noMark = [male, female].find((cell) => !isBlank(cell) && !isMark(cell)) ?? null;
  if (value === BOTH) return [isMark(male) ? male : mark, isMark(female) ? female : mark];
  return [value === MALE ? mark : noMark, value === FEMALE ? mark : noMark];
}

function isMark(cell: CellValue | undefined): boolean {
  return cell !== undefined && !isBlank(cell) && cell !== false && !NO_MARK.test(cellText(cell).trim());
}
