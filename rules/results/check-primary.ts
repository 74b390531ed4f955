import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { CodeList } from '../codes/code-list.ts';
import { findProgramme } from '../codes/programmes.ts';
import {
  QUALITY_LEVEL_TT27_LIST,
  type QualityLevelTt27,
  RESULT_TT27_LIST,
  SUBJECT_LEVEL_TT27_LIST,
  type SubjectLevelTt27,
} from '../codes/result-labels.ts';
import { readLabel } from '../fields/read-label.ts';
import { primaryResultTt27 } from '../grading/primary-result-tt27.ts';
import type { RawRow } from '../record.ts';
import type { SharedRule } from '../rule.ts';
import type { PrimaryField } from '../score-field.ts';
import type { SheetState } from '../sheet-state.ts';
import { findGradeYear } from './grade-year.ts';
import { PRIMARY_RULES } from './primary-rules.ts';
import { RANK_RULES } from './rank-rules.ts';
import { checkScoreCell, type ScoreKind, UNUSABLE } from './read-score-cell.ts';

const TEST: ScoreKind = { whole: true, exemptible: true, comments: false };

/** The primary form: levels, periodic tests, qualities and abilities, and the result that follows from them. */
export function checkPrimary(state: SheetState, fields: readonly PrimaryField[], at: number, row: RawRow): void {
  const subjects = new Map<string, string>();
  const tests = new Map<string, number>();
  const qualities: string[] = [];
  let result = '';
  let readable = true;
  const level = (field: PrimaryField, list: CodeList, rule: SharedRule) => {
    const label = checkLabel(state, at, field, row[field], list, rule);
    if (label === '' && !isBlank(row[field])) readable = false;
    return label;
  };
  for (const field of fields) {
    const [, subject = '', part] = field.split('.');
    if (field === 'primary.result') {
      result = level(field, RESULT_TT27_LIST, RANK_RULES['rank.not-in-list']);
    } else if (part === 'test') {
      const score = checkScoreCell(state, at, field, row[field], TEST);
      if (score >= 0) tests.set(subject, score);
      readable &&= score !== UNUSABLE;
    } else if (part === 'level') {
      const label = level(field, SUBJECT_LEVEL_TT27_LIST, PRIMARY_RULES['primary.level-not-in-list']);
      if (label !== '') subjects.set(subject, label);
    } else {
      const label = level(field, QUALITY_LEVEL_TT27_LIST, PRIMARY_RULES['primary.level-not-in-list']);
      if (label !== '') qualities.push(label);
    }
  }
  if (result === '' || !readable || qualities.length === 0 || !hasAll(state, subjects, tests)) return;
  const expected = primaryResultTt27({
    subjects: [...subjects.values()] as SubjectLevelTt27[],
    qualities: qualities as QualityLevelTt27[],
    finalScores: [...tests.values()],
  });
  if (expected === result) return;
  state.found.report(PRIMARY_RULES['primary.result-disagrees'], at, 'primary.result', row['primary.result'], {
    params: { expected },
  });
}

/** Every subject that all pupils of that grade and year take has its level, and its test where it has one. */
function hasAll(state: SheetState, levels: ReadonlyMap<string, string>, tests: ReadonlyMap<string, number>): boolean {
  const when = findGradeYear(state, 'own');
  const programme = when?.circular === 'TT27/2020' ? findProgramme(when.year, when.grade) : undefined;
  if (!when || !programme) return false;
  return programme.subjects.every(({ subject, assessment, grades, scoredFrom = 1, elective }) => {
    if (elective || (grades && !grades.includes(when.grade))) return true;
    const tested = assessment === 'level+score' && when.grade >= scoredFrom;
    return levels.has(subject) && (!tested || tests.has(subject));
  });
}

function checkLabel(
  state: SheetState,
  at: number,
  field: PrimaryField,
  cell: CellValue | undefined,
  list: CodeList,
  rule: SharedRule,
): string {
  if (cell === undefined || isBlank(cell)) return '';
  if (isExcelError(cell)) {
    if (state.results) state.results.broken = true;
    return '';
  }
  const { label, exact, same } = readLabel(list, cellText(cell));
  if (!exact) state.found.reportFix(rule, at, field, cell, label, same);
  return label ?? '';
}
