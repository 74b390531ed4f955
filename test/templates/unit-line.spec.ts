import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findUnitLine, unitLine } from '../../templates/unit-line.ts';

describe('the heading’s line of the unit', () => {
  it('is found again, for any code, in either Unicode form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z-]{1,40}$/), fc.constantFrom('NFC', 'NFD'), (unit, form) => {
        const line = unitLine('2026–2027', unit).normalize(form);
        assert.equal(findUnitLine([['TRƯỜNG THỬ'], [null, line], []]), unit);
      }),
    );
  });

  it('is not found in other titles', () => {
    assert.equal(findUnitLine([['Mã đơn vị:'], ['Năm học 2026–2027'], [12], ['Mã đơn vị: hai chữ đây']]), undefined);
  });
});
