import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freshPace, pauseSeconds, takeToken } from '../../server/verification/pacing.ts';

describe('pacing', () => {
  it('never asks more than the granted rate, whenever it is let loose', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }),
        (rate, steps) => {
          let now = 1_000_000;
          let pace = freshPace(now);
          let taken = 0;
          for (const step of steps) {
            now += step;
            for (;;) {
              const answer = takeToken(pace, rate, now);
              if (!('pace' in answer)) break;
              pace = answer.pace;
              taken++;
            }
          }
          const seconds = (now - 1_000_000) / 1000;
          assert.ok(taken <= seconds * rate + 1 + rate * 0.1, `${taken} in ${seconds} s at ${rate}/s`);
        },
      ),
    );
  });

  it('asks no more when machines whose clocks differ take turns', () => {
    let pace = freshPace(0);
    let taken = 0;
    for (let turn = 0; turn < 500; turn++) {
      const answer = takeToken(pace, 20, turn * 20 + (turn % 2) * 500);
      if (!('pace' in answer)) continue;
      pace = answer.pace;
      taken++;
    }
    assert.ok(taken <= 10.5 * 20 + 3, `${taken} in 10.5 s at 20/s`);
    assert.ok(taken >= 10 * 20 - 3, `${taken} in 10 s at 20/s`);
  });

  it('uses the whole rate when it waits as it is told', () => {
    let now = 0;
    let pace = freshPace(now);
    let taken = 0;
    while (now < 10_000) {
      const answer = takeToken(pace, 50, now);
      if ('pace' in answer) {
        pace = answer.pace;
        taken++;
      } else {
        // Timers come late: three milliseconds here.
        now += answer.waitMs + 3;
      }
    }
    assert.ok(taken >= 490, `${taken} of 500`);
  });

  it('survives a clock that was set back', () => {
    const taken = takeToken(freshPace(1_000_000), 1, 1_000_000);
    assert.ok('pace' in taken);
    const answer = takeToken(taken.pace, 1, 5_000);
    assert.ok('waitMs' in answer && answer.waitMs <= 1000);
  });

  it('waits as long as the service says, but a day at most', () => {
    const pause = (retryAfterSeconds: number) =>
      pauseSeconds({ transport: 'throttled', retryAfterSeconds }, 1, 5, () => 0.5);
    assert.deepEqual([pause(0), pause(30), pause(10_000_000)], [1, 30, 86_400]);
  });

  it('backs off exponentially with jitter, up to a quarter of an hour', () => {
    const pause = (failures: number, random: number) =>
      pauseSeconds({ transport: 'unreachable' }, failures, 5, () => random);
    assert.deepEqual(
      [1, 2, 3, 4].map((failures) => pause(failures, 0)),
      [2.5, 5, 10, 20],
    );
    assert.deepEqual(
      [1, 2, 3, 4].map((failures) => pause(failures, 1)),
      [5, 10, 20, 40],
    );
    assert.equal(pause(500, 1), 900);
  });
});
