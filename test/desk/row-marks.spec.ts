import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingMarks, formatRowMarks, mergeMarks, NO_MARKS, readRowMarks, statusMarks } from '../../desk/row-marks.ts';
import type { Finding } from '../../rules/finding.ts';
import { getLayout } from '../../templates/layouts.ts';
import { MARK, markPosition } from '../../templates/marks.ts';

describe('row marks', () => {
  const layout = getLayout('student');
  const finding = (part: Partial<Finding>): Finding => ({
    code: 'sex.not-in-list',
    severity: 'error',
    effect: 'none',
    row: 0,
    field: 'sex',
    value: '',
    params: {},
    ...part,
  });

  it('gives back what it was given', () => {
    const marks = fc
      .array(fc.tuple(fc.constantFrom(...layout.columns.map((column) => column.id)), fc.constantFrom(...'EQNDVW')))
      .map((pairs) => new Map(pairs) as ReturnType<typeof readRowMarks>['marks']);
    const fingerprint = fc.option(fc.constantFrom('012345678901', '999999999999'));
    const hash = fc.option(fc.constantFrom('0123456789abcdef', 'ffffffffffffffff'));
    const seenRow = fc.option(
      fc.record(
        {
          revision: fc.integer({ min: 1, max: 99_999 }),
          content: fc.option(fc.constantFrom('0', '18446744073709551615')),
        },
        { noNullPrototype: true },
      ),
    );
    fc.assert(
      fc.property(marks, hash, fingerprint, seenRow, (map, claimHash, whose, seen) => {
        const text = formatRowMarks(layout, { marks: map, claimHash, fingerprint: whose, seen });
        const isAlone = map.size === 0 && claimHash === null;
        assert.ok(!/[a-z]/i.test(text.slice(0, layout.columns.length).replace(/[.EQNDVW]/g, '')), text);
        assert.equal(!/^[.EQNDVW]/.test(text), isAlone, 'what is alone stays short');
        const known = whose === null ? null : seen;
        assert.deepEqual(readRowMarks(layout, text), { marks: map, claimHash, fingerprint: whose, seen: known });
      }),
    );
  });

  it('leaves every mark at its place in front of the claim, where the conditional formats look', () => {
    const marks = new Map([['verdict', MARK.verified] as const]);
    const text = formatRowMarks(layout, { marks, claimHash: '0123456789abcdef', fingerprint: null, seen: null });
    assert.equal(text.charAt(markPosition(layout, 'verdict') - 1), 'V');
    assert.equal(formatRowMarks(layout, { marks: NO_MARKS, claimHash: null, fingerprint: null, seen: null }), '');
  });

  it('takes nothing from a text that is not of this layout', () => {
    for (const text of ['', 'EEE', 'chữ của ai đó', '.....#0123456789abcdef']) {
      assert.deepEqual(readRowMarks(layout, text), { marks: NO_MARKS, claimHash: null, fingerprint: null, seen: null });
    }
  });

  it('marks the cell of a finding, the name for one of a whole row, each row of one of a column', () => {
    const marks = findingMarks([
      finding({}),
      finding({ severity: 'note' }),
      finding({ row: 1, field: null, severity: 'query' }),
      finding({ row: null, field: 'nationality', severity: 'note', rows: [0, 2] }),
      finding({ row: null, field: null }),
    ]);
    assert.deepEqual(
      [...marks].map(([row, map]) => [row, Object.fromEntries(map)]),
      [
        [0, { sex: 'E', nationality: 'N' }],
        [1, { fullName: 'Q' }],
        [2, { nationality: 'N' }],
      ],
    );
  });

  it('marks what differs, and what is verified or waits, and gives no colour to a row that could not be asked', () => {
    const facts = {
      transport: 'answered',
      outcome: 'differs',
      compared: [],
      flags: ['differs.residence'],
      step: null,
    } as const;
    assert.deepEqual(Object.fromEntries(statusMarks(facts)), { verdict: 'D', province: 'D', ward: 'D' });
    for (const transport of ['closed-hours', 'throttled', 'unreachable', 'refused-config'] as const) {
      const marks = statusMarks({ transport, outcome: null, compared: [], flags: [], step: null });
      assert.deepEqual(Object.fromEntries(marks), { verdict: 'W' });
    }
  });

  it('shows the gravest of several marks', () => {
    const merged = mergeMarks(
      new Map([
        ['fullName', MARK.error],
        ['sex', MARK.query],
      ]),
      new Map([
        ['fullName', MARK.differs],
        ['sex', MARK.differs],
      ]),
    );
    assert.deepEqual(Object.fromEntries(merged), { fullName: 'E', sex: 'D' });
  });
});
