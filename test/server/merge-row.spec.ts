import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CellValue } from '../../rules/cell.ts';
import type { RawRow } from '../../rules/record.ts';
import { mergeRow } from '../../server/sync/merge-row.ts';

describe('merging a row', () => {
  const FIELDS = ['fullName', 'className', 'ward'] as const;
  const ALL = new Set<string>(FIELDS);
  const cell = fc.constantFrom<CellValue>(null, '', 'a', 'b', 'c', 7, { kind: 'date', year: 2012, month: 5, day: 1 });
  const row: fc.Arbitrary<RawRow> = fc.record(
    { fullName: cell, className: cell, ward: cell },
    { noNullPrototype: true },
  );
  const said = (value: CellValue | undefined) => value !== null && value !== undefined && value !== '';
  const same = (a: CellValue | undefined, b: CellValue | undefined) =>
    JSON.stringify(said(a) ? a : null) === JSON.stringify(said(b) ? b : null);

  it('loses no side’s change, and tells of every value that is not the pushed one', () => {
    fc.assert(
      fc.property(row, row, row, (mine, theirs, base) => {
        const { cells, differences } = mergeRow('student', { mine, theirs, base, columns: ALL });
        for (const field of FIELDS) {
          const told = differences.find((one) => one.field === field);
          const iChanged = !same(mine[field], base[field]);
          const theyChanged = !same(theirs[field], base[field]);
          const agree = same(mine[field], theirs[field]);
          assert.equal(told?.clash ?? false, iChanged && theyChanged && !agree, field);
          if (iChanged && !theyChanged) assert.ok(same(cells[field], mine[field]), field);
          if (theyChanged) assert.ok(same(cells[field], theirs[field]), field);
          assert.equal(told !== undefined, !same(cells[field], mine[field]), field);
        }
      }),
    );
  });

  it('without a base takes a blank for nothing known, and two values for a clash', () => {
    fc.assert(
      fc.property(row, row, (mine, theirs) => {
        const { cells, differences } = mergeRow('student', { mine, theirs, base: null, columns: ALL });
        for (const field of FIELDS) {
          const clash = said(mine[field]) && said(theirs[field]) && !same(mine[field], theirs[field]);
          assert.equal(differences.find((one) => one.field === field)?.clash ?? false, clash);
          if (!clash) assert.ok(same(cells[field], said(theirs[field]) ? theirs[field] : mine[field]), field);
          assert.ok(differences.every((one) => !('base' in one)));
        }
      }),
    );
  });

  it('leaves alone what the sheet has no column for, and never takes the clerk’s own remarks', () => {
    const theirs = { fullName: 'a', ward: 'b' };
    const mine = { fullName: 'c', note: 'riêng', ordinal: 3 };
    const { cells, differences } = mergeRow('student', { mine, theirs, base: theirs, columns: new Set(['fullName']) });
    assert.deepEqual([cells, differences], [{ fullName: 'c', ward: 'b' }, []]);
  });
});
