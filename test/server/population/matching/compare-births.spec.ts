import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareBirths } from '../../../../server/population/matching/compare-births.ts';

const MARCH_12 = { year: 2010, month: 3, day: 12 };

describe('comparing births', () => {
  it('finds the same day, a year alone on either side, and nothing between', () => {
    assert.equal(compareBirths(MARCH_12, { ...MARCH_12 }), 'same');
    assert.equal(compareBirths({ year: 2010 }, MARCH_12), 'year-only');
    assert.equal(compareBirths(MARCH_12, { year: 2010 }), 'year-only');
    assert.equal(compareBirths({ year: 2010 }, { year: 2010 }), 'year-only');
    for (const other of [
      { year: 2010, month: 3, day: 13 },
      { year: 2010, month: 4, day: 12 },
      { year: 2010, month: 12, day: 3 },
      { year: 2011, month: 3, day: 12 },
      { year: 2011 },
    ])
      assert.equal(compareBirths(MARCH_12, other), 'differs', JSON.stringify(other));
  });

  it('says the same the other way round', () => {
    const birth = fc.oneof(
      fc.record({ year: fc.integer({ min: 2009, max: 2011 }) }),
      fc.record({
        year: fc.integer({ min: 2009, max: 2011 }),
        month: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(fc.property(birth, birth, (a, b) => assert.equal(compareBirths(a, b), compareBirths(b, a))));
  });
});
