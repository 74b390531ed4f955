import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seededRandom } from '../../../server/population/people/seeded-random.ts';
import { rateGate } from '../../../server/population/simulator/rate-gate.ts';
import { freshPace, takeToken } from '../../../server/verification/pacing.ts';

const SECONDS = 60;

/** Several workers that share one kept pace, against the gate of the simulated service; all on one clock that the test turns. */
function ask(setting: { rate: number; workers: number; lateMs: number; onTheWayMs: number; seed: number }) {
  const { rate, workers, lateMs, onTheWayMs, seed } = setting;
  const random = seededRandom('nhịp', seed);
  const looks = Array.from({ length: workers }, () => random.below(50));
  const arrivals: number[] = [];
  let pace = freshPace(0);
  for (;;) {
    const now = Math.min(...looks);
    if (now >= SECONDS * 1000) break;
    const worker = looks.indexOf(now);
    const answer = takeToken(pace, rate, now);
    if ('pace' in answer) {
      // Kept before the call leaves, so that a worker that dies in between has not asked more than it noted.
      pace = answer.pace;
      arrivals.push(now + random.next() * onTheWayMs);
      looks[worker] = now;
    } else {
      looks[worker] = now + answer.waitMs + random.below(lateMs + 1);
    }
  }
  let clock = 0;
  const gate = rateGate(() => clock);
  let refused = 0;
  for (const arrival of arrivals.sort((a, b) => a - b)) {
    clock = arrival;
    if (gate.pass(rate) > 0) refused++;
  }
  return { asked: arrivals.length, refused, granted: rate * SECONDS };
}

describe('the granted rate', () => {
  it('is used to at least 98 %, and never overstepped: no call is refused, however many workers share it', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.integer({ min: 2, max: 200 }),
          workers: fc.integer({ min: 1, max: 6 }),
          lateMs: fc.integer({ min: 0, max: 3 }),
          onTheWayMs: fc.integer({ min: 0, max: 80 }),
          seed: fc.integer(),
        }),
        (setting) => {
          const { asked, refused, granted } = ask(setting);
          assert.equal(refused, 0, `${refused} of ${asked} were refused`);
          assert.ok(asked >= granted * 0.98, `${asked} of ${granted}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is kept at one call a second, where the service has no slack at all', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { asked, refused } = ask({ rate: 1, workers: 3, lateMs: 3, onTheWayMs: 0, seed });
      assert.deepEqual([refused, asked >= SECONDS * 0.98], [0, true]);
    }
  });
});
