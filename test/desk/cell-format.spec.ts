import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findNeededFormat } from '../../desk/cell-format.ts';
import { utf8Length } from '../../desk/utf8-length.ts';

describe('cell format', () => {
  it('gives text format to all text that Excel would take for something else', () => {
    for (const text of [
      '001316000101',
      '05/06/2016',
      '1-2',
      '7 A',
      '1e5',
      '=1+1',
      '+84',
      '-',
      '@a',
      "'a",
      '#N/A',
      'TRUE',
      ' false ',
    ]) {
      assert.equal(findNeededFormat(text, 'General'), '@', text);
      assert.equal(findNeededFormat(text, '@'), undefined, text);
    }
  });

  it('leaves the format of plain words alone', () => {
    for (const text of ['Nguyễn Thị An', 'Nam', '']) assert.equal(findNeededFormat(text, 'General'), undefined);
    assert.equal(findNeededFormat(null, '@'), undefined);
  });

  it('lets numbers and dates be numbers and dates again', () => {
    const date = { kind: 'date', year: 2016, month: 6, day: 5 } as const;
    assert.equal(findNeededFormat(12, '@'), 'General');
    assert.equal(findNeededFormat(12, '0.0'), undefined);
    assert.equal(findNeededFormat(date, '@'), 'dd/mm/yyyy');
    assert.equal(findNeededFormat(date, 'd/m/yy'), undefined);
  });
});

describe('utf8 length', () => {
  it('counts as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(utf8Length(text), new TextEncoder().encode(text).length);
      }),
    );
    assert.equal(utf8Length('Nguyễn 👩'), new TextEncoder().encode('Nguyễn 👩').length);
  });
});
