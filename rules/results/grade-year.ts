import { type Circular, findCircular } from '../grading/circular.ts';
import type { GradeScope } from '../score-field.ts';
import type { SheetState } from '../sheet-state.ts';

/** When a result was given, and by which circular. */
export interface GradeYear {
  /** First calendar year of the school year of the result. */
  readonly year: number;
  readonly grade: number;
  readonly circular: Circular;
}

/**
 * The grade and school year of a scope's results in the row being read: a pupil who is in grade 12 in 2022–2023 was in grade 10
 * in 2020–2021. Undefined where the class does not tell a grade, has not come to the scope's yet, or is of continuing education,
 * whose circular has not been seen: nothing is recomputed there.
 */
export function findGradeYear(state: SheetState, scope: GradeScope): GradeYear | undefined {
  const { currentClass, schoolYear } = state;
  const now = currentClass?.grade;
  if (now === undefined || currentClass?.adult) return undefined;
  const grade = scope === 'own' ? now : Number(scope.slice(1));
  if (grade > now) return undefined;
  const year = schoolYear - (now - grade);
  const circular = findCircular(year, grade);
  return circular && { year, grade, circular };
}

/** Born before the usual year of the class: the pupil may have repeated a year, and was then judged by an older circular. */
export function mayHaveRepeated(state: SheetState, at: number): boolean {
  const grade = state.currentClass?.grade;
  const birthYear = Math.floor((state.births[at] ?? 0) / 10_000);
  return grade !== undefined && birthYear > 0 && birthYear < state.schoolYear - 5 - grade;
}
