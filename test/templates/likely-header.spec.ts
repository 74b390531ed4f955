import { strict as assert } from 'node:assert';
import { findLikelyHeader } from '../../templates/likely-header.ts';
import { matchHeader } from '../../templates/match-header.ts';

describe('a row that reads like a header', () => {
  const grid = [
    ['TRƯỜNG TIỂU HỌC THỬ NGHIỆM'],
    ['STT', 'Tên các cháu', 'Sinh\nnhật', 'Ở đâu'],
    [1, 'Nguyễn Văn An', '05/09/2016', 'thôn 1'],
    ['x', 'Trần Thị Bình', '12/03/2016', 'thôn 2'],
  ];

  it('is the one with the most different words, and no number among them', () => {
    assert.deepEqual(findLikelyHeader(grid), {
      row: 2,
      columns: [
        { column: 0, header: 'STT' },
        { column: 1, header: 'Tên các cháu' },
        { column: 2, header: 'Sinh nhật' },
        { column: 3, header: 'Ở đâu' },
      ],
    });
  });

  it('is recognised once its texts are said to be columns of ours', () => {
    assert.equal(matchHeader(grid), undefined);
    const match = matchHeader(grid, { synonyms: { 'Tên các cháu': 'fullName', 'Sinh nhật': 'birthDate' } });
    assert.deepEqual([match?.headerRow, match?.columns.get('fullName'), match?.columns.get('birthDate')], [2, 1, 2]);
  });

  it('is none where there are only titles, numbers or the same word again', () => {
    assert.equal(findLikelyHeader([['Danh sách'], [1, 2, 3, 4], ['x', 'x', 'x', 'x']]), undefined);
    assert.equal(findLikelyHeader([]), undefined);
  });
});
