/**
 * How many numbers in a row nobody's roster holds by chance. A school of 3,000 pupils has some 400 of one province, sex and birth
 * year, drawn at random from a million (circular 59/2021/TT-BCA, annex I): the odds of even five lying so close are one in many
 * millions. The worse failure is to ask: whoever walks through the numbers learns which are in use. Fifty still leaves room for
 * every list of invented people that somebody tries the program with.
 */
export const SEQUENCE_LENGTH = 50;

/** Numbers this near each other count as neighbours: a walk that leaves out some is a walk. */
export const NEAR = 3;

/**
 * The numbers among these that somebody counted through instead of collecting: at least `SEQUENCE_LENGTH` that follow each other
 * closely, or at one and the same larger step, in whatever order they came. Numbers of different provinces, sexes and birth years
 * are far apart by themselves. Excel makes such a list when the corner of a cell is dragged down.
 *
 * @param numbers of 12 digits
 */
export function findSequentialNumbers(numbers: Iterable<string>): ReadonlySet<string> {
  const sorted = [...new Set(numbers)].sort();
  const steps = sorted.map((number, at) => Math.max(NEAR, Number(number) - Number(sorted[at - 1] ?? Number.NaN)));
  const found = new Set<string>();
  let first = 0;
  for (let at = 1; at <= sorted.length; at++) {
    if (at === first + 1 || steps[at] === steps[at - 1]) continue;
    if (at - first >= SEQUENCE_LENGTH) for (const number of sorted.slice(first, at)) found.add(number);
    // The number before stands at the end of one stretch and at the head of the next.
    first = at - 1;
    if (steps[at] === undefined) break;
  }
  return found;
}
