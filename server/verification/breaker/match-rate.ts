/**
 * How doubtful a sheet's answers are, as one number that is kept between them (a CUSUM chart: Page, Biometrika 41, 1954). Every
 * failure raises it, every match lowers it, never below none: a sheet that goes wrong half-way is noticed there.
 *
 * The lines are drawn between a bad but honest list, in which two rows of ten fail, and one in which four do: doubt grows as soon
 * as more than about three in ten fail, the 70 % under which England's *Manage vaccinations in schools* stops an import
 * (`PDS_MATCH_THRESHOLD`). A bare share after ten look-ups would stop every eighth honest list by chance.
 */
const HONEST_FAILING = 0.2;
const BROKEN_FAILING = 0.4;
const FAILURE = Math.log(BROKEN_FAILING / HONEST_FAILING);
const MATCH = Math.log((1 - BROKEN_FAILING) / (1 - HONEST_FAILING));

/**
 * A million to one: a list of 3,000 rows in which one in five fails is stopped without cause less than once in a thousand times,
 * and one in which nothing matches after 20 rows. The worse failure is to go on: parents would be sent to the police for a
 * column that slipped. Stopping without cause costs the clerk a look and one click.
 */
const LIMIT = Math.log(1e6);

export function doubtAfter(doubt: number, matched: boolean): number {
  return Math.max(0, doubt + (matched ? MATCH : FAILURE));
}

/** Too doubtful to ask on before somebody has looked. */
export function isTooDoubtful(doubt: number): boolean {
  return doubt >= LIMIT;
}
