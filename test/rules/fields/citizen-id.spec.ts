import { strict as assert } from 'node:assert';
import { checkRows } from '../../../rules/check-rows.ts';
import { pupil, pupils, teacher } from '../../../rules/example-rows.ts';
import type { RuleExample } from '../../../rules/rule.ts';

const TODAY = { year: 2026, month: 11, day: 22 };

/** `code severity effect → fix (safe)` of every finding about the number of row 0. */
function findings({ kind, rows }: RuleExample): string[] {
  return checkRows(rows, { kind, today: TODAY })
    .filter((finding) => finding.field === 'citizenId' && finding.row === 0)
    .map(({ code, severity, effect, fix }) => {
      const change = fix ? ` → ${fix.changes[0]?.after}${fix.safe ? ' safe' : ''}` : '';
      return `${code.replace('citizen-id.', '')} ${severity} ${effect}${change}`;
    });
}

/** What the worked examples leave open; grade and class are chosen so that the age is usual. */
const boy = { sex: 'Nam', birthDate: '12/03/2010', className: '11A' } as const;
const CASES: readonly (readonly [string, RuleExample, readonly string[]])[] = [
  ['a year alone is enough to agree with', teacher({ citizenId: '087084000999', birthDate: '1984' }), []],
  [
    'a number whose sex does not agree is not safe',
    pupil({ sex: 'Nam', birthDate: '01/02/2008', className: '12A', citizenId: 79308000022 }),
    ['leading-zero-lost error unverifiable → 079308000022'],
  ],
  ['9 digits of a pupil over 14', pupil({ ...boy, citizenId: '012000345' }), ['old-9-digit query unverifiable']],
  ['8 digits', pupil({ ...boy, citizenId: 12000345 }), ['old-9-digit query unverifiable']],
  [
    '8 digits of text that begin with 0',
    pupil({ ...boy, citizenId: '01200345' }),
    ['not-12-digits error unverifiable'],
  ],
  ['7 digits', pupil({ ...boy, citizenId: 2000345 }), ['not-12-digits error unverifiable']],
  [
    'letters for digits that agree with nothing',
    pupil({ ...boy, citizenId: '0O1308OOOO55' }),
    ['not-12-digits error unverifiable'],
  ],
  ['twice', pupils([{ citizenId: '034310000765' }, { citizenId: '034310000765' }]), ['duplicate error unverifiable']],
  [
    'twice, but the other has left',
    pupils([{ citizenId: '034310000765' }, { citizenId: '034310000765', studentStatus: 'Thôi học kỳ 1' }]),
    ['duplicate query none'],
  ],
  [
    'a formula error',
    pupil({ citizenId: { kind: 'error', code: '#REF!' } }),
    ['sheet.formula-error error unverifiable'],
  ],
  ['waiting for a new number', pupil({ citizenId: null, citizenIdStatus: 'đang chờ cấp số mới' }), []],
  ['blank', pupil({ citizenId: null }), ['missing query unverifiable']],
];

describe('citizen numbers', () => {
  for (const [title, example, expected] of CASES) {
    it(title, () => assert.deepEqual(findings(example), expected));
  }

  it('names the other row of a doubled number', () => {
    const { rows } = pupils([{ citizenId: '034310000765' }, {}, { citizenId: '034 310 000 765' }]);
    const doubled = checkRows(rows, { kind: 'student', today: TODAY }).filter(
      ({ code }) => code === 'citizen-id.duplicate',
    );
    assert.deepEqual(
      doubled.map(({ row, rows: others }) => [row, others]),
      [
        [0, [2]],
        [2, [0]],
      ],
    );
  });

  it('judges the old card by the day of the check', () => {
    const { rows } = teacher({ citizenId: '012000345' });
    const on = (year: number, month: number, day: number) =>
      checkRows(rows, { kind: 'staff', today: { year, month, day } }).map(({ code }) => code);
    assert.deepEqual(on(2024, 12, 31), []);
    assert.deepEqual(on(2025, 1, 1), ['citizen-id.old-9-digit']);
  });
});
