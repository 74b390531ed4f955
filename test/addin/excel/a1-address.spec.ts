import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areaAddress, findArea } from '../../../addin/excel/a1-address.ts';
import { columnLetters } from '../../../templates/column-letters.ts';

describe('A1 addresses', () => {
  it('name columns as Excel does', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters), [
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
        const back =
          [...columnLetters(column)].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        assert.equal(back, column);
      }),
    );
  });

  it('name cells and areas', () => {
    assert.equal(areaAddress(4, 4, 2, 2), 'C4');
    assert.equal(areaAddress(4, 9, 0, 27), 'A4:AB9');
  });

  it('tell the area an event touched', () => {
    for (const [address, ...area] of [
      ['B2', 2, 2, 1, 1],
      ['A1:C3', 1, 3, 0, 2],
      ['5:7', 5, 7, 0, 16_383],
      ['$A$2:$B$4', 2, 4, 0, 1],
      ["'Học sinh'!D9", 9, 9, 3, 3],
      ['A2,B3:C4', 2, 4, 0, 2],
      ['B7,A2', 2, 7, 0, 1],
      ['C:AD', 1, 1_048_576, 2, 29],
    ] as const) {
      const [firstRow, lastRow, firstColumn, lastColumn] = area;
      assert.deepEqual(findArea(address), { firstRow, lastRow, firstColumn, lastColumn }, address);
    }
    for (const address of ['', 'xin chào', 'A1:B2:C3']) assert.equal(findArea(address), undefined);
  });
});
