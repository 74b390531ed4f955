/** The circulars by which results were given since 2019–2020, each with the amendment that counts for it. */
export type Circular = 'TT22/2016' | 'TT27/2020' | 'TT58/2011' | 'TT58/2011+TT26/2020' | 'TT22/2021';

/** Earliest school year whose circulars are known here; what held before it would be a guess. */
const FIRST_YEAR = 2019;
/** Circular 26/2020 amends 58/2011 from 11/10/2020, in the first weeks of the school year: the whole year follows it. */
const AMENDED_FROM = 2020;

/** The school year in which a grade went over to the circular that holds today (27/2020 Đ20, 22/2021 Đ22). */
const NEW_SINCE: Readonly<Record<number, number>> = {
  1: 2020,
  2: 2021,
  3: 2022,
  4: 2023,
  5: 2024,
  6: 2021,
  7: 2022,
  8: 2023,
  9: 2024,
  10: 2022,
  11: 2023,
  12: 2024,
};

/**
 * The circular a result was given by. It goes by the school year *of the result* (`schoolYear` is its first calendar year) and
 * the grade, never by today: a pupil of grade 12 in 2023–2024 has all three years by 58/2011. Undefined before 2019–2020 and
 * for anything that is no grade 1–12. After 2026–2027, the last year known, the circulars of that year are taken to go on.
 */
export function findCircular(schoolYear: number, grade: number): Circular | undefined {
  const since = NEW_SINCE[grade];
  if (since === undefined || !(schoolYear >= FIRST_YEAR)) return undefined;
  const primary = grade <= 5;
  if (schoolYear >= since) return primary ? 'TT27/2020' : 'TT22/2021';
  if (primary) return 'TT22/2016';
  return schoolYear >= AMENDED_FROM ? 'TT58/2011+TT26/2020' : 'TT58/2011';
}
