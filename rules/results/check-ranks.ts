import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { CodeList } from '../codes/code-list.ts';
import {
  ACADEMIC_RANK_TT58_LIST,
  CONDUCT_RANK_TT58_LIST,
  LEVEL_TT22_LIST,
  type LevelTt22,
} from '../codes/result-labels.ts';
import { readLabel } from '../fields/read-label.ts';
import { meanOfAverages } from '../grading/averages.ts';
import { GRADING_PROFILES, type GradingProfile } from '../grading/grading-profiles.ts';
import { rankTt22, yearConductTt22 } from '../grading/rank-tt22.ts';
import { rankTt58 } from '../grading/rank-tt58.ts';
import type { RawRow } from '../record.ts';
import type { SharedRule } from '../rule.ts';
import type { TermField } from '../score-field.ts';
import type { SheetState } from '../sheet-state.ts';
import type { Averages, SubjectAverage } from './find-averages.ts';
import { type GradeYear, mayHaveRepeated } from './grade-year.ts';
import { RANK_RULES } from './rank-rules.ts';
import type { ScopePlan, TermBlock } from './results-plan.ts';

export interface RankColumn {
  readonly block: TermBlock;
  readonly rank: TermField;
  readonly when: GradeYear | undefined;
  readonly averages: Averages | undefined;
  /** ĐTB các môn as written, in tenths; negative for none. */
  readonly overall: number;
}

/** Học lực or kết quả học tập: a word of that year's circular, and the one that the scores come to. */
export function checkRank(state: SheetState, column: RankColumn, at: number, row: RawRow): void {
  const { block, rank, when, averages } = column;
  const profile: GradingProfile | undefined = when && GRADING_PROFILES[when.circular];
  const lists = { own: profile?.ranks, tt58: ACADEMIC_RANK_TT58_LIST };
  const label = checkLevel(state, at, rank, row[rank], RANK_RULES['rank.not-in-list'], lists, when);
  if (label === '' || !when || !averages || block.term === 'any') return;
  const possible = expectedRanks(column, when, averages);
  if (possible.length === 0 || possible.includes(label)) return;
  state.found.report(RANK_RULES['rank.disagrees'], at, rank, row[rank], {
    params: { expected: possible[0] ?? '', circular: profile?.citation ?? '' },
  });
}

/** With the subjects of choice and without them. */
function expectedRanks({ block, overall }: RankColumn, when: GradeYear, averages: Averages): readonly string[] {
  const { circular } = when;
  const comments = [...Array<boolean>(block.passed).fill(true), ...Array<boolean>(block.failed).fill(false)];
  const rank = (subjects: readonly SubjectAverage[]): string | undefined => {
    const tenths = subjects.map((subject) => subject.tenths);
    if (circular === 'TT22/2021') return rankTt22({ averages: tenths, comments });
    if (circular !== 'TT58/2011' && circular !== 'TT58/2011+TT26/2020') return undefined;
    const mean = overall >= 0 ? overall : meanOfAverages(tenths);
    return mean === undefined ? undefined : rankTt58({ circular, overall: mean, subjects, comments });
  };
  const both = averages.all === averages.compulsory ? [averages.all] : [averages.all, averages.compulsory];
  return both.flatMap((subjects) => rank(subjects) ?? []);
}

/** Hạnh kiểm or rèn luyện of the terms and of the year; by 22/2021 Đ8.2 the year follows from the terms. */
export function checkConducts(
  state: SheetState,
  { blocks, byTerm }: ScopePlan,
  when: GradeYear | undefined,
  at: number,
  row: RawRow,
): void {
  const profile: GradingProfile | undefined = when && GRADING_PROFILES[when.circular];
  const labels: Partial<Record<TermBlock['term'], string>> = {};
  for (const { term, conduct } of blocks) {
    if (conduct === undefined) continue;
    const lists = { own: profile?.conducts, tt58: CONDUCT_RANK_TT58_LIST };
    labels[term] = checkLevel(state, at, conduct, row[conduct], RANK_RULES['conduct.not-in-list'], lists, when);
  }
  const { hk1, hk2, cn } = labels;
  const field = byTerm.cn?.conduct;
  if (!hk1 || !hk2 || !cn || !field || when?.circular !== 'TT22/2021') return;
  const expected = yearConductTt22(hk1 as LevelTt22, hk2 as LevelTt22);
  if (expected === cn) return;
  state.found.report(RANK_RULES['conduct.year-disagrees'], at, field, row[field], {
    params: { first: hk1, second: hk2, expected },
  });
}

interface LevelLists {
  /** Of the circular of that year; undefined when it is not known or has none. */
  readonly own: CodeList | undefined;
  readonly tt58: CodeList;
}

/** The level a cell means by the circular of its year; '' for none, or where that circular is not known. */
function checkLevel(
  state: SheetState,
  at: number,
  field: TermField,
  cell: CellValue | undefined,
  rule: SharedRule,
  { own, tt58 }: LevelLists,
  when: GradeYear | undefined,
): string {
  if (cell === undefined || cell === null || isBlank(cell)) return '';
  if (isExcelError(cell)) {
    if (state.results) state.results.broken = true;
    return '';
  }
  const text = cellText(cell);
  if (own?.has(text)) return text;
  const scales = own ? [own] : [tt58, LEVEL_TT22_LIST];
  if (!own && scales.some((list) => list.has(text))) return '';
  const readings = scales.map((list) => readLabel(list, text)).filter(({ label }) => label !== undefined);
  const labels = new Set(readings.map((reading) => reading.label));
  const [label] = labels;
  if (label !== undefined && labels.size === 1) {
    const same = readings.some((reading) => reading.same);
    state.found.reportFix(rule, at, field, cell, label, same);
    return own ? label : '';
  }
  if (own && when) {
    const other = own === LEVEL_TT22_LIST ? tt58 : LEVEL_TT22_LIST;
    if (other.find(text) !== undefined) {
      sayOtherCircular(state, at, field, cell, own, when);
      return '';
    }
  }
  if (labels.size === 0) state.found.reportFix(rule, at, field, cell, undefined);
  return '';
}

/** The level is a word of another circular. Of somebody who may have repeated a year it is asked, not told. */
function sayOtherCircular(
  state: SheetState,
  at: number,
  field: TermField,
  cell: CellValue,
  own: CodeList,
  { circular, year, grade }: GradeYear,
): void {
  const other = circular === 'TT22/2021' ? 'TT58/2011+TT26/2020' : 'TT22/2021';
  state.found.report(RANK_RULES['scale.wrong-circular'], at, field, cell, {
    params: {
      other: GRADING_PROFILES[other].citation,
      circular: GRADING_PROFILES[circular].citation,
      year: `${year}–${year + 1}`,
      grade: String(grade),
      expected: own.labels.join(', '),
    },
    ...(mayHaveRepeated(state, at) ? { severity: 'query' as const } : {}),
  });
}
