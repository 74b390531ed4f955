import type { LoopStep } from './loop/loop-state.ts';
import type { Outcome } from './verdict.ts';

const DAY_MS = 24 * 3600_000;

/** A school year: what was true of a pupil when it began has to be asked again for the next one (the circulars' "sống"). */
const SCHOOL_YEAR_DAYS = 365;

/**
 * Police answer within about 15 working days (circular 59/2021/TT-BCA, article 6). Asked sooner, a row that nobody touched gets the
 * answer it had, at the cost of another school's turn; later, a number that was mended in the register stays red for nothing.
 */
const POLICE_DAYS = 21;

/**
 * How long an answer is held to be true, in days; null: for ever. Past that the row is asked again by itself, and keeps the step
 * that people had brought it to if the answer fails once more.
 */
export const VERDICT_DAYS = {
  match: SCHOOL_YEAR_DAYS,
  'match-normalised': SCHOOL_YEAR_DAYS,
  differs: POLICE_DAYS,
  unconfirmed: POLICE_DAYS,
  'no-such-number': POLICE_DAYS,
  'too-many': POLICE_DAYS,
  superseded: POLICE_DAYS,
  'not-applicable': null,
} as const satisfies Record<Outcome, number | null>;

/** With the parents' paper in the school, the row is in its clerk's hands: it is not taken out of them by a timer. */
const IN_HAND: readonly (LoopStep | null)[] = ['notice-received', 'mended'];

/** When the answer ceases to count, in milliseconds since 1970 UTC; null: never. */
export function verdictExpiry(outcome: Outcome, step: LoopStep | null, answeredAt: number): number | null {
  const days = VERDICT_DAYS[outcome];
  return days === null || IN_HAND.includes(step) ? null : answeredAt + days * DAY_MS;
}
