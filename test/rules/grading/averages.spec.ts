import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  meanOfAverages,
  regularScoreCount,
  termAverage,
  termAverageBeforeTt26,
  yearAverage,
} from '../../../rules/grading/averages.ts';

const score = fc.integer({ min: 0, max: 100 });

/** numerator / denominator rounded half up, by exact integers and nothing else. */
function halfUp(numerator: bigint, denominator: bigint): number {
  const whole = numerator / denominator;
  return Number((numerator % denominator) * 2n >= denominator ? whole + 1n : whole);
}

function sum(scores: readonly number[]): bigint {
  return scores.reduce((total, one) => total + BigInt(one), 0n);
}

describe('averages in tenths', () => {
  it('of a term: the invented examples of the domain sheet', () => {
    assert.equal(termAverage([80, 90], 70, 80), 79);
    assert.equal(termAverage([80, 90, 75, 80], 70, 80), 78);
  });

  it('of a year: the invented examples of the domain sheet', () => {
    assert.equal(yearAverage(82, 85), 84);
    assert.equal(yearAverage(79, 80), 80);
    assert.equal(yearAverage(64, 65), 65);
  });

  it('a mean of exactly 8.25 is 8.3, where floating point says 8.2', () => {
    assert.equal(meanOfAverages([82, 83]), 83);
    assert.equal(meanOfAverages([80, 85, 80, 85]), 83);
  });

  it('there is no mean of no subjects', () => {
    assert.equal(meanOfAverages([]), undefined);
  });

  it('before 11/10/2020 each test counts by its own weight', () => {
    // (8 + 9 + 2·7 + 2·6 + 3·8) / (2 + 4 + 3) = 67 / 9 = 7.44…
    assert.equal(termAverageBeforeTt26([80, 90], [70, 60], 80), 74);
    // One mid-term test: the form of 26/2020.
    assert.equal(termAverageBeforeTt26([80, 90], [70], 80), termAverage([80, 90], 70, 80));
  });

  it('the number of regular scores goes by the periods a year', () => {
    assert.deepEqual([17, 35, 36, 70, 71, 140].map(regularScoreCount), [2, 2, 3, 3, 4, 4]);
  });

  it('are what exact rational arithmetic says, half up', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 8 }), fc.array(score, { maxLength: 6 }), score, score, (a, b, m, f) => {
        const n = BigInt(a.length);
        assert.equal(termAverage(a, m, f), halfUp(sum(a) + 2n * BigInt(m) + 3n * BigInt(f), n + 5n));
        assert.equal(
          termAverageBeforeTt26(a, b, f),
          halfUp(sum(a) + 2n * sum(b) + 3n * BigInt(f), n + 2n * BigInt(b.length) + 3n),
        );
        assert.equal(yearAverage(m, f), halfUp(BigInt(m) + 2n * BigInt(f), 3n));
        if (a.length > 0) assert.equal(meanOfAverages(a), halfUp(sum(a), n));
      }),
    );
  });

  it('lie between the lowest and the highest score', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 8 }), score, score, (regular, midterm, final) => {
        const average = termAverage(regular, midterm, final);
        assert.ok(average >= Math.min(...regular, midterm, final) && average <= Math.max(...regular, midterm, final));
      }),
    );
  });
});
