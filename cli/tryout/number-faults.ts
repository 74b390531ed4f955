import type { DraftRow, PlantedFault } from './planted-fault.ts';

const BOTH = ['student', 'staff'] as const;
const anyRow = () => true;
const grouped = (id: string, mark: string) => [id.slice(0, 3), id.slice(3, 6), id.slice(6, 9), id.slice(9)].join(mark);

/** Ways in which the number column goes wrong, as they are found in real files. */
export const NUMBER_FAULTS: readonly PlantedFault[] = [
  {
    // First, so that the shortest roster has somebody who is not asked about.
    id: 'legal.foreigner',
    kinds: BOTH,
    perThousand: 8,
    expects: 'not-applicable',
    fits: anyRow,
    plant: (row, random) => foreigner(row, random.below(FOREIGNERS.length), random.below(1_000)),
  },
  {
    // A number typed into a General cell: Excel drops the zero that every number begins with.
    id: 'citizen-id.leading-zero-lost',
    kinds: BOTH,
    perThousand: 24,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: Number(citizen.citizenId) }),
  },
  {
    id: 'citizen-id.separators',
    kinds: BOTH,
    perThousand: 12,
    fits: anyRow,
    plant: ({ citizen }, random) => ({ citizenId: grouped(citizen.citizenId, random.pick([' ', '.', '-'])) }),
  },
  {
    id: 'citizen-id.letters-for-digits',
    kinds: BOTH,
    perThousand: 6,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: citizen.citizenId.replaceAll('0', 'O') }),
  },
  {
    id: 'citizen-id.not-12-digits',
    kinds: BOTH,
    perThousand: 6,
    fits: anyRow,
    plant: ({ citizen: { citizenId } }) => ({ citizenId: citizenId.slice(0, 8) + citizenId.slice(9) }),
  },
  {
    id: 'citizen-id.digits-lost',
    kinds: BOTH,
    perThousand: 4,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: Number(citizen.citizenId).toExponential(4).replace('e', 'E') }),
  },
  {
    id: 'citizen-id.dummy',
    kinds: BOTH,
    perThousand: 4,
    fits: anyRow,
    plant: (_row, random) => ({ citizenId: random.pick(['000000000000', '123456789012', '111111111111']) }),
  },
  {
    // CMND, as an old file still has it.
    id: 'citizen-id.old-9-digit',
    kinds: ['staff'],
    perThousand: 8,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: citizen.citizenId.slice(-9) }),
  },
  {
    id: 'citizen-id.missing',
    kinds: BOTH,
    perThousand: 8,
    fits: anyRow,
    plant: () => ({ citizenId: null }),
  },
  {
    // Legal: the reason is given.
    id: 'legal.number-awaited',
    kinds: ['student'],
    perThousand: 6,
    fits: anyRow,
    plant: () => ({ citizenId: null, citizenIdStatus: 'Chưa có số' }),
  },
  {
    id: 'citizen-id.duplicate',
    copiesNeighbour: true,
    kinds: BOTH,
    perThousand: 4,
    fits: anyRow,
    plant: (_row, _random, neighbour) => ({ citizenId: neighbour.values.citizenId }),
  },
  {
    id: 'person.duplicate',
    copiesNeighbour: true,
    kinds: ['student'],
    perThousand: 3,
    fits: anyRow,
    plant: (_row, _random, { values }) => ({
      fullName: values.fullName,
      birthDate: values.birthDate,
      sex: values.sex,
      ethnicity: values.ethnicity,
      className: values.className,
      citizenId: null,
    }),
  },
  {
    id: 'passport.looks-like-citizen-id',
    kinds: BOTH,
    perThousand: 4,
    fits: anyRow,
    plant: ({ citizen }) => ({ citizenId: null, passport: citizen.citizenId }),
  },
  {
    // Twelve characters that the exam system made up (circular of Hải Phòng, 2023).
    id: 'passport.temporary-code',
    kinds: ['student'],
    perThousand: 6,
    expects: 'not-applicable',
    fits: anyRow,
    plant: (_row, random) => ({
      citizenId: null,
      passport: `TS26T${String(random.below(10_000_000)).padStart(7, '0')}`,
    }),
  },
  {
    id: 'citizen-id.not-for-foreigner',
    kinds: BOTH,
    perThousand: 3,
    expects: 'not-applicable',
    fits: anyRow,
    plant: () => ({ nationality: 'Lào', ethnicity: 'Người nước ngoài' }),
  },
];

const FOREIGNERS = [
  { nationality: 'Hàn Quốc', male: 'Kim Min Jun', female: 'Lee Seo Yeon', passport: 'M99000' },
  { nationality: 'Lào', male: 'Bounmy Sengdara', female: 'Noy Phommachanh', passport: 'PA0990' },
  { nationality: 'Nhật Bản', male: 'Sato Haruto', female: 'Tanaka Yui', passport: 'TZ9900' },
] as const;

function foreigner({ citizen }: DraftRow, which: number, serial: number) {
  const person = FOREIGNERS[which % FOREIGNERS.length] ?? FOREIGNERS[0];
  return {
    fullName: person[citizen.sex],
    nationality: person.nationality,
    ethnicity: 'Người nước ngoài',
    citizenId: null,
    passport: `${person.passport}${String(serial).padStart(3, '0')}`,
  };
}
