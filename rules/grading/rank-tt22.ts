import { LEVELS_TT22, type LevelTt22 } from '../codes/result-labels.ts';
import { replacedAt } from './replaced-at.ts';

export interface ResultsTt22 {
  /** Averages of every scored subject the pupil takes, in tenths. */
  readonly averages: readonly number[];
  /** Every subject judged by comment: true for Đạt. */
  readonly comments: readonly boolean[];
}

const [GOOD, FAIR, PASS, FAIL] = [0, 1, 2, 3] as const;
/** This many scored subjects must reach the higher mark (22/2021 Đ9.2, Đ15). */
const SUBJECTS_NEEDED = 6;
/** No average is better. */
const BEST = 100;
/** Absences from which on a pupil repeats the year (22/2021 Đ12.1c: not more than 45). */
const MOST_ABSENCES = 45;
/** ĐTBmcn that six subjects need for the title Học sinh Xuất sắc (22/2021 Đ15.1a). */
const OUTSTANDING = 90;

/** Kết quả học tập of a term or a year by circular 22/2021 Đ9.2, the raise of Đ9.3 included. */
export function rankTt22(results: ResultsTt22): LevelTt22 {
  const plain = plainRank(results);
  const raised = isHeldBackByOne(results, plain) ? plain - 1 : plain;
  return LEVELS_TT22[raised] as LevelTt22;
}

function plainRank({ averages, comments }: ResultsTt22): number {
  const lowest = Math.min(BEST, ...averages);
  const failed = comments.filter((passed) => !passed).length;
  const reach = (mark: number) => averages.filter((average) => average >= mark).length >= SUBJECTS_NEEDED;
  if (failed === 0 && lowest >= 65 && reach(80)) return GOOD;
  if (failed === 0 && lowest >= 50 && reach(65)) return FAIR;
  return failed <= 1 && lowest >= 35 && reach(50) ? PASS : FAIL;
}

/**
 * 22/2021 Đ9.3: the result lies two levels or more below Tốt or Khá because of exactly one subject, that is, that subject's
 * being better would be enough for Tốt or Khá. Then it is raised to the next level up.
 */
function isHeldBackByOne(results: ResultsTt22, plain: number): boolean {
  const { averages, comments } = results;
  const wanted = Math.min(plain - 2, FAIR);
  if (wanted < GOOD) return false;
  return (
    averages.some((_, at) => plainRank({ comments, averages: replacedAt(averages, at, BEST) }) <= wanted) ||
    comments.some(
      (passed, at) => !passed && plainRank({ averages, comments: replacedAt(comments, at, true) }) <= wanted,
    )
  );
}

/** 22/2021 Đ8.2: by HKII, then HKI. */
const YEAR_CONDUCT: Readonly<Record<LevelTt22, Readonly<Record<LevelTt22, LevelTt22>>>> = {
  Tốt: { Tốt: 'Tốt', Khá: 'Tốt', Đạt: 'Khá', 'Chưa đạt': 'Khá' },
  Khá: { Tốt: 'Khá', Khá: 'Khá', Đạt: 'Khá', 'Chưa đạt': 'Đạt' },
  Đạt: { Tốt: 'Khá', Khá: 'Đạt', Đạt: 'Đạt', 'Chưa đạt': 'Đạt' },
  'Chưa đạt': { Tốt: 'Chưa đạt', Khá: 'Chưa đạt', Đạt: 'Chưa đạt', 'Chưa đạt': 'Chưa đạt' },
};

/** Rèn luyện of the year from that of its two terms (22/2021 Đ8.2). */
export function yearConductTt22(term1: LevelTt22, term2: LevelTt22): LevelTt22 {
  return YEAR_CONDUCT[term2][term1];
}

export interface YearTt22 {
  /** Kết quả học tập of the year. */
  readonly academic: LevelTt22;
  /** Kết quả rèn luyện of the year. */
  readonly conduct: LevelTt22;
}

/** Danh hiệu of the year (22/2021 Đ15.1); `averages` are the ĐTBmcn of the scored subjects in tenths. Undefined: none. */
export function findHonourTt22(
  { academic, conduct }: YearTt22,
  averages: readonly number[],
): 'Học sinh Xuất sắc' | 'Học sinh Giỏi' | undefined {
  if (academic !== 'Tốt' || conduct !== 'Tốt') return undefined;
  const outstanding = averages.filter((average) => average >= OUTSTANDING).length;
  return outstanding >= SUBJECTS_NEEDED ? 'Học sinh Xuất sắc' : 'Học sinh Giỏi';
}

/** Whether the pupil moves up a grade (22/2021 Đ12.1); `absences` are half-day sessions of the year. */
export function isPromotedTt22({ academic, conduct }: YearTt22, absences: number): boolean {
  return academic !== 'Chưa đạt' && conduct !== 'Chưa đạt' && absences <= MOST_ABSENCES;
}
