import { type Citizen, inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import type { Claim } from '../../../server/population/population-adapter.ts';
import { type RegisterTraits, registerTraits } from '../../../server/population/simulator/register.ts';

export const SEED = 'kiem-thu';

let asked = 0;

/** A right claim about an invented person, with a request id of its own. */
export function claimOf(citizen: Citizen, changes: Partial<Claim> = {}): Claim {
  return {
    requestId: `yc-${++asked}`,
    unit: 'TN-THCS-01',
    officer: 'CB-01',
    purpose: 'Kiểm thử',
    citizenId: citizen.citizenId,
    fullName: citizen.fullName.toUpperCase(),
    birthDate: citizen.yearOnly ? { year: citizen.birthDate.year } : citizen.birthDate,
    sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
    province: citizen.province,
    ward: null,
    ...changes,
  };
}

/** The first person of the test world of whom the condition holds. Throws when nobody is. */
export function getCitizen(holds: (citizen: Citizen, traits: RegisterTraits) => boolean): Citizen {
  for (let index = 0; index < 10_000; index++) {
    const citizen = inventCitizen(SEED, index);
    if (holds(citizen, registerTraits(SEED, index))) return citizen;
  }
  throw new Error('the test world has no such person');
}

const plain = (citizen: Citizen, traits: RegisterTraits) =>
  !traits.doubled && citizen.cancelledId === null && !citizen.yearOnly;

export const PEOPLE = {
  plain: getCitizen((citizen, traits) => plain(citizen, traits) && traits.disclosure === 'fields'),
  foundOnly: getCitizen((citizen, traits) => plain(citizen, traits) && traits.disclosure === 'found-only'),
  doubled: getCitizen((_citizen, traits) => traits.doubled),
  renumbered: getCitizen(
    (citizen, traits) => citizen.cancelledId !== null && !traits.doubled && traits.disclosure === 'fields',
  ),
  yearOnly: getCitizen((citizen, traits) => citizen.yearOnly && !traits.doubled && traits.disclosure === 'fields'),
  toneInTwoPlaces: getCitizen((citizen, traits) => plain(citizen, traits) && /(^| )Hòa$/.test(citizen.fullName)),
} as const;

/** A number in the range that belongs to nobody. */
export const NUMBER_OF_NOBODY = `${PEOPLE.plain.citizenId.slice(0, 9)}990`;
