import assert from 'node:assert/strict';
import { retryAfterSeconds } from '../../../server/population/retry-after.ts';

const NOW = Date.parse('2026-10-24T06:00:00.500Z');

describe('Retry-After', () => {
  const headers: readonly [string | null | undefined, number | undefined][] = [
    ['0', 0],
    [' 120 ', 120],
    ['999999', 999_999],
    ['1000000', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['2027', 2027],
    ['Sat, 24 Oct 2026 06:02:00 GMT', 120],
    ['Saturday, 24-Oct-26 06:02:00 GMT', 120],
    ['Sat Oct 24 06:02:00 2026', 120],
    ['Sat, 24 Oct 2026 06:00:00 GMT', undefined],
    ['Sat, nonsense', undefined],
    ['2026-10-24', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ];
  for (const [header, seconds] of headers) {
    it(`reads ${JSON.stringify(header) ?? 'no header'} as ${seconds}`, () => {
      assert.equal(retryAfterSeconds(header, NOW), seconds);
    });
  }
});
