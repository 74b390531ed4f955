import { termAverage, yearAverage } from '../grading/averages.ts';
import { scoreText } from '../grading/read-score.ts';
import type { RawRow } from '../record.ts';
import type { BookField } from '../score-field.ts';
import type { SheetState } from '../sheet-state.ts';
import { AVERAGE_RULES } from './average-rules.ts';
import { findGradeYear } from './grade-year.ts';
import { checkScoreCell, NO_SCORE, type ScoreKind, UNUSABLE } from './read-score-cell.ts';

const REGULAR = ['book.tx1', 'book.tx2', 'book.tx3', 'book.tx4', 'book.tx5'] as const satisfies readonly BookField[];
const MARK: ScoreKind = { whole: false, exemptible: true, comments: true };

/** One subject's mark book: each score, the term's average by the formula, the year's from the terms. */
export function checkBook(state: SheetState, fields: ReadonlySet<BookField>, at: number, row: RawRow): void {
  const read = (field: BookField) =>
    fields.has(field) ? checkScoreCell(state, at, field, row[field], MARK) : NO_SCORE;
  const regular = REGULAR.map(read);
  checkTerm(state, at, row, regular, read('book.gk'), read('book.ck'), read('book.term'));
  const [first, second, written] = [read('book.hk1'), read('book.hk2'), read('book.cn')];
  if (first < 0 || second < 0 || written < 0) return;
  const expected = yearAverage(first, second);
  if (expected === written) return;
  state.found.report(AVERAGE_RULES['average.subject-disagrees'], at, 'book.cn', row['book.cn'], {
    params: { first: scoreText(first), second: scoreText(second), expected: scoreText(expected) },
  });
}

function checkTerm(
  state: SheetState,
  at: number,
  row: RawRow,
  regular: readonly number[],
  midterm: number,
  final: number,
  written: number,
): void {
  const given = regular.filter((score) => score >= 0);
  if (written < 0 || midterm < 0 || final < 0 || given.length === 0 || regular.includes(UNUSABLE)) return;
  // Until October 2020 other scores counted, with other weights.
  if (findGradeYear(state, 'own')?.circular === 'TT58/2011') return;
  const expected = termAverage(given, midterm, final);
  if (expected === written) return;
  state.found.report(AVERAGE_RULES['average.marks-disagree'], at, 'book.term', row['book.term'], {
    params: { expected: scoreText(expected) },
  });
}
