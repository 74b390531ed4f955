import { cellText } from '../../rules/cell.ts';
import { daysInMonth } from '../../rules/plain-date.ts';
import { nameKey } from '../../rules/text/name-key.ts';
import { SERIALS } from '../../server/population/people/citizen-number.ts';
import { HOME_PLACES } from '../../server/population/people/home-places.ts';
import { provinceLabel } from './clean-row.ts';
import type { DraftRow, PlantedFault } from './planted-fault.ts';

const BOTH = ['student', 'staff'] as const;
const byFields = (row: DraftRow) => row.traits.disclosure === 'fields';
const foundOnly = (row: DraftRow) => row.traits.disclosure === 'found-only';
const anyRow = () => true;

/** Rows that look right to every rule and that only the population service can find fault with, one outcome after the other. */
export const REGISTER_FAULTS: readonly PlantedFault[] = [
  {
    id: 'register.name-typo',
    kinds: BOTH,
    perThousand: 16,
    expects: 'differs',
    fits: byFields,
    plant: ({ citizen }) => ({ fullName: mistypedName(citizen.fullName) }),
  },
  {
    id: 'register.other-birth-date',
    kinds: BOTH,
    perThousand: 12,
    expects: 'differs',
    fits: byFields,
    plant: ({ citizen: { birthDate } }) => {
      const day =
        birthDate.day === daysInMonth(birthDate.year, birthDate.month) ? birthDate.day - 1 : birthDate.day + 1;
      return { birthDate: cellText({ kind: 'date', ...birthDate, day }) };
    },
  },
  {
    id: 'register.found-only-wrong-name',
    kinds: BOTH,
    perThousand: 10,
    expects: 'unconfirmed',
    fits: foundOnly,
    plant: ({ citizen }) => ({ fullName: mistypedName(citizen.fullName) }),
  },
  {
    id: 'register.number-of-nobody',
    kinds: BOTH,
    perThousand: 8,
    expects: 'no-such-number',
    fits: anyRow,
    plant: ({ citizen }, random) => ({
      citizenId: `${citizen.citizenId.slice(0, 9)}${SERIALS.nobody + random.below(SERIALS.nobodyLast - SERIALS.nobody + 1)}`,
    }),
  },
  {
    id: 'register.cancelled-number',
    kinds: BOTH,
    perThousand: 4,
    expects: 'superseded',
    isOddPerson: ({ cancelledId }) => cancelledId !== null,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: citizen.cancelledId }),
  },
  {
    id: 'register.doubled-number',
    kinds: BOTH,
    perThousand: 4,
    expects: 'too-many',
    isOddPerson: (_citizen, { doubled }) => doubled,
    fits: anyRow,
    plant: () => ({}),
  },
  {
    id: 'register.name-swapped',
    kinds: BOTH,
    perThousand: 8,
    expects: 'differs',
    fits: (row) => byFields(row) && row.citizen.fullName.split(' ').length >= 3,
    plant: ({ citizen }) => {
      const words = citizen.fullName.split(' ');
      return { fullName: [words.at(-1), ...words.slice(0, -1)].join(' ') };
    },
  },
  {
    id: 'register.other-province',
    kinds: BOTH,
    perThousand: 8,
    expects: 'differs',
    fits: byFields,
    plant: ({ citizen }, random) => {
      const elsewhere = random.pick(HOME_PLACES.filter((place) => place.province !== citizen.province));
      return { province: provinceLabel(elsewhere.province), ward: random.pick(elsewhere.wards) };
    },
  },
  {
    id: 'citizen-id.sex-disagrees',
    kinds: BOTH,
    perThousand: 6,
    expects: 'differs',
    fits: byFields,
    plant: ({ citizen }) => ({ sex: citizen.sex === 'male' ? 'Nữ' : 'Nam' }),
  },
  {
    id: 'register.wrong-digit-in-force',
    kinds: BOTH,
    perThousand: 3,
    expects: 'match',
    isOddPerson: ({ citizenId, sex }) => (Number(citizenId[3]) % 2 === 0) !== (sex === 'male'),
    fits: anyRow,
    plant: () => ({}),
  },
  {
    id: 'register.tone-placement',
    kinds: BOTH,
    perThousand: 8,
    expects: 'match-normalised',
    fits: ({ citizen }) => otherTonePlacement(citizen.fullName) !== citizen.fullName,
    plant: ({ citizen }) => ({ fullName: otherTonePlacement(citizen.fullName) }),
  },
  {
    id: 'birth-date.year-only',
    kinds: BOTH,
    perThousand: 6,
    expects: 'match-normalised',
    fits: anyRow,
    plant: ({ citizen }) => ({ birthDate: String(citizen.birthDate.year) }),
  },
];

/** Tones and the breve, horn and circumflex that a hurried finger leaves out, first to last. */
const LAST_MARK = /\p{M}(?=[^\p{M}]*$)/u;

/** A name with its last mark left out (*Thảo* → *Thao*); one without marks ends in a doubled letter. Never the same by key. */
export function mistypedName(name: string): string {
  const stripped = name.normalize('NFD').replace(LAST_MARK, '').normalize('NFC');
  return nameKey(stripped) === nameKey(name) ? `${name}${name.slice(-1)}` : stripped;
}

/** *Hòa* → *Hoà*, *Thúy* → *Thuý*: the other of the two ways to set the tone, the same to every reader. */
export function otherTonePlacement(name: string): string {
  return name
    .normalize('NFD')
    .replace(/(o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?![\p{L}\p{M}])/giu, '$1$3$2')
    .replace(/(?<!q)(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?![\p{L}\p{M}])/giu, '$1$3$2')
    .normalize('NFC');
}
