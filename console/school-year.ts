/** Schools gather in August (the ministry's yearly frame of the school year): until then the year before runs. */
const FIRST_MONTH = 8;

/** First calendar year of the school year that a day lies in. @param day ISO 8601 */
export function schoolYearOf(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** As schools write it: `2026–2027`. */
export function schoolYearWords(first: number): string {
  return `${first}–${first + 1}`;
}
