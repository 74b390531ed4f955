import assert from 'node:assert/strict';
import type { Comparison, Identity } from '../../../server/population/matching/match-record.ts';
import type { Citizen } from '../../../server/population/people/invent-citizen.ts';
import { compareClaim } from '../../../server/population/simulator/compare-claim.ts';
import type { Register, RegisterEntry } from '../../../server/population/simulator/register.ts';

const HOA: Citizen = {
  index: 0,
  citizenId: '024210000001',
  cancelledId: '024310000961',
  fullName: 'Nguyễn Đức Hòa',
  birthDate: { year: 2010, month: 3, day: 12 },
  yearOnly: false,
  sex: 'male',
  ethnicity: 'Kinh',
  province: 'Bắc Ninh',
  ward: 'Phường Bắc Giang',
};
const HEN: Citizen = {
  ...HOA,
  index: 1,
  citizenId: '066384000002',
  cancelledId: null,
  fullName: "H'Hen Niê",
  yearOnly: true,
  sex: 'female',
  province: 'Đắk Lắk',
};

const entry = (citizen: Citizen, disclosure: RegisterEntry['disclosure'] = 'fields'): RegisterEntry => ({
  citizen,
  disclosure,
});

/** 001: by fields · 002: found only · 003: two entries · 004: only the year is known · 961: cancelled. */
const REGISTER: Pick<Register, 'find'> = {
  find(citizenId) {
    switch (citizenId.slice(-3)) {
      case '001':
        return { kind: 'found', entries: [entry(HOA)] };
      case '002':
        return { kind: 'found', entries: [entry({ ...HOA, citizenId }, 'found-only')] };
      case '003':
        return { kind: 'found', entries: [entry({ ...HOA, citizenId }), entry({ ...HEN, citizenId })] };
      case '004':
        return { kind: 'found', entries: [entry({ ...HEN, citizenId })] };
      case '961':
        return { kind: 'cancelled', entry: entry(HOA) };
      default:
        return { kind: 'none' };
    }
  },
};

const CLAIM: Identity = {
  citizenId: '024210000001',
  fullName: 'NGUYỄN ĐỨC HÒA',
  birthDate: { year: 2010, month: 3, day: 12 },
  sex: 'Nam',
  province: 'Bắc Ninh',
  ward: null,
};
const FOUND_ONLY = '024210000002';
const HEN_CLAIM: Partial<Identity> = {
  citizenId: '066384000004',
  fullName: "H'HEN NIÊ",
  sex: 'Nữ',
  province: 'Đắk Lắk',
};

const TRIPLE = ['citizenId', 'fullName', 'birthDate'] as const;
const ALL = [...TRIPLE, 'sex', 'residence'] as const;

