import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskNumber } from '../../contract/mask-number.ts';

describe('a masked number', () => {
  it('keeps the place and the end of a citizen number', () => {
    assert.equal(maskNumber('001212000145'), '001*******45');
    assert.equal(maskNumber('B1000123'), 'B******3');
    assert.equal(maskNumber('12345'), '*****');
    assert.equal(maskNumber(''), '');
  });

  it('covers more than it shows, whatever stood there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (number) => {
        const masked = maskNumber(number.replaceAll('*', '1'));
        const covered = [...masked].filter((sign) => sign === '*').length;
        assert.equal([...masked].length, [...number].length);
        assert.ok(covered * 2 > [...number].length - 3, masked);
      }),
    );
  });
});
