import assert from 'node:assert/strict';
import type { CellValue } from '../../rules/cell.ts';
import type { HeaderSynonyms } from '../../templates/header-synonyms.ts';
import { matchHeader } from '../../templates/match-header.ts';

type Grid = readonly (readonly CellValue[])[];

/** Each split field with its columns in reading order, and what is unknown. */
const partsOf = (grid: Grid, synonyms?: HeaderSynonyms) => {
  const match = matchHeader(grid, { synonyms });
  assert.ok(match, 'the header is found');
  return Object.fromEntries([...match.parts].map(([field, parts]) => [field, parts.map(({ column }) => column)]));
};
const unknownOf = (grid: Grid) =>
  matchHeader(grid)
    ?.problems.filter(({ code }) => code === 'sheet.column-unknown')
    .map(({ column }) => column);

describe('a name or a date in several columns', () => {
  it('is one field, whatever its columns are called', () => {
    for (const family of ['Họ đệm', 'Họ', 'HỌ VÀ TÊN ĐỆM (*)', 'Họ lót', 'họ và\nchữ đệm'.normalize('NFD'), 'Ho dem']) {
      const grid = [['STT', family, 'Tên', 'Ngày sinh', 'Số CCCD']];
      const match = matchHeader(grid);
      if (family === 'Ho dem') {
        assert.equal(match?.parts.size, 0, 'without its marks it could be anything');
        continue;
      }
      assert.deepEqual(partsOf(grid), { fullName: [1, 2] }, family);
      assert.equal(match?.columns.get('fullName'), 1);
      assert.deepEqual(match?.problems, []);
    }
    assert.deepEqual(partsOf([['STT', 'Họ', 'Tên đệm', 'Tên', 'Ngày sinh', 'Số CCCD']]), { fullName: [1, 2, 3] });
  });

  it('is found under a group, over merged header rows and beside a row of column numbers', () => {
    const grid: Grid = [
      ['DANH SÁCH HỌC SINH'],
      ['TT', 'Họ và tên học sinh', null, 'Ngày tháng năm sinh', null, null, 'Ngày cấp', null, null, 'Số CCCD'],
      [null, 'Họ và đệm', 'Tên', 'Ngày', 'Tháng', 'Năm', 'Ngày', 'Tháng', 'Năm', null],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1, 'Nguyễn Văn', 'An', 5, 9, 2016, 1, 1, 2024, '001216000101'],
    ];
    assert.deepEqual(partsOf(grid), { fullName: [1, 2], birthDate: [3, 4, 5] });
    assert.deepEqual(unknownOf(grid), [6, 7, 8], 'the day of issue is nobody’s birth date');
    assert.equal(matchHeader(grid)?.firstDataRow, 5);
  });

  it('tells day, month and year of birth from whole dates, in any order', () => {
    assert.deepEqual(partsOf([['Họ tên', 'Năm sinh', 'Tháng sinh', 'Ngày sinh', 'Số CCCD']]), { birthDate: [3, 2, 1] });
    assert.deepEqual(partsOf([['Họ tên', 'Ngày sinh', 'Năm sinh', 'Số CCCD']]), {});
  });

  it('gives way to a column that holds the whole', () => {
    const grid = [['Họ và tên', 'Họ đệm', 'Tên', 'Ngày sinh', 'Số CCCD']];
    assert.deepEqual(partsOf(grid), {});
    assert.deepEqual(unknownOf(grid), [1, 2]);
  });

  it('never joins columns of the parents', () => {
    const grid = [
      ['Họ và tên', 'Ngày sinh', 'Cha', null, 'Số CCCD'],
      [null, null, 'Họ đệm', 'Tên', null],
    ];
    assert.deepEqual(partsOf(grid), {});
  });

  it('takes a header over two or three columns by what stands below, when nearly every row agrees', () => {
    const header = ['STT', 'Họ và tên', null, 'Ngày sinh', null, null, 'Số CCCD'];
    const rows: Grid = [
      [1, 'Nguyễn Văn', 'An', 5, 9, 2016, '001216000101'],
      [2, 'Trần Thị', 'Bình', '12', '03', '2016', '001316000102'],
      [3, 'Lê', 'Châu', 1, 1, 2016, '001216000103'],
    ];
    assert.deepEqual(partsOf([header, ...rows]), { fullName: [1, 2], birthDate: [3, 4, 5] });
    const remarks = rows.map((row) => [...row.slice(0, 2), 'học sinh mới', '05/09/2016', null, null, row[6] ?? null]);
    assert.deepEqual(partsOf([header, ...remarks]), {});
    assert.deepEqual(partsOf([header, ...rows.slice(0, 2)]), {}, 'two rows are no evidence');
  });

  it('follows what the school says of its own headers', () => {
    const grid = [['STT', 'Phần đầu', 'Phần cuối', 'Ngày sinh', 'Số CCCD']];
    assert.deepEqual(partsOf(grid, { 'Phần đầu': 'familyName', 'Phần cuối': 'givenName' }), { fullName: [1, 2] });
    const split = [['STT', 'Họ đệm', 'Tên', 'Ngày sinh', 'Số CCCD', 'Mã HS']];
    assert.deepEqual(partsOf(split, { 'Họ đệm': null }), {});
  });
});

