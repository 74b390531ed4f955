import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inventRoster } from '../../../cli/tryout/invent-roster.ts';
import { TRYOUT_WORLD } from '../../../cli/tryout/tryout-world.ts';
import { readRecord } from '../../../rules/record-reading.ts';
import { seededRandom, shuffled } from '../../../server/population/people/seeded-random.ts';
import { findSequentialNumbers, SEQUENCE_LENGTH } from '../../../server/verification/sequential-numbers.ts';

const number = (value: number) => String(value).padStart(12, '0');
const START = 1_212_000_000;

describe('sequential numbers', () => {
  const walks = fc.record({
    start: fc.integer({ min: START, max: START + 900 }),
    step: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 1000 })),
    size: fc.integer({ min: SEQUENCE_LENGTH, max: 200 }),
    key: fc.integer(),
  });

  it('are found from fifty on, in whatever order and at whatever step they come', () => {
    fc.assert(
      fc.property(walks, ({ start, step, size, key }) => {
        const walked = Array.from({ length: size }, (_, at) => number(start + step * shuffled(key, size, at)));
        assert.deepEqual([...findSequentialNumbers(walked)].sort(), [...walked].sort());
      }),
    );
  });

  it('are found where some are left out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 49, maxLength: 120 }), (steps) => {
        const walked = [number(START)];
        for (const step of steps) walked.push(number(Number(walked.at(-1)) + step));
        assert.equal(findSequentialNumbers(walked).size, walked.length);
      }),
    );
  });

  it('are found among the numbers of an honest list, and those stay', () => {
    fc.assert(
      fc.property(walks, fc.integer(), ({ start, step, size }, seed) => {
        const walked = Array.from({ length: size }, (_, at) => number(start + step * at));
        const honest = roster(seed, 1000).filter((one) => !one.startsWith('001212'));
        assert.deepEqual(findSequentialNumbers([...honest, ...walked]), new Set(walked));
      }),
      { numRuns: 20 },
    );
  });

  it('are not fewer than fifty, nor one number many times', () => {
    const walked = Array.from({ length: SEQUENCE_LENGTH - 1 }, (_, at) => number(START + at));
    assert.equal(findSequentialNumbers(walked).size, 0);
    assert.equal(findSequentialNumbers([...walked, ...walked]).size, 0);
    assert.equal(findSequentialNumbers([...walked, number(START + 100)]).size, 0);
    assert.equal(findSequentialNumbers([]).size, 0);
  });

  it('are in no school’s list of real numbers, however large the school and few its years', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, size, years) => {
          assert.equal(findSequentialNumbers(roster(seed, size, years)).size, 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are in no list of the invented world, whose numbers all end in 000xxx', () => {
    for (const kind of ['student', 'staff'] as const) {
      for (const rows of [60, 500, kind === 'student' ? TRYOUT_WORLD.maxRows : 1000]) {
        const list = inventRoster({ kind, seed: TRYOUT_WORLD.seed, rows, firstCitizen: 0, plantFaults: true });
        const numbers = list.flatMap(({ values }) => readRecord(kind, values).citizenId ?? []);
        assert.equal(findSequentialNumbers(numbers).size, 0, `${rows} ${kind}`);
      }
    }
  });
});

/** Numbers as the ministry of public security draws them: province, century and sex, year, and six digits at random. */
function roster(seed: number, size: number, years = 4): string[] {
  const random = seededRandom('sổ', seed);
  return Array.from({ length: size }, () => {
    const place = random.chance(0.9) ? '001' : String(1 + random.below(96)).padStart(3, '0');
    const year = String(9 + random.below(years)).padStart(2, '0');
    return `${place}${2 + random.below(2)}${year}${String(random.below(1_000_000)).padStart(6, '0')}`;
  });
}
