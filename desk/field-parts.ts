import { type CellValue, cellText, isExcelError, sameCell } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import type { FieldPart, SplitField } from '../templates/field-parts.ts';
import { composeSex, sexParts } from './sex-parts.ts';

/** A part's cell with what it is to hold. */
export interface PartValue {
  readonly part: FieldPart;
  readonly value: CellValue;
}

type Cells = readonly (CellValue | undefined)[];

/**
 * What a field in several columns holds, as one value: the name with a space between its parts, the date as dd/mm/yyyy (a
 * month and a year, or a year alone, where the rest is blank), the sex by the column that is filled. A whole date in one part, and a name in one, keep their kind; a
 * formula's error in any part is the field's.
 */
export function composeParts(field: SplitField, parts: readonly FieldPart[], cells: Cells): CellValue {
  const values = parts.map((part) => cells[part.column] ?? null);
  const error = values.find(isExcelError);
  if (error) return error;
  if (field === 'sex') return composeSex(values);
  const filled = values.filter((value) => !isBlank(value));
  if (filled.length === 0) return null;
  const [only] = filled;
  if (filled.length === 1 && only !== undefined && !isPlainNumber(field, only)) return only;
  if (field === 'fullName') return filled.map(cellText).join(' ');
  return isBySex(parts) ? filled.map(cellText).join(BOTH) : joinedDate(values);
}

/**
 * Which parts have to change, and to what, so that they read as `value` together. A part that reads the same keeps its cell
 * as it is. Whatever cannot be taken apart goes into the last part as a whole: `composeParts` reads it back as it was.
 */
export function decomposeParts(
  field: SplitField,
  parts: readonly FieldPart[],
  cells: Cells,
  value: CellValue,
): readonly PartValue[] {
  const former = parts.map((part) => cells[part.column] ?? null);
  const wanted = partValues(field, parts, former, value);
  return parts.flatMap((part, index) => {
    const next = wanted[index] ?? null;
    return sameCell(former[index], next) ? [] : [{ part, value: next }];
  });
}

function partValues(
  field: SplitField,
  parts: readonly FieldPart[],
  former: readonly CellValue[],
  value: CellValue,
): readonly CellValue[] {
  if (field === 'fullName') return nameParts(former, value);
  // A birth date is not made up to mark a sex by it.
  if (field === 'sex') return sexParts(former, value, isBySex(parts) ? null : undefined);
  if (!isBySex(parts)) return dateParts(former, value);
  const at = former.findIndex((cell) => !isBlank(cell));
  return at < 0 ? inLast(former, value) : former.map((_, index) => (index === at ? value : null));
}

/** The birth date stands in the column of boys or in that of girls. */
function isBySex([first]: readonly FieldPart[]): boolean {
  return first?.id === 'birthOfMale';
}

/** Between the two texts of somebody who stands in both columns: no date, so that it is said. */
const BOTH = ' + ';

/** A day, a month or a year, not a whole date that somebody put into the first column. */
function isPlainNumber(field: SplitField, value: CellValue): boolean {
  return field === 'birthDate' && /^\s*\d{1,4}\s*$/.test(cellText(value));
}

/** Day and month with two digits; a gap stays a gap, so that a day and a year do not read as a month and a year. */
function joinedDate(values: readonly CellValue[]): string {
  const first = values.findIndex((value) => !isBlank(value));
  return values.slice(first).map(twoDigits).join('/');
}

function twoDigits(value: CellValue): string {
  const text = cellText(value).trim();
  return /^\d$/.test(text) ? `0${text}` : text;
}

/**
 * Words stay in their parts while their number does not change: a family name in one column and `Văn An` in the other is how
 * this school writes. Else the last word is the given name, and of three columns the first word the family name. Only the
 * space between two parts is left out, so that the parts read together as the very text.
 */
function nameParts(former: readonly CellValue[], value: CellValue): readonly CellValue[] {
  const starts = typeof value === 'string' ? wordStarts(value) : [];
  if (typeof value !== 'string' || starts.length < 2) return inLast(former, value);
  let counts = former.map((cell) => wordStarts(cellText(cell)).length);
  if (counts.reduce((sum, count) => sum + count, 0) !== starts.length) {
    const between = starts.length - 2;
    counts = former.length === 2 ? [between + 1, 1] : [1, between, 1];
  }
  let from = 0;
  return counts.map((count) => {
    if (count === 0) return null;
    const start = from === 0 ? 0 : starts[from];
    from += count;
    const next = starts[from];
    return value.slice(start, next === undefined ? value.length : next - 1);
  });
}

/** Where words begin; a no-break space belongs to its word, as it is no space that parts could be joined by. */
function wordStarts(text: string): readonly number[] {
  return [...text.matchAll(/[^ ]+/g)].map((word) => word.index);
}

const DATE = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/;

function dateParts(former: readonly CellValue[], value: CellValue): readonly CellValue[] {
  const found = typeof value === 'string' ? DATE.exec(value) : null;
  if (!found) return inLast(former, value);
  // A column of numbers stays one: as text, every other cell of it would sort elsewhere.
  const asNumbers = former.some((cell) => typeof cell === 'number');
  return found.slice(1).map((digits, index) => {
    const before = former[index] ?? null;
    if (digits === undefined) return null;
    if (twoDigits(before) === twoDigits(digits)) return before;
    return typeof before === 'number' || (asNumbers && isBlank(before)) ? Number(digits) : digits;
  });
}

function inLast(former: readonly CellValue[], value: CellValue): readonly CellValue[] {
  return former.map((_, index) => (index === former.length - 1 ? value : null));
}
