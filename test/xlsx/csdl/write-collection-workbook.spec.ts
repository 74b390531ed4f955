import assert from 'node:assert/strict';
import { collectionRow } from '../../../server/population/csdl/collection-row.ts';
import { inventCitizen } from '../../../server/population/people/invent-citizen.ts';
import { COLLECTION_COLUMNS } from '../../../templates/csdl/collection-columns.ts';
import { writeCollectionWorkbook } from '../../../xlsx/csdl/write-collection-workbook.ts';
import { readWorkbook } from '../../../xlsx/read-workbook.ts';
import { PEOPLE, SEED } from '../../server/population/claim-of.ts';
import { questionOf } from '../../server/population/csdl/carried-world.ts';

describe('the workbook that CSDL ngành takes in', () => {
  /** As the public guide of CSDL ngành shows the form. */
  const HEADER = [
    'STT',
    'Mã lớp',
    'Mã định danh Bộ GD&ĐT (trên CSDL ngành)',
    'Ngày sinh',
    'Giới tính',
    'Dân tộc',
    'Quốc tịch',
    'Tỉnh',
    'Huyện',
    'Xã',
    'Họ tên cha',
    'Năm sinh cha',
    'Họ tên mẹ',
    'Năm sinh mẹ',
    'Số ĐDCN',
  ];
  const pupil = questionOf(PEOPLE.plain, {
    cells: {
      province: 'hà nội',
      district: 'Quận  Hà Đông',
      ward: 'Phường Văn Quán',
      ethnicity: "H'Mông",
      nationality: null,
      fatherName: '=HYPERLINK("x")',
      className: '7A',
    },
  });

  it('has its 15 columns from A1 on, and its catalogues', async () => {
    const { sheets } = await readWorkbook(await writeCollectionWorkbook('pupil', [collectionRow(pupil)]));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Sheet1', 'GIOI_TINH', 'DAN_TOC', 'QUOC_TICH', 'TINH', 'HUYEN', 'XA'],
    );
    assert.deepEqual(sheets[0]?.cells[0], HEADER);
    assert.equal(sheets[4]?.cells.length, 35);
    assert.ok((sheets[6]?.cells.length ?? 0) > 3_300);
  });

  it('holds every value as text, in the words of its lists, and what the row says otherwise', async () => {
    const { sheets } = await readWorkbook(await writeCollectionWorkbook('pupil', [collectionRow(pupil)]));
    const { day, month, year } = PEOPLE.plain.birthDate;
    const two = (n: number) => String(n).padStart(2, '0');
    assert.deepEqual(sheets[0]?.cells[1], [
      1,
      '7A',
      pupil.cells.ministryId,
      `${two(day)}/${two(month)}/${year}`,
      PEOPLE.plain.sex === 'male' ? 'Nam' : 'Nữ',
      'Mông',
      'Việt Nam',
      'Thành phố Hà Nội',
      'Quận Hà Đông',
      'Phường Văn Quán',
      '=HYPERLINK("x")',
      null,
      null,
      null,
      PEOPLE.plain.citizenId,
    ]);
  });

  it('writes a year alone where the papers have no more, and staff by their own form', async () => {
    const teacher = questionOf(PEOPLE.yearOnly, {
      kind: 'staff',
      cells: { staffId: '0100000077', position: 'giáo viên', staffStatus: null, ministryId: null },
    });
    const { sheets } = await readWorkbook(await writeCollectionWorkbook('staff', [collectionRow(teacher)]));
    const line = sheets[0]?.cells[1] ?? [];
    const at = (field: string) => COLLECTION_COLUMNS.staff.findIndex((column) => column.field === field);
    assert.deepEqual(
      sheets[0]?.cells[0],
      COLLECTION_COLUMNS.staff.map(({ header }) => header),
    );
    assert.equal(line[at('birthDate')], String(PEOPLE.yearOnly.birthDate.year));
    assert.deepEqual(
      [line[at('staffId')], line[at('fullName')], line[at('position')]],
      ['0100000077', PEOPLE.yearOnly.fullName, 'Giáo viên'],
    );
  });

  it('takes a school of 2,000 and an empty one', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => collectionRow(questionOf(inventCitizen(SEED, index))));
    const { sheets } = await readWorkbook(await writeCollectionWorkbook('pupil', rows));
    assert.equal(sheets[0]?.cells.length, 2001);
    const empty = await readWorkbook(await writeCollectionWorkbook('pupil', []));
    assert.equal(empty.sheets[0]?.cells.length, 1);
  });
});
