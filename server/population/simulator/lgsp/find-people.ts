import { nameKey } from '../../../../rules/text/name-key.ts';
import { withoutMarks } from '../../../../rules/text/without-marks.ts';
import { compareBirths } from '../../matching/compare-births.ts';
import type { Citizen } from '../../people/invent-citizen.ts';
import type { ClaimBirthDate } from '../../population-adapter.ts';
import type { Register } from '../register.ts';

export interface LgspQuestion {
  readonly citizenId: string;
  readonly fullName: string;
  readonly birthDate: ClaimBirthDate;
}

/**
 * The people that a look-up returns: those filed under the number if name and birth date are those of one of them. Marks in the
 * name are not looked at: whether the real service looks at them is not known, and so the asking side has to.
 */
export function findPeople(register: Register, question: LgspQuestion): readonly Citizen[] {
  const hit = register.find(question.citizenId);
  if (hit.kind === 'none') return [];
  const people =
    hit.kind === 'cancelled'
      ? [hit.entry.citizen]
      : // Two people filed under one number are both shown with it.
        hit.entries.map(({ citizen }) => ({ ...citizen, citizenId: question.citizenId }));
  return people.some((person) => isMeant(person, question, plainName)) ? people : [];
}

/** Whether number, name and birth date belong together. A cancelled number belongs to nobody. */
export function isKnown(register: Register, question: LgspQuestion): boolean {
  const hit = register.find(question.citizenId);
  return hit.kind === 'found' && hit.entries.some(({ citizen }) => isMeant(citizen, question, nameKey));
}

function isMeant(citizen: Citizen, { fullName, birthDate }: LgspQuestion, key: (name: string) => string): boolean {
  return key(citizen.fullName) === key(fullName) && compareBirths(birthDate, birthOf(citizen)) !== 'differs';
}

/** What the register knows of it. */
export function birthOf({ birthDate, yearOnly }: Citizen): ClaimBirthDate {
  const { year, month, day } = birthDate;
  return yearOnly ? { year } : { year, month, day };
}

function plainName(name: string): string {
  return withoutMarks(nameKey(name));
}
