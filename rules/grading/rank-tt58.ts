import { ACADEMIC_RANKS_TT58, type AcademicRankTt58 } from '../codes/result-labels.ts';
import type { SubjectId } from '../codes/subjects.ts';
import { GRADING_PROFILES } from './grading-profiles.ts';
import { replacedAt } from './replaced-at.ts';

export interface ResultsTt58 {
  /** Ngoại ngữ became the third core subject with 26/2020, in force from 11/10/2020. */
  readonly circular: 'TT58/2011' | 'TT58/2011+TT26/2020';
  /** ĐTBhk or ĐTBcn, in tenths. */
  readonly overall: number;
  /** Every scored subject with its average in tenths. */
  readonly subjects: readonly { readonly subject: SubjectId; readonly tenths: number }[];
  /** Every subject judged by comment: true for Đ. */
  readonly comments: readonly boolean[];
  /** Môn chuyên of a specialised class. */
  readonly specialised?: SubjectId;
}

interface Demand {
  readonly overall: number;
  /** At least one core subject, and the specialised one. */
  readonly core: number;
  readonly each: number;
  readonly comments: boolean;
}

/** 58/2011 Đ13.1–4, in tenths; `ACADEMIC_RANKS_TT58` in order, Kém being the rest. */
const DEMANDS: readonly Demand[] = [
  { overall: 80, core: 80, each: 65, comments: true },
  { overall: 65, core: 65, each: 50, comments: true },
  { overall: 50, core: 50, each: 35, comments: true },
  { overall: 35, core: 0, each: 20, comments: false },
];

const [GOOD, FAIR, AVERAGE, WEAK, POOR] = [0, 1, 2, 3, 4] as const;

/** 58/2011 Đ13.6 a–d: by the rank of the ĐTB, what one single subject drags it down to is raised to. */
const RAISED: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [GOOD]: { [AVERAGE]: FAIR, [WEAK]: AVERAGE },
  [FAIR]: { [WEAK]: AVERAGE, [POOR]: WEAK },
};

/** No average is better. */
const BEST = 100;

/**
 * Học lực by circular 58/2011 Đ13, the raise of Đ13.6 included: when the ĐTB alone would make Giỏi or Khá and exactly one
 * subject is in the way, that is, when that subject's being better would be enough. A Giỏi dragged to Kém is not among the
 * cases of Đ13.6 and stays Kém.
 */
export function rankTt58(results: ResultsTt58): AcademicRankTt58 {
  const plain = plainRank(results);
  const byOverall = firstMet((demand) => results.overall >= demand.overall);
  const raised = RAISED[byOverall]?.[plain];
  const rank = raised !== undefined && hasOneObstacle(results, byOverall) ? raised : plain;
  return ACADEMIC_RANKS_TT58[rank] as AcademicRankTt58;
}

function firstMet(meets: (demand: Demand) => boolean): number {
  const at = DEMANDS.findIndex(meets);
  return at < 0 ? POOR : at;
}

function plainRank({ circular, overall, subjects, comments, specialised }: ResultsTt58): number {
  const core: readonly SubjectId[] = GRADING_PROFILES[circular].coreSubjects;
  const allPassed = !comments.includes(false);
  return firstMet(
    (demand) =>
      overall >= demand.overall &&
      (demand.core === 0 || subjects.some(({ subject, tenths }) => core.includes(subject) && tenths >= demand.core)) &&
      subjects.every(
        ({ subject, tenths }) => tenths >= demand.each && (subject !== specialised || tenths >= demand.core),
      ) &&
      (allPassed || !demand.comments),
  );
}

/** Whether one subject, had it gone well, would have given the rank. */
function hasOneObstacle(results: ResultsTt58, rank: number): boolean {
  const { subjects, comments } = results;
  return (
    subjects.some(({ subject }, at) => {
      const better = replacedAt(subjects, at, { subject, tenths: BEST });
      return plainRank({ ...results, subjects: better }) === rank;
    }) ||
    comments.some(
      (passed, at) => !passed && plainRank({ ...results, comments: replacedAt(comments, at, true) }) === rank,
    )
  );
}
