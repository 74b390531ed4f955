import { randomInt } from 'node:crypto';

/** Values that a register holds and no row can lead to. New ones in every run. */
export interface Canaries {
  readonly name: string;
  /** ISO; a day on which nobody else was born. */
  readonly birthDate: string;
  readonly ward: string;
  readonly father: string;
  readonly mother: string;
  readonly fatherNumber: string;
  readonly motherNumber: string;
}

/** People of the register; the first of them are the pupils of the run. */
export const CANARY_CITIZENS = 500;

/** In what the register disagrees with a pupil's row, in turn. */
const ROLES = ['nothing', 'name', 'birth date', 'residence', 'sex'] as const;
export type CanaryRole = (typeof ROLES)[number];

export function canaryRole(index: number): CanaryRole {
  return ROLES[index % ROLES.length] ?? 'nothing';
}

/** Marks and tones of every kind, so that each way of writing them differs. */
const VOWELS = ['ươ', 'ệ', 'ữ', 'ằ', 'ỹ', 'ỗ', 'ỉ', 'ấ'];
const CONSONANTS = ['đ', 'kx', 'zj', 'vq', 'wr', 'fz', 'jx', 'qz'];

export function inventCanaries(): Canaries {
  const pick = (list: readonly string[]) => list[randomInt(list.length)] ?? '';
  const syllable = () => pick(CONSONANTS) + pick(VOWELS) + pick(CONSONANTS);
  const word = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const name = () => `${word(syllable() + syllable())} ${word(syllable())}`;
  const number = () => `9${Array.from({ length: 11 }, () => randomInt(10)).join('')}`;
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    name: name(),
    birthDate: `18${randomInt(10, 60)}-${two(randomInt(1, 13))}-${two(randomInt(1, 29))}`,
    ward: `Xã ${name()}`,
    father: name(),
    mother: name(),
    fatherNumber: number(),
    motherNumber: number(),
  };
}

/** What is looked for: the values, the day in every form that a program writes and chance does not. */
export function canaryTexts({ birthDate, ...texts }: Canaries): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const days = [
    birthDate,
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}-${month}-${year}`,
  ];
  return [
    ...Object.values(texts),
    ...days,
    `${year}${month}${day}`,
    `"year":${year},"month":${Number(month)},"day":${Number(day)}`,
  ];
}
