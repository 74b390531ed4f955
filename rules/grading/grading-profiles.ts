import type { CodeList } from '../codes/code-list.ts';
import {
  ACADEMIC_RANK_TT58_LIST,
  CONDUCT_RANK_TT58_LIST,
  LEVEL_TT22_LIST,
  RESULT_TT27_LIST,
} from '../codes/result-labels.ts';
import type { SubjectId } from '../codes/subjects.ts';
import type { Circular } from './circular.ts';

/** What a circular asks of results, as far as cells can be held to it. */
export interface GradingProfile {
  /** As rules cite it. */
  readonly citation: string;
  /** Học lực, kết quả học tập, or kết quả giáo dục of a primary year; best first. Absent: the circular ranks nobody. */
  readonly ranks?: CodeList;
  /** Hạnh kiểm or rèn luyện; best first. Absent: judged in other ways (phẩm chất, năng lực of primary school). */
  readonly conducts?: CodeList;
  /** Scores have one decimal, or none (periodic tests of primary school). */
  readonly scores: 'tenths' | 'whole';
  /** There is an average over all subjects (ĐTBhk, ĐTBcn). Circular 22/2021 did away with it. */
  readonly hasOverallAverage: boolean;
  /** One of these must reach the rank's mark (58/2011 Đ13; Ngoại ngữ came in with 26/2020). */
  readonly coreSubjects: readonly SubjectId[];
}

/**
 * Continuing education (GDTX) has no profile: the text of circular 43/2021 has not been seen, so that nothing is recomputed
 * there.
 */
export const GRADING_PROFILES = {
  'TT22/2016': {
    citation: 'Thông tư 30/2014/TT-BGDĐT sửa đổi bởi Thông tư 22/2016/TT-BGDĐT',
    scores: 'whole',
    hasOverallAverage: false,
    coreSubjects: [],
  },
  'TT27/2020': {
    citation: 'Thông tư 27/2020/TT-BGDĐT',
    ranks: RESULT_TT27_LIST,
    scores: 'whole',
    hasOverallAverage: false,
    coreSubjects: [],
  },
  'TT58/2011': {
    citation: 'Thông tư 58/2011/TT-BGDĐT',
    ranks: ACADEMIC_RANK_TT58_LIST,
    conducts: CONDUCT_RANK_TT58_LIST,
    scores: 'tenths',
    hasOverallAverage: true,
    coreSubjects: ['math', 'literature'],
  },
  'TT58/2011+TT26/2020': {
    citation: 'Thông tư 58/2011/TT-BGDĐT sửa đổi bởi Thông tư 26/2020/TT-BGDĐT',
    ranks: ACADEMIC_RANK_TT58_LIST,
    conducts: CONDUCT_RANK_TT58_LIST,
    scores: 'tenths',
    hasOverallAverage: true,
    coreSubjects: ['math', 'literature', 'foreignLanguage1'],
  },
  'TT22/2021': {
    citation: 'Thông tư 22/2021/TT-BGDĐT',
    ranks: LEVEL_TT22_LIST,
    conducts: LEVEL_TT22_LIST,
    scores: 'tenths',
    hasOverallAverage: false,
    coreSubjects: [],
  },
} as const satisfies Readonly<Record<Circular, GradingProfile>>;
