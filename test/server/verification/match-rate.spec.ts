import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seededRandom } from '../../../server/population/people/seeded-random.ts';
import { doubtAfter, isTooDoubtful } from '../../../server/verification/breaker/match-rate.ts';

/** The number of the answer that stops the sheet; undefined when none does. */
function findStop(answers: readonly boolean[]): number | undefined {
  let doubt = 0;
  for (const [at, matched] of answers.entries()) {
    doubt = doubtAfter(doubt, matched);
    if (isTooDoubtful(doubt)) return at + 1;
  }
  return undefined;
}

const drawn = (seed: number, rows: number, failing: number) => {
  const random = seededRandom('tỉ lệ khớp', seed);
  return Array.from({ length: rows }, () => !random.chance(failing));
};

describe('the match-rate breaker', () => {
  it('stops a sheet in which nothing matches within its first twenty rows, wherever that begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (matching) => {
        const answers = [...Array<boolean>(matching).fill(true), ...Array<boolean>(50).fill(false)];
        assert.equal(findStop(answers), matching + 20);
      }),
    );
  });

  it('lets an honest sheet through in which one row in five fails, thousands of them', () => {
    const stopped = Array.from({ length: 1000 }, (_, seed) => findStop(drawn(seed, 3000, 0.2)) !== undefined);
    assert.ok(stopped.filter(Boolean).length <= 1, `${stopped.filter(Boolean).length} of 1000`);
  });

  it('stops one in which half fails, or four in ten', () => {
    for (const [failing, within] of [
      [0.5, 250],
      [0.4, 900],
    ] as const) {
      for (let seed = 0; seed < 200; seed++) {
        const stop = findStop(drawn(seed, within, failing));
        assert.ok(stop !== undefined, `${failing} of sheet ${seed}`);
      }
    }
  });

  it('says nothing about a few rows', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 19 }), (answers) => {
        assert.equal(findStop(answers), undefined);
      }),
    );
  });

  it('is never in less doubt after a failure than after a match', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (doubt) => {
        assert.ok(doubtAfter(doubt, false) > doubt && doubtAfter(doubt, true) <= doubt && doubtAfter(doubt, true) >= 0);
      }),
    );
  });
});
