import { type CellValue, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { codeList } from '../codes/code-list.ts';
import { COMMENT_LEVEL_LIST } from '../codes/result-labels.ts';
import { tidySpaces } from '../text/spaces.ts';

/** What a score cell says. `tenths` is the score (7.5 is 75); with a fault of form it is what the cell should say. */
export type ScoreReading =
  | { readonly kind: 'score' | 'decimal-comma' | 'decimal-lost' | 'too-many-decimals'; readonly tenths: number }
  /** Đ or CĐ, where a subject is judged by comment. */
  | { readonly kind: 'comment'; readonly passed: boolean }
  /** Miễn: the pupil is excused from the subject. */
  | { readonly kind: 'exempt' | 'blank' | 'out-of-range' | 'not-a-number' | 'formula-error' };

/** Scores run from 0.0 to 10.0. */
const HIGHEST = 100;
/** Excel shows and keeps 15 significant digits; what lies beyond (8.100000000000001 from a formula) nobody typed. */
const EXCEL_DIGITS = 15;
/** No score is written longer; a remark of any length is not worth a parse. */
const LONGEST = 20;
const DECIMAL = /^(-?)(\d{1,9})(?:([.,])(\d{1,15}))?$/;

const EXEMPT = codeList([{ label: 'Miễn', variants: ['M', 'MG', 'mien', 'miễn giảm', 'miễn học', 'được miễn'] }]);

/** One object for each score: a sheet of results holds a hundred of them a row. */
const SCORES: readonly ScoreReading[] = Array.from({ length: HIGHEST + 1 }, (_, tenths) => ({ kind: 'score', tenths }));
const BLANK: ScoreReading = { kind: 'blank' };
const EXEMPTED: ScoreReading = { kind: 'exempt' };
const PASSED: ScoreReading = { kind: 'comment', passed: true };
const FAILED: ScoreReading = { kind: 'comment', passed: false };
const OUT_OF_RANGE: ScoreReading = { kind: 'out-of-range' };
const NOT_A_NUMBER: ScoreReading = { kind: 'not-a-number' };
const FORMULA_ERROR: ScoreReading = { kind: 'formula-error' };

/**
 * Reads a score cell: a number or its text, with point or comma; *Miễn*; Đ and CĐ. A whole number from 11 to 100 has lost its
 * decimal point (85 for 8.5), as happens when a comma is typed into a column that wants a point. Which kinds are right depends
 * on the subject and is the caller's to say.
 */
export function readScore(cell: CellValue | undefined): ScoreReading {
  if (typeof cell === 'number') return readNumber(cell);
  if (isBlank(cell)) return BLANK;
  if (isExcelError(cell)) return FORMULA_ERROR;
  if (typeof cell !== 'string') return NOT_A_NUMBER;
  const text = tidySpaces(cell);
  if (text.length > LONGEST) return NOT_A_NUMBER;
  const decimal = DECIMAL.exec(text);
  if (decimal) return readDecimal(decimal);
  if (EXEMPT.find(text) !== undefined) return EXEMPTED;
  const level = COMMENT_LEVEL_LIST.find(text);
  if (level !== undefined) return level === 'Đ' ? PASSED : FAILED;
  return NOT_A_NUMBER;
}

/** What a fix writes: `7.5`, and `8` for a whole score. */
export function scoreText(tenths: number): string {
  return String(tenths / 10);
}

/** Periodic tests of primary school have no decimals (27/2020 Đ7). */
export function isWholeScore(tenths: number): boolean {
  return tenths % 10 === 0;
}

function readNumber(value: number): ScoreReading {
  const tenths = Math.round(value * 10);
  if (tenths / 10 === value) {
    const score = SCORES[tenths];
    if (score) return score;
  }
  const decimal = DECIMAL.exec(String(Number(value.toPrecision(EXCEL_DIGITS))));
  // What does not fit the pattern is written with an exponent: far too large, or so small that it is no score either.
  return decimal ? readDecimal(decimal) : OUT_OF_RANGE;
}

function readDecimal([, minus, whole = '', mark, fraction = '']: RegExpExecArray): ScoreReading {
  const digits = fraction.replace(/0+$/, '');
  // By the digits as written: half up of 7.25 is 7.3, whatever a double makes of it.
  const tenths = Number(whole) * 10 + Number(digits[0] ?? 0) + (Number(digits[1] ?? 0) >= 5 ? 1 : 0);
  const negative = minus === '-' && (Number(whole) > 0 || digits !== '');
  if (!negative && tenths <= HIGHEST && !(digits !== '' && Number(whole) * 10 >= HIGHEST)) {
    if (digits.length > 1) return { kind: 'too-many-decimals', tenths };
    return mark === ',' ? { kind: 'decimal-comma', tenths } : (SCORES[tenths] ?? OUT_OF_RANGE);
  }
  const lost = Number(whole);
  if (!negative && mark === undefined && lost > HIGHEST / 10 && lost <= HIGHEST) {
    return { kind: 'decimal-lost', tenths: lost };
  }
  return OUT_OF_RANGE;
}
