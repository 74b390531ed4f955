/**
 * The structure of a *số định danh cá nhân*: three digits for the place of birth registration, one for century and sex, two
 * for the year of birth, six at random (decree 137/2015/NĐ-CP, article 13; circular 59/2021/TT-BCA, annexes I to III).
 *
 * Invented numbers end in `000xxx`, so that anyone can tell them from a real person's:
 *
 * | xxx | whose |
 * |---|---|
 * | 001–960 | people of the invented register |
 * | 961–965 | numbers that were cancelled when a wrong one was put right |
 * | 966–970 | numbers with a wrong sex digit that are still in force |
 * | 985–999 | nobody's: a claim with one of these has no entry to meet |
 */
export const SERIALS = {
  people: 960,
  cancelled: 961,
  wrongSex: 966,
  nobody: 985,
  nobodyLast: 999,
} as const;

export function citizenNumber(parts: {
  readonly birthCode: string;
  readonly sex: 'male' | 'female';
  /** 1900–2399 */
  readonly birthYear: number;
  /** 0–999: the last three digits */
  readonly serial: number;
}): string {
  const century = Math.floor(parts.birthYear / 100) - 19;
  const sexDigit = century * 2 + (parts.sex === 'female' ? 1 : 0);
  const year = String(parts.birthYear % 100).padStart(2, '0');
  return `${parts.birthCode}${sexDigit}${year}000${String(parts.serial).padStart(3, '0')}`;
}
