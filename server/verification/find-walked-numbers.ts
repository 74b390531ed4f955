import type { Tables } from '../store/tables.ts';
import { findSequentialNumbers, NEAR } from './sequential-numbers.ts';

/** So many numbers of a push are looked at for neighbours: a walk has them everywhere, a roster nearly nowhere. */
const LOOKED_AT = 10;
/** Ends the search along a walk of any length; fifty are enough to refuse. */
const MOST_STEPS = 100;

/**
 * The numbers among these that belong to a walk through the numbers, counted with those that the unit asked about or keeps: whoever
 * sends a few at a time, or types one after the other into the same row, is noticed as well. Steps of more than three are noticed
 * within one push only.
 */
export async function findWalkedNumbers(
  tables: Tables,
  unit: string,
  numbers: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const stride = Math.max(1, Math.floor(numbers.size / LOOKED_AT));
  const looked = [...numbers].sort().filter((_, at) => at % stride === 0);
  const found = new Set(numbers);
  if ((await tables.askedNumbers.known(unit, neighboursOf(looked))).size === 0) return findSequentialNumbers(numbers);
  let frontier: Iterable<string> = numbers;
  for (let step = 0; step < MOST_STEPS; step++) {
    const beside = neighboursOf(frontier).filter((number) => !found.has(number));
    const known = await tables.askedNumbers.known(unit, beside);
    if (known.size === 0) break;
    for (const number of known) found.add(number);
    frontier = known;
  }
  const walked = findSequentialNumbers(found);
  return new Set([...numbers].filter((number) => walked.has(number)));
}

function neighboursOf(numbers: Iterable<string>): string[] {
  const beside = new Set<string>();
  for (const number of numbers) {
    for (let step = -NEAR; step <= NEAR; step++) {
      if (step !== 0) beside.add(String(Number(number) + step).padStart(12, '0'));
    }
  }
  return [...beside];
}
