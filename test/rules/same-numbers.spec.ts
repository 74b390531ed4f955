import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findSameNumbers } from '../../rules/records/same-numbers.ts';

describe('findSameNumbers', () => {
  it('groups rows as a plain search does', () => {
    const values = fc.array(
      fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(1310000123, 1310000124, 96396999999999)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(values, (list) => {
        const expected = [...new Set(list)]
          .filter((value) => value >= 0)
          .map((value) => list.flatMap((other, at) => (other === value ? [at] : [])))
          .filter((rows) => rows.length > 1);
        const byFirst = (a: number[], b: number[]) => (a[0] ?? 0) - (b[0] ?? 0);
        assert.deepEqual(findSameNumbers(Float64Array.from(list)).sort(byFirst), expected.sort(byFirst));
      }),
    );
  });
});