describe('a sex, or a birth date, in a column for boys and one for girls', () => {
  const marked: Grid = [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', null, 'Số CCCD'],
    [null, null, null, 'Nam', 'Nữ', null],
    [1, 'Nguyễn Văn An', '05/09/2016', 'X', null, '001216000101'],
  ];
  const born: Grid = [
    ['TT', 'Họ và tên', 'Ngày tháng năm sinh', null, 'Lớp'],
    [null, null, 'NAM', 'NỮ', null],
    [1, 'Nguyễn Văn An', '05/09/2016', null, '4A'],
  ];

  it('is one field under its heading, and the row of Nam and Nữ is nobody', () => {
    assert.deepEqual(partsOf(marked), { sex: [3, 4] });
    assert.equal(matchHeader(marked)?.firstDataRow, 3);
    assert.deepEqual(matchHeader(marked)?.problems, []);
  });

  it('is a birth date and a sex in the same columns under the heading of the birth date', () => {
    for (const heading of ['Ngày tháng năm sinh', 'Năm sinh', 'Ngày sinh', 'Sinh']) {
      const grid = born.map((row) => row.map((cell) => (cell === 'Ngày tháng năm sinh' ? heading : cell)));
      assert.deepEqual(partsOf(grid), { birthDate: [2, 3], sex: [2, 3] }, heading);
      assert.equal(matchHeader(grid)?.firstDataRow, 3, heading);
    }
  });

  it('is told without a heading where the two stand side by side, in whichever order', () => {
    assert.deepEqual(partsOf([['Họ và tên', 'Ngày sinh', 'Nữ', 'Nam', 'Số CCCD']]), { sex: [3, 2] });
    assert.deepEqual(partsOf([['Họ và tên', 'Ngày sinh', 'Nam', 'Số CCCD', 'Nữ']]), {});
    assert.deepEqual(
      partsOf([['Họ và tên', 'Ngày sinh', 'Nữ', 'Số CCCD']]),
      {},
      'an x there is for the column to tell',
    );
  });

  it('gives way to a column of its own, and is no count of people', () => {
    const own = [
      ['Họ và tên', 'Giới tính', 'Năm sinh', null, 'Số CCCD'],
      [null, null, 'Nam', 'Nữ', null],
    ];
    assert.deepEqual(partsOf(own), { birthDate: [2, 3] });
    const counts = [
      ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Số con', null],
      [null, null, null, 'Nam', 'Nữ'],
    ];
    assert.deepEqual(partsOf(counts), {});
  });

  it('passes over the two rows where the header is repeated', () => {
    const [first = [], second = [], person = []] = marked;
    const grid = [first, second, person, first, second, person];
    assert.deepEqual(matchHeader(grid)?.problems.find(({ code }) => code === 'sheet.header-repeated')?.rows, [4, 5]);
  });

  it('follows what the school says of its own headers', () => {
    const grid = [['Họ và tên', 'Ngày sinh', 'Con trai', 'Con gái', 'Số CCCD']];
    assert.deepEqual(partsOf(grid, { 'Con trai': 'male', 'Con gái': 'female' }), { sex: [2, 3] });
  });
});
