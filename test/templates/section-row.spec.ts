import assert from 'node:assert/strict';
import type { CellValue } from '../../rules/cell.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { isSectionRow } from '../../templates/section-row.ts';

const COLUMNS = [
  ['ordinal', 0],
  ['fullName', 1],
  ['birthDate', 2],
  ['sex', 3],
  ['className', 4],
  ['citizenId', 5],
] as const;

describe('rows that hold nobody', () => {
  const sections: readonly (readonly CellValue[])[] = [
    ['Lớp 6A'],
    ['LỚP: 7A1'],
    [null, 'Lớp 6A1 - GVCN: Trần Thị Thử'],
    ['lớp 3b'.normalize('NFD')],
    ['6A2'],
    ['I', 'KHỐI 6'],
    ['II. Tổ Toán - Tin'],
    ['Lớp:', '6A', null, 'Sĩ số:', 35],
    ['Nhóm trẻ 24–36 tháng'],
    ['I', 'Ban giám hiệu'],
    ['Tổng số: 35 học sinh, trong đó 17 nữ'],
    [null, 'Danh sách này có 35 học sinh'],
    ['UBND XÃ THỬ NGHIỆM', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['TRƯỜNG TIỂU HỌC THỬ NGHIỆM', null, null, 'Độc lập - Tự do - Hạnh phúc'],
    ['DANH SÁCH HỌC SINH LỚP 6B', null, 'Năm học 2026-2027'],
    [null, null, null, 'Thử Nghiệm, ngày 22 tháng 11 năm 2026'],
    [null, 'Người lập biểu', null, null, 'HIỆU TRƯỞNG'],
    [null, '(Ký, ghi rõ họ tên)', null, null, '(Ký tên, đóng dấu)'],
  ];
  const people: readonly (readonly CellValue[])[] = [
    [1, 'Nguyễn Văn An', '05/09/2016', 'Nam', '6A', '001216000101'],
    [2, 'Trường Thị Lan'],
    [3, 'Tô Văn Toán'],
    [4, 'Lộp Thị Bưởi'],
    [null, 'Tống Số'],
    [5, null, null, null, '6A'],
    [6, '6A2'],
    ['Lớp 6A', 'Nguyễn Văn An'],
    ['7', 'Ban Thị Mai', '05/09/2016'],
  ];

  it('are titles of classes and teams, totals, letterheads and signatures', () => {
    for (const row of sections) assert.equal(isSectionRow(COLUMNS, row), true, String(row));
  });

  it('are never rows with a person, however little is filled in', () => {
    for (const row of people) assert.equal(isSectionRow(COLUMNS, row), false, String(row));
    assert.equal(isSectionRow(COLUMNS, []), false);
    assert.equal(isSectionRow(COLUMNS, [null, null, null, null, null, null, 'Lớp 6A']), false, 'outside our columns');
  });

  it('are named once, with their rows', () => {
    const match = matchHeader([
      ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD'],
      ['Lớp 6A'],
      [1, 'Nguyễn Văn An', '05/09/2014', '001214000101'],
      ['Lớp 6B'],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD'],
      [1, 'Trần Thị Bình', '06/09/2014', '001314000102'],
      ['Tổng số: 2 học sinh'],
    ]);
    assert.deepEqual(
      match?.problems.map(({ code, header, rows }) => [code, header, rows]),
      [
        ['sheet.header-repeated', '5', [5]],
        ['sheet.section-rows', '2, 4, 7', [2, 4, 7]],
      ],
    );
  });
});
