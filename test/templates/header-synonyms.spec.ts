import assert from 'node:assert/strict';
import type { CellValue } from '../../rules/cell.ts';
import type { HeaderSynonyms } from '../../templates/header-synonyms.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';

const HEADER = ['STT', 'Tên cháu', 'Ngày sinh', 'Số CCCD', 'Mã số', 'Mật khẩu'];

const columnsOf = (grid: readonly (readonly CellValue[])[], synonyms?: HeaderSynonyms) =>
  Object.fromEntries([...(matchHeader(grid, { synonyms })?.columns ?? [])].map(([id, column]) => [id, column]));

describe('header synonyms of a school’s own', () => {
  it('finds a column by what the school said its header means, spelled as any header may be', () => {
    assert.equal(columnsOf([HEADER]).fullName, undefined);
    const said = { 'TÊN  CHÁU (*)': 'fullName', 'mã số': 'ministryId' } as const;
    assert.deepEqual(columnsOf([HEADER], said), { ordinal: 0, fullName: 1, birthDate: 2, citizenId: 3, ministryId: 4 });
  });

  it('goes before what the template knows, and leaves out what was said to be none of ours', () => {
    const header = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Số định danh', 'Ghi chú'];
    const said = { 'Số CCCD': null, 'Ghi chú': 'citizenId' } as const;
    assert.deepEqual(columnsOf([header], said), { fullName: 0, birthDate: 1, citizenId: 4 });
  });

  it('names a column with its groups, and never reaches another person’s column by the bare text', () => {
    const grid = [
      ['Họ và tên', 'Ngày sinh', 'Cha', 'Nơi ở', null],
      [null, null, 'Mã số', 'Mã số', 'Thôn'],
    ];
    assert.equal(columnsOf(grid, { 'Mã số': 'citizenId' }).citizenId, 3);
    assert.equal(columnsOf(grid, { 'Cha › Mã số': 'citizenId' }).citizenId, 2);
  });

  it('never reads a password column, and passes over a field that the template does not have', () => {
    const plain = columnsOf([HEADER]);
    assert.deepEqual(columnsOf([HEADER], { 'Mật khẩu': 'citizenId' }), plain);
    const synonyms = { 'Mã số': 'staffId', 'Ngày sinh': 'position' } as const;
    const match = matchHeader([HEADER], { synonyms, layouts: [LAYOUTS.student] });
    assert.deepEqual(Object.fromEntries(match?.columns ?? []), plain);
  });
});

describe('a column of scores that is said to be none of ours', () => {
  const grid = [
    ['KẾT QUẢ HỌC TẬP LỚP 12 HỌC KỲ I'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Toán', 'Ngữ văn', 'Vật lí'],
    [1, 'Nguyễn Văn An', '05/09/2008', 7.5, 8, 6.5],
  ];
  const columnsOf = (synonyms = {}) => [...(matchHeader(grid, { synonyms })?.columns.values() ?? [])];

  it('is found by nobody’s words', () => {
    assert.ok(columnsOf().includes(4));
    assert.ok(!columnsOf({ 'Ngữ văn': null }).includes(4));
    assert.ok(columnsOf({ 'Ngữ văn': null }).includes(3));
  });
});