/** What is claimed otherwise than the truth → outcome, flags, compared. */
const TABLE: readonly [
  string,
  Partial<Identity>,
  Comparison['outcome'],
  Comparison['flags'],
  Comparison['compared'],
][] = [
  ['everything right', {}, 'match', [], ALL],
  ['lower case', { fullName: 'nguyễn đức hòa' }, 'match', [], ALL],
  ['decomposed letters', { fullName: CLAIM.fullName.normalize('NFD') }, 'match', [], ALL],
  ['the tone in its other place', { fullName: 'NGUYỄN ĐỨC HOÀ' }, 'match-normalised', [], ALL],
  ['a look-alike Ð', { fullName: 'NGUYỄN ÐỨC HÒA' }, 'match-normalised', [], ALL],
  ['spaces', { fullName: 'NGUYỄN  ĐỨC\u00a0HÒA ' }, 'match-normalised', [], ALL],
  ['the year alone', { birthDate: { year: 2010 } }, 'match-normalised', ['yearOnlyBirth'], ALL],
  ['sex not asked', { sex: null }, 'match', [], [...TRIPLE, 'residence']],
  ['residence not asked', { province: null }, 'match', [], [...TRIPLE, 'sex']],
  ['a province that went into today’s', { province: 'Bắc Giang' }, 'match', [], ALL],
  ['the province with its kind', { province: 'Tỉnh Bắc Ninh' }, 'match', [], ALL],
  ['a province nobody knows', { province: 'Bắc Nình Bình' }, 'match', [], [...TRIPLE, 'sex']],

  ['another name', { fullName: 'NGUYỄN ĐỨC HẢI' }, 'differs', ['differs.name'], ALL],
  ['a name without its tone', { fullName: 'NGUYỄN ĐỨC HOA' }, 'differs', ['differs.name'], ALL],
  ['the given name first', { fullName: 'HÒA NGUYỄN ĐỨC' }, 'differs', ['differs.name', 'nameSwapped'], ALL],
  ['the family name last', { fullName: 'ĐỨC HOÀ NGUYỄN' }, 'differs', ['differs.name', 'nameSwapped'], ALL],
  ['another day', { birthDate: { year: 2010, month: 3, day: 13 } }, 'differs', ['differs.birthDate'], ALL],
  ['day and month swapped', { birthDate: { year: 2010, month: 12, day: 3 } }, 'differs', ['differs.birthDate'], ALL],
  ['another year alone', { birthDate: { year: 2009 } }, 'differs', ['differs.birthDate'], ALL],
  ['another sex', { sex: 'Nữ' }, 'differs', ['differs.sex'], ALL],
  ['another province', { province: 'Hà Nội' }, 'differs', ['differs.residence'], ALL],
  [
    'everything but the number',
    { fullName: 'TRẦN THỊ LAN', birthDate: { year: 2011, month: 1, day: 1 }, sex: 'Nữ', province: 'Huế' },
    'differs',
    ['differs.name', 'differs.birthDate', 'differs.sex', 'differs.residence'],
    ALL,
  ],

  ['a year that is all the register has', { ...HEN_CLAIM }, 'match-normalised', ['yearOnlyBirth'], ALL],
  [
    'a year that is all the register has, and another',
    { ...HEN_CLAIM, birthDate: { year: 1983 } },
    'differs',
    ['differs.birthDate'],
    ALL,
  ],

  ['found only, all right', { citizenId: FOUND_ONLY }, 'match', [], TRIPLE],
  ['found only, tone', { citizenId: FOUND_ONLY, fullName: 'NGUYỄN ĐỨC HOÀ' }, 'match-normalised', [], TRIPLE],
  [
    'found only, the year alone',
    { citizenId: FOUND_ONLY, birthDate: { year: 2010 } },
    'match-normalised',
    ['yearOnlyBirth'],
    TRIPLE,
  ],
  ['found only, another name', { citizenId: FOUND_ONLY, fullName: 'HÒA NGUYỄN ĐỨC' }, 'unconfirmed', [], TRIPLE],
  [
    'found only, another day',
    { citizenId: FOUND_ONLY, birthDate: { year: 2010, month: 3, day: 1 } },
    'unconfirmed',
    [],
    TRIPLE,
  ],
  ['found only, another sex and province', { citizenId: FOUND_ONLY, sex: 'Nữ', province: 'Huế' }, 'match', [], TRIPLE],

  ['a number of nobody', { citizenId: '024210000990' }, 'no-such-number', [], ['citizenId']],
  ['a number of two', { citizenId: '024210000003' }, 'too-many', [], ['citizenId']],
  [
    'a number of two, and a name of neither',
    { citizenId: '024210000003', fullName: 'AI ĐÓ' },
    'too-many',
    [],
    ['citizenId'],
  ],
  ['the cancelled number', { citizenId: '024310000961' }, 'superseded', [], TRIPLE],
  [
    'the cancelled number, the year alone',
    { citizenId: '024310000961', birthDate: { year: 2010 } },
    'superseded',
    [],
    TRIPLE,
  ],
  [
    'the cancelled number of somebody else',
    { citizenId: '024310000961', fullName: 'AI ĐÓ' },
    'unconfirmed',
    [],
    TRIPLE,
  ],
];

describe('comparing a claim with the register', () => {
  for (const [title, changes, outcome, flags, compared] of TABLE) {
    it(`${title}: ${outcome}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}`, () => {
      assert.deepEqual(compareClaim(REGISTER, { ...CLAIM, ...changes }), {
        outcome,
        compared: [...compared],
        flags: [...flags],
      });
    });
  }
});
