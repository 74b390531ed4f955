import { cellText, isExcelError } from '../cell.ts';
import { COMMENT_LEVEL_LIST } from '../codes/result-labels.ts';
import { meanOfAverages, yearAverage } from '../grading/averages.ts';
import { GRADING_PROFILES, type GradingProfile } from '../grading/grading-profiles.ts';
import { readScore, scoreText } from '../grading/read-score.ts';
import type { RawRow } from '../record.ts';
import type { TermField } from '../score-field.ts';
import type { SheetState } from '../sheet-state.ts';
import { AVERAGE_RULES } from './average-rules.ts';
import { checkConducts, checkRank } from './check-ranks.ts';
import { type Averages, findAverages, type SubjectAverage } from './find-averages.ts';
import { findGradeYear } from './grade-year.ts';
import { checkScoreCell, NO_SCORE, type ScoreKind, UNUSABLE } from './read-score-cell.ts';
import type { ScopePlan, TermBlock, YearColumns } from './results-plan.ts';
import { SCORE_RULES } from './score-rules.ts';

const SUBJECT: ScoreKind = { whole: false, exemptible: true, comments: false };
const PRIMARY_SUBJECT: ScoreKind = { ...SUBJECT, whole: true };
const OVERALL: ScoreKind = { whole: false, exemptible: false, comments: false };

/** Everything about one grade of one pupil: the scores, then what follows from them. */
export function checkScope(state: SheetState, plan: ScopePlan, at: number, row: RawRow): void {
  const when = findGradeYear(state, plan.scope);
  const profile: GradingProfile | undefined = when && GRADING_PROFILES[when.circular];
  for (const block of plan.blocks) readBlock(state, block, at, row, profile?.scores === 'whole');
  for (const year of plan.years) checkYear(state, plan, year, at, row);
  for (const block of plan.blocks) {
    const averages = when && findAverages(block, when);
    const overall = checkOverall(state, block, at, row, profile, averages);
    if (block.rank) checkRank(state, { block, rank: block.rank, when, averages, overall }, at, row);
  }
  checkConducts(state, plan, when, at, row);
}

function readBlock(state: SheetState, block: TermBlock, at: number, row: RawRow, whole: boolean): void {
  const kind = whole ? PRIMARY_SUBJECT : SUBJECT;
  for (let index = 0; index < block.scored.length; index++) {
    const field = block.scored[index]?.field as TermField;
    block.values[index] = checkScoreCell(state, at, field, row[field], kind);
  }
  block.passed = 0;
  block.failed = 0;
  for (const field of block.comments) checkComment(state, block, at, field, row);
}

function checkComment(state: SheetState, block: TermBlock, at: number, field: TermField, row: RawRow): void {
  const cell = row[field];
  if (cell === null || cell === undefined) return;
  const reading = readScore(cell);
  if (reading.kind === 'comment') {
    if (reading.passed) block.passed++;
    else block.failed++;
    if (COMMENT_LEVEL_LIST.has(cellText(cell))) return;
  } else if (reading.kind === 'blank' || reading.kind === 'exempt') return;
  if (isExcelError(cell)) {
    if (state.results) state.results.broken = true;
    return;
  }
  const label = reading.kind === 'comment' ? (reading.passed ? 'Đ' : 'CĐ') : undefined;
  state.found.reportFix(SCORE_RULES['comment-subject.not-in-list'], at, field, cell, label);
}

/** One subject's year beside its terms. */
function checkYear(state: SheetState, { byTerm }: ScopePlan, year: YearColumns, at: number, row: RawRow): void {
  const first = byTerm.hk1?.values[year.hk1] ?? NO_SCORE;
  const second = byTerm.hk2?.values[year.hk2] ?? NO_SCORE;
  const written = byTerm.cn?.values[year.cn] ?? NO_SCORE;
  if (first < 0 || second < 0 || written < 0) return;
  const expected = yearAverage(first, second);
  if (expected === written) return;
  state.found.report(AVERAGE_RULES['average.subject-disagrees'], at, year.field, row[year.field], {
    params: { first: scoreText(first), second: scoreText(second), expected: scoreText(expected) },
  });
}

/** ĐTB các môn as written, in tenths or a code of `read-score-cell`; beside the mean of the subjects where there is one. */
function checkOverall(
  state: SheetState,
  { overall, term }: TermBlock,
  at: number,
  row: RawRow,
  profile: GradingProfile | undefined,
  averages: Averages | undefined,
): number {
  if (overall === undefined) return NO_SCORE;
  const written = checkScoreCell(state, at, overall, row[overall], OVERALL);
  if (written < 0 || !profile?.hasOverallAverage || !averages || term === 'any') return written;
  const mean = meanOf(averages.all);
  if (mean === written || (averages.compulsory !== averages.all && meanOf(averages.compulsory) === written)) {
    return written;
  }
  const code = term === 'cn' ? 'average.year-disagrees' : 'average.term-disagrees';
  state.found.report(AVERAGE_RULES[code], at, overall, row[overall], {
    params: { expected: scoreText(mean ?? UNUSABLE), count: String(averages.all.length) },
  });
  return written;
}

function meanOf(subjects: readonly SubjectAverage[]): number | undefined {
  return meanOfAverages(subjects.map(({ tenths }) => tenths));
}
