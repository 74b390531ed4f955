import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMPARED_FIELDS, FLAGS, OUTCOMES } from '../../../../contract/verdict.ts';
import type { UnitCode } from '../../../../rules/codes/place-table.ts';
import {
  type Comparison,
  type Identity,
  matchRecord,
  type RegisterRecord,
} from '../../../../server/population/matching/match-record.ts';

const ward = (code: string): UnitCode => ({ era: '2025-07', code });
const parts = (given: string) => ({ family: '', middle: '', given });

const CLAIM: Identity = {
  citizenId: '024210000001',
  fullName: 'NGUYỄN ĐỨC HÒA',
  birthDate: { year: 2010, month: 3, day: 12 },
  sex: 'Nam',
  province: 'Bắc Giang',
  ward: ward('07210'),
};
const RECORD: RegisterRecord = {
  citizenId: '024210000001',
  name: { family: 'NGUYỄN', middle: 'ĐỨC', given: 'HÒA' },
  birthDate: { year: 2010, month: 3, day: 12 },
  sex: 'Nam',
  residence: { province: 'Bắc Ninh', ward: ward('07210') },
};

const TRIPLE = ['citizenId', 'fullName', 'birthDate'] as const;
const ALL = [...TRIPLE, 'sex', 'residence'] as const;

type Row = readonly [
  title: string,
  claim: Partial<Identity>,
  record: Partial<RegisterRecord>,
  outcome: Comparison['outcome'],
  flags: Comparison['flags'],
  compared: Comparison['compared'],
];

const TABLE: readonly Row[] = [
  ['everything right, in codes of today for a name of before', {}, {}, 'match', [], ALL],
  ['the whole name in one part', {}, { name: parts('NGUYỄN ĐỨC HÒA') }, 'match', [], ALL],
  ['the tone in its other place', {}, { name: parts('NGUYỄN ĐỨC HOÀ') }, 'match-normalised', [], ALL],
  ['the year alone in the claim', { birthDate: { year: 2010 } }, {}, 'match-normalised', ['yearOnlyBirth'], ALL],
  ['the year alone in the record', {}, { birthDate: { year: 2010 } }, 'match-normalised', ['yearOnlyBirth'], ALL],
  ['no sex in the record', {}, { sex: null }, 'match', [], [...TRIPLE, 'residence']],
  ['no residence in the record', {}, { residence: null }, 'match', [], [...TRIPLE, 'sex']],
  ['no commune in the claim', { ward: null }, {}, 'match', [], ALL],
  ['no commune in the record', {}, { residence: { province: 'Bắc Ninh', ward: null } }, 'match', [], ALL],
  ['an unclear commune in the claim', { ward: 'unclear' }, {}, 'match', [], [...TRIPLE, 'sex']],
  [
    'an unclear commune in the record',
    {},
    { residence: { province: 'Bắc Ninh', ward: 'unclear' } },
    'match',
    [],
    [...TRIPLE, 'sex'],
  ],
  ['an unknown province in the claim', { province: 'Bắc Nình' }, {}, 'match', [], [...TRIPLE, 'sex']],
  ['the record without a number', {}, { citizenId: null }, 'match', [], ALL],

  ['another name', {}, { name: parts('NGUYỄN ĐỨC HOA') }, 'differs', ['differs.name'], ALL],
  ['the order of the name', {}, { name: parts('HÒA NGUYỄN ĐỨC') }, 'differs', ['differs.name', 'nameSwapped'], ALL],
  ['a middle name more', {}, { name: parts('NGUYỄN VĂN ĐỨC HÒA') }, 'differs', ['differs.name'], ALL],
  ['another day', {}, { birthDate: { year: 2010, month: 3, day: 13 } }, 'differs', ['differs.birthDate'], ALL],
  ['another sex', {}, { sex: 'Nữ' }, 'differs', ['differs.sex'], ALL],
  [
    'another commune',
    {},
    { residence: { province: 'Bắc Ninh', ward: ward('07228') } },
    'differs',
    ['differs.residence'],
    ALL,
  ],
  [
    'another province, whatever the commune',
    { ward: 'unclear' },
    { residence: { province: 'Huế', ward: 'unclear' } },
    'differs',
    ['differs.residence'],
    ALL,
  ],
  [
    'everything but the number',
    {},
    {
      name: parts('LÒ THỊ PẢN'),
      birthDate: { year: 1983 },
      sex: 'Nữ',
      residence: { province: 'Sơn La', ward: null },
    },
    'differs',
    ['differs.name', 'differs.birthDate', 'differs.sex', 'differs.residence'],
    ALL,
  ],

  ['a record without marks', {}, { name: parts('NGUYEN DUC HOA') }, 'unconfirmed', [], ALL.filter(isNot('fullName'))],
  ['a record without a name', {}, { name: parts(' ') }, 'unconfirmed', [], ALL.filter(isNot('fullName'))],
  ['a record without a birth date', {}, { birthDate: null }, 'unconfirmed', [], ALL.filter(isNot('birthDate'))],
  [
    'a record without a name, and another sex',
    {},
    { name: parts(''), sex: 'Nữ' },
    'differs',
    ['differs.sex'],
    ALL.filter(isNot('fullName')),
  ],

  ['a newer number', {}, { citizenId: '024310000961' }, 'superseded', [], TRIPLE],
  ['a newer number, the rest unlike', {}, { citizenId: '024310000961', sex: 'Nữ' }, 'superseded', [], TRIPLE],
  ["somebody else's number", {}, { citizenId: '024310000961', name: parts('LÒ THỊ PẢN') }, 'unconfirmed', [], TRIPLE],
  [
    'a newer number, and no birth date to know the person by',
    {},
    { citizenId: '024310000961', birthDate: null },
    'unconfirmed',
    [],
    ['citizenId', 'fullName'],
  ],
];

