/**
 * Averages in integer tenths (7.5 is 75), rounded half up to a tenth. Floating point would say 8.2 for a mean of exactly 8.25,
 * and a pupil would be told that the school cannot reckon.
 */

/** `sum / count` rounded half up; both whole, `count` above 0. */
function roundedQuotient(sum: number, count: number): number {
  return Math.floor((2 * sum + count) / (2 * count));
}

function total(scores: readonly number[]): number {
  let sum = 0;
  for (const score of scores) sum += score;
  return sum;
}

/**
 * ĐTBmhk = (ΣĐĐGtx + 2·ĐĐGgk + 3·ĐĐGck) / (number of ĐĐGtx + 5), in tenths (22/2021 Đ9.1; 58/2011 Đ11 as amended by 26/2020,
 * from 11/10/2020).
 */
export function termAverage(regular: readonly number[], midterm: number, final: number): number {
  return roundedQuotient(total(regular) + 2 * midterm + 3 * final, regular.length + 5);
}

/** ĐTBmhk before 11/10/2020 (58/2011 Đ11): (TĐKTtx + 2·TĐKTđk + 3·KThk) / (number of KTtx + 2·number of KTđk + 3), in tenths. */
export function termAverageBeforeTt26(regular: readonly number[], periodic: readonly number[], final: number): number {
  return roundedQuotient(total(regular) + 2 * total(periodic) + 3 * final, regular.length + 2 * periodic.length + 3);
}

/** ĐTBmcn = (ĐTBmhkI + 2·ĐTBmhkII) / 3, in tenths (58/2011 Đ11, 22/2021 Đ9.1). */
export function yearAverage(term1: number, term2: number): number {
  return roundedQuotient(term1 + 2 * term2, 3);
}

/**
 * ĐTBhk and ĐTBcn: the plain mean of the scored subjects' averages, in tenths (58/2011 Đ12; 22/2021 has none). Undefined when
 * there is no scored subject.
 */
export function meanOfAverages(averages: readonly number[]): number | undefined {
  return averages.length === 0 ? undefined : roundedQuotient(total(averages), averages.length);
}

/** How many regular scores (ĐĐGtx) a term has by the periods a year of its subject: ≤35 two, 36–70 three, above four (22/2021 Đ6.2). */
export function regularScoreCount(periodsAYear: number): 2 | 3 | 4 {
  if (periodsAYear <= 35) return 2;
  return periodsAYear <= 70 ? 3 : 4;
}
