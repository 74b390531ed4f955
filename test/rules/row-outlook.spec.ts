import { strict as assert } from 'node:assert';
import { checkRows } from '../../rules/check-rows.ts';
import { pupil, pupils, teacher } from '../../rules/example-rows.ts';
import { findingsByRow } from '../../rules/findings-by-row.ts';
import { readRecord } from '../../rules/record-reading.ts';
import { rowOutlook } from '../../rules/row-outlook.ts';
import type { RuleExample } from '../../rules/rule.ts';

const TODAY = { year: 2026, month: 11, day: 22 };

/** What becomes of row 0: `stays`, or how it is verified, with `chưa đủ` where something is wrong or missing. */
function outlook({ kind, rows }: RuleExample): string {
  const findings = findingsByRow(checkRows(rows, { kind, today: TODAY })).get(0) ?? [];
  const result = rowOutlook(kind, rows[0] ?? {}, findings);
  if (!result.goes) return 'stays';
  return result.incomplete ? `${result.verify}, incomplete` : result.verify;
}

const CASES: readonly (readonly [string, RuleExample, string])[] = [
  ['a faultless pupil', pupil({}), 'yes'],
  ['a faultless teacher', teacher({}), 'yes'],
  ['no name', pupil({ fullName: null }), 'stays'],
  ['a name without letters', pupil({ fullName: '12345' }), 'stays'],
  ['a formula error for a name', pupil({ fullName: { kind: 'error', code: '#REF!' } }), 'stays'],
  ['a name and nothing else', pupil({ birthDate: null, citizenId: null, ministryId: null }), 'stays'],
  ['a name and a ministry id', pupil({ birthDate: null, citizenId: null }), 'unverifiable, incomplete'],
  ['no number', pupil({ citizenId: null }), 'unverifiable, incomplete'],
  ['no number, reason given', pupil({ citizenId: null, citizenIdStatus: 'Chưa có số' }), 'unverifiable, incomplete'],
  ['a lost zero', pupil({ citizenId: 1310000123 }), 'unverifiable, incomplete'],
  ['separators', pupil({ citizenId: '001.310.000.123' }), 'yes'],
  ['a number of wrong structure', pupil({ sex: 'Nam' }), 'yes'],
  ['an impossible day', pupil({ birthDate: '31/02/2010' }), 'unverifiable, incomplete'],
  ['a birth date to come', pupil({ birthDate: '12/03/2030' }), 'unverifiable, incomplete'],
  ['year only', pupil({ birthDate: '2010' }), 'yes'],
  ['a bare serial', pupil({ birthDate: 40249 }), 'yes'],
  [
    'a doubled number',
    pupils([{ citizenId: '001310000123' }, { citizenId: '001310000123' }]),
    'unverifiable, incomplete',
  ],
  ['no ward', pupil({ ward: null }), 'yes, incomplete'],
  ['an unknown ethnic group', pupil({ ethnicity: 'Cao Lan' }), 'yes, incomplete'],
  ['a digit in the name', pupil({ fullName: 'Nguyễn Thị Mai 2' }), 'yes, incomplete'],
  ['a foreigner', pupil({ nationality: 'Lào', citizenId: null, passport: 'PA0000123' }), 'not-applicable'],
  [
    'a foreigner by ethnic group',
    pupil({ nationality: null, ethnicity: 'Người nước ngoài', citizenId: null, passport: 'PA0000123' }),
    'not-applicable',
  ],
  ['an exam code', pupil({ citizenId: null, passport: 'HN23AB000123' }), 'not-applicable'],
  ['a number in the passport column', pupil({ citizenId: null, passport: '001310000123' }), 'unverifiable, incomplete'],
  ['a pupil who left', pupil({ studentStatus: 'Chuyển đi kỳ 1' }), 'not-applicable'],
  ['a retired teacher', teacher({ staffStatus: 'Đã nghỉ hưu' }), 'not-applicable'],
  ['a teacher about to retire', teacher({ staffStatus: 'Chờ nghỉ hưu' }), 'yes'],
];

describe('rowOutlook', () => {
  for (const [title, example, expected] of CASES) {
    it(`${title}: ${expected}`, () => assert.equal(outlook(example), expected));
  }
});

describe('readRecord', () => {
  it('reads a row as the rules understand it', () => {
    const [row = {}] = pupil({
      fullName: ' NGUYỄN  THỊ\u00a0MAI'.normalize('NFD'),
      sex: 'nữ',
      citizenId: '001 310 000 123',
      birthDate: '3/2010',
      nationality: null,
      province: 'tỉnh Bắc Giang',
    }).rows;
    const reading = readRecord('student', row);
    assert.equal(reading.fullName, 'NGUYỄN THỊ MAI');
    assert.equal(reading.nameKey, readRecord('student', { fullName: 'Nguyễn Thị Mai' }).nameKey);
    assert.equal(reading.sex, 'Nữ');
    assert.equal(reading.citizenId, '001310000123');
    assert.deepEqual(reading.birthDate, { year: 2010, month: 3 });
    assert.deepEqual([reading.nationality, reading.foreign], ['Việt Nam', false]);
    assert.deepEqual([reading.provinceName, reading.provinceToday], ['Bắc Giang', 'Bắc Ninh']);
  });

  it('guesses nothing', () => {
    const reading = readRecord('student', {
      citizenId: 1310000123,
      sex: 'x',
      nationality: 'Kinh',
      passport: 'không',
      province: 'Hà Đông',
    });
    for (const field of [
      'citizenId',
      'sex',
      'birthDate',
      'nationality',
      'passport',
      'provinceName',
      'status',
    ] as const) {
      assert.equal(reading[field], null, field);
    }
    assert.equal(reading.fullName, '');
    assert.equal(reading.foreign, false);
  });
});