function isNot(field: string) {
  return (other: string) => other !== field;
}

const birth = fc.record({
  year: fc.integer({ min: 1900, max: 2026 }),
  month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
});
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('', 'LÒ THỊ PẢN', 'LO THI PAN'));
const anyWard = fc.oneof(
  fc.constantFrom('unclear' as const, null),
  fc.string({ maxLength: 5 }).map((code) => ward(code)),
);
const anyClaim: fc.Arbitrary<Identity> = fc.record({
  citizenId: fc.constantFrom('024210000001', '024310000961'),
  fullName: text,
  birthDate: birth,
  sex: fc.constantFrom('Nam', 'Nữ', null),
  province: fc.oneof(text, fc.constantFrom('Huế', null)),
  ward: anyWard,
});
const anyRecord: fc.Arbitrary<RegisterRecord> = fc.record({
  citizenId: fc.constantFrom('024210000001', null),
  name: fc.record({ family: text, middle: text, given: text }),
  birthDate: fc.option(birth),
  sex: fc.constantFrom('Nam', 'Nữ', null),
  residence: fc.option(fc.record({ province: fc.oneof(text, fc.constant('Huế')), ward: anyWard })),
});

describe('matching a claim with a record', () => {
  for (const [title, claim, record, outcome, flags, compared] of TABLE) {
    it(`${title}: ${outcome}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}`, () => {
      assert.deepEqual(matchRecord({ ...CLAIM, ...claim }, { ...RECORD, ...record }), {
        outcome,
        compared: [...compared],
        flags: [...flags],
      });
    });
  }

  it('answers any claim and any record, in words of the contract and nothing else', () => {
    fc.assert(
      fc.property(anyClaim, anyRecord, (claim, record) => {
        const result = matchRecord(claim, record);
        assert.deepEqual(Object.keys(result).sort(), ['compared', 'flags', 'outcome']);
        assert.ok(OUTCOMES.includes(result.outcome));
        assert.ok(result.compared.every((field) => COMPARED_FIELDS.includes(field)));
        assert.ok(result.flags.every((flag) => FLAGS.includes(flag)));
      }),
    );
  });

  it('says that something differs exactly when a flag names it, and only of what was compared', () => {
    const fieldOf = { name: 'fullName', birthDate: 'birthDate', sex: 'sex', residence: 'residence' } as const;
    fc.assert(
      fc.property(anyClaim, anyRecord, (claim, record) => {
        const { outcome, compared, flags } = matchRecord(claim, record);
        const different = Object.entries(fieldOf).filter(([field]) =>
          flags.some((flag) => flag === `differs.${field}`),
        );
        assert.equal(outcome === 'differs', different.length > 0);
        for (const [, field] of different) assert.ok(compared.includes(field));
        if (outcome.startsWith('match')) for (const field of TRIPLE) assert.ok(compared.includes(field));
      }),
    );
  });

  it('lets no part of a record out: canaries that stand in no claim stand in no answer', () => {
    const canary = fc
      .string({ unit: fc.constantFrom(...'QXZẮỘỮ7'), minLength: 3, maxLength: 12 })
      .filter((value) => !/^7+$/.test(value));
    fc.assert(
      fc.property(anyClaim, fc.array(canary, { minLength: 6, maxLength: 6 }), birth, (claim, values, birthDate) => {
        const [family = '', middle = '', given = '', province = '', code = '', number = ''] = values;
        const year = 70_000 + birthDate.year;
        const record: RegisterRecord = {
          citizenId: number,
          name: { family, middle, given },
          birthDate: { ...birthDate, year },
          sex: 'Nam',
          residence: { province, ward: ward(code) },
        };
        for (const told of [record, { ...record, citizenId: claim.citizenId }]) {
          const answer = JSON.stringify(matchRecord(claim, told));
          for (const value of [...values, String(year)])
            for (let at = 0; at + 2 <= value.length; at++) assert.ok(!answer.includes(value.slice(at, at + 2)));
        }
      }),
    );
  });
});
