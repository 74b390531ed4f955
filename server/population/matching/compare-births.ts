import type { ClaimBirthDate } from '../population-adapter.ts';

/** `year-only`: the years agree, and day and month are not known on both sides. A year alone is legal on either. */
export type BirthGrade = 'same' | 'year-only' | 'differs';

/** Symmetric. A day and a month in each other's place differ: nobody can say from the outside which of the two is right. */
export function compareBirths(claimed: ClaimBirthDate, registered: ClaimBirthDate): BirthGrade {
  if (claimed.year !== registered.year) return 'differs';
  const { month, day } = claimed;
  if (month === undefined || day === undefined) return 'year-only';
  if (registered.month === undefined || registered.day === undefined) return 'year-only';
  return month === registered.month && day === registered.day ? 'same' : 'differs';
}
