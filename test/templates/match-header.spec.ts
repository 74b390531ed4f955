import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CellValue } from '../../rules/cell.ts';
import type { Layout } from '../../templates/layout.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { isRepeatedHeader } from '../../templates/repeated-header.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../templates/sheet-match.ts';

const CSDL_15 = [
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
const PUPIL: readonly CellValue[] = [1, '1A', '0123456789', 'Nguyễn Văn Thử', '25/05/2016', 'Nam', 'Kinh'];
const SHORT = ['STT', 'Lớp', 'Mã định danh', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Số CCCD'];

const columnsOf = (grid: readonly (readonly CellValue[])[]) =>
  Object.fromEntries([...(matchHeader(grid)?.columns ?? [])].map(([id, column]) => [id, column]));
const problemsOf = (grid: readonly (readonly CellValue[])[]) =>
  (matchHeader(grid)?.problems ?? []).map((problem) => [problem.code, problem.column, problem.field]);

/** The header of a template as the workbook author writes it. */
const ownHeaders = (layout: Layout) =>
  layout.columns.map((column) => (column.required ? `${column.header} (*)` : column.header));

/** Templates whose columns are all known by a wording of their own; `results` is read by `score-headers`. */
const WORDED: readonly Layout[] = [LAYOUTS.student, LAYOUTS.staff];

describe('matchHeader', () => {
  for (const layout of WORDED) {
    it(`finds every column of its own template: ${layout.id}`, () => {
      const match = matchHeader([[], ['Trường thử'], [], [...ownHeaders(layout), ROW_ID_HEADER, MARKS_HEADER]]);
      assert.equal(match?.template, layout.id);
      assert.equal(match?.headerRow, 4);
      assert.equal(match?.firstDataRow, 5);
      assert.deepEqual([...match!.columns.keys()].sort(), layout.columns.map((column) => column.id).sort());
      assert.equal(match?.rowIdColumn, layout.columns.length);
      assert.equal(match?.marksColumn, layout.columns.length + 1);
      assert.deepEqual(match?.problems, []);
    });
  }

  it('recognises the 15 columns of CSDL ngành, which have no name column, without a complaint', () => {
    const match = matchHeader([CSDL_15, PUPIL]);
    assert.equal(match?.template, 'student');
    assert.equal(match?.columns.size, 15);
    assert.equal(match?.columns.get('citizenId'), 14);
    assert.equal(match?.columns.get('ministryId'), 2);
    assert.deepEqual(match?.problems, []);
  });

  it('recognises the class export of CSDL ngành: the citizen number wins over the old card, strangers stay unknown', () => {
    const headers = [
      'STT',
      'Mã định danh Bộ GD&ĐT',
      'Họ tên',
      'Ngày sinh',
      'Giới tính',
      'Trạng thái',
      'Tỉnh thành quê quán',
    ];
    const grid = [
      ['DANH SÁCH HỌC SINH LỚP 6A'],
      [],
      [...headers, 'Số CMND', 'Ngày cấp', 'Lớp học', 'Số định danh cá nhân'],
    ];
    const match = matchHeader(grid);
    assert.equal(match?.template, 'student');
    assert.equal(match?.columns.get('citizenId'), 10);
    assert.equal(match?.columns.get('studentStatus'), 5);
    assert.equal(match?.columns.get('province'), undefined);
    assert.deepEqual(problemsOf(grid), [
      ['sheet.column-unknown', 6, null],
      ['sheet.column-unknown', 7, null],
      ['sheet.column-unknown', 8, null],
    ]);
  });

  it('tells staff from pupils by their own columns, and by the title where they have none', () => {
    const shared = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CMND/CCCD'];
    assert.equal(matchHeader([[...shared, 'Vị trí việc làm', 'Trạng thái CB']])?.template, 'staff');
    assert.equal(matchHeader([[...shared, 'Lớp', 'Trạng thái HS']])?.template, 'student');
    assert.equal(matchHeader([['DANH SÁCH GIÁO VIÊN'], shared])?.template, 'staff');
    assert.equal(matchHeader([['DANH SÁCH HỌC SINH'], shared])?.template, 'student');
    assert.equal(matchHeader([shared])?.template, 'student');
  });

  it('reads grouped headers: residence under its group, the parents under theirs', () => {
    const grid: CellValue[][] = [
      ['DANH SÁCH'],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Nơi thường trú', null, null, 'Cha', null, 'Mẹ', null, 'Số CCCD'],
      [null, null, null, 'Tỉnh', 'Huyện', 'Xã', 'Họ tên', 'Năm sinh', 'Họ tên', 'Năm sinh', null],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [1, 'Nguyễn Văn Thử', '25/05/2016'],
    ];
    const match = matchHeader(grid);
    assert.equal(match?.headerRow, 3);
    assert.equal(match?.firstDataRow, 5);
    assert.deepEqual(columnsOf(grid), {
      ordinal: 0,
      fullName: 1,
      birthDate: 2,
      province: 3,
      district: 4,
      ward: 5,
      fatherName: 6,
      fatherBirthYear: 7,
      motherName: 8,
      motherBirthYear: 9,
      citizenId: 10,
    });
  });

  it('never takes another person’s number or another place for the pupil’s own', () => {
    const grid: CellValue[][] = [
      ['Họ và tên', 'Ngày sinh', 'Quê quán', null, 'Thường trú', null, 'Cha', null, 'Số CCCD (của mẹ)', 'Lớp'],
      [null, null, 'Tỉnh', 'Xã', 'Tỉnh', 'Xã', 'Họ tên', 'Số CCCD', null, null],
    ];
    assert.deepEqual(columnsOf(grid), { fullName: 0, birthDate: 1, province: 4, ward: 5, fatherName: 6, className: 9 });
    assert.deepEqual(
      problemsOf(grid).map(([code, column]) => `${code}@${column}`),
      [
        'sheet.column-missing@null',
        'sheet.column-unknown@2',
        'sheet.column-unknown@3',
        'sheet.column-unknown@7',
        'sheet.column-unknown@8',
      ],
    );
  });

  it('takes a lone “Tên” for the whole name', () => {
    assert.equal(columnsOf([['STT', 'Tên', 'Ngày sinh', 'Số CCCD']]).fullName, 1);
  });

  it('skips a row of column numbers or letters above and below the header', () => {
    for (const row of [
      [1, 2, 3, 4, 5, 6, 7, 8],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['A', 'B', 'C', 'D', 'E', 'F'],
    ]) {
      assert.equal(matchHeader([row, SHORT, PUPIL])?.firstDataRow, 3);
      assert.equal(matchHeader([SHORT, row, PUPIL])?.firstDataRow, 3);
    }
    assert.equal(matchHeader([SHORT, [1, null, null, null], PUPIL])?.firstDataRow, 2);
  });

  it('says which columns are missing, doubled, unknown and secret', () => {
    const grid = [['Họ và tên', 'Lớp', 'Giới tính', 'HỌ VÀ TÊN', 'Mật khẩu', 'Điểm thưởng', 'Ngày sinh']];
    assert.deepEqual(problemsOf(grid), [
      ['sheet.column-missing', null, 'citizenId'],
      ['sheet.column-duplicate', 3, 'fullName'],
      ['sheet.secret-column', 4, null],
      ['sheet.column-unknown', 5, null],
    ]);
    assert.equal(columnsOf(grid).fullName, 0);
  });

  it('misses the name only where no other column says who the row is', () => {
    assert.deepEqual(problemsOf([['Lớp', 'Ngày sinh', 'Giới tính', 'Số CCCD']]), [
      ['sheet.column-missing', null, 'fullName'],
    ]);
    assert.deepEqual(problemsOf([['Mã học sinh', 'Ngày sinh', 'Giới tính', 'Số CCCD']]), []);
  });

  it('names the rows in which the header stands again, column numbers included', () => {
    const numbers = SHORT.map((_, index) => index + 1);
    const repeat = SHORT.map((header) => header.toUpperCase());
    const match = matchHeader([['Lớp 1A'], SHORT, PUPIL, [], repeat, numbers, PUPIL]);
    const repeated = match?.problems.find((problem) => problem.code === 'sheet.header-repeated');
    assert.deepEqual(repeated?.rows, [5, 6]);
    assert.equal(isRepeatedHeader(LAYOUTS.student, match!, repeat), true);
    assert.equal(isRepeatedHeader(LAYOUTS.student, match!, numbers), true);
    assert.equal(isRepeatedHeader(LAYOUTS.student, match!, PUPIL), false);
    assert.equal(isRepeatedHeader(LAYOUTS.student, match!, []), false);
  });

  it('matches no catalogue and no empty sheet', () => {
    const catalogues: CellValue[][][] = [
      [],
      [[null, '']],
      [['Tên trường dữ liệu'], ['Nam'], ['Nữ']],
      [
        ['Mã', 'Tên trường dữ liệu'],
        ['01', 'Kinh'],
        ['02', 'Tày'],
      ],
      [
        ['Mã tỉnh', 'Tỉnh', 'Mã huyện', 'Huyện', 'Mã xã', 'Xã'],
        ['01', 'Thành phố Hà Nội'],
      ],
      [['STT', 'Mã lớp', 'Tên lớp', 'Khối', 'Môn học', 'Trạng thái']],
      [['Giới tính', 'Dân tộc', 'Quốc tịch', 'Tỉnh', 'Huyện', 'Xã']],
    ];
    for (const grid of catalogues) assert.equal(matchHeader(grid), undefined);
  });

  it('does not take a data row for a header, however often the words of headers stand in it', () => {
    const match = matchHeader([SHORT, [1, 'Lớp', null, 'Họ và tên', null, 'Nam'], PUPIL]);
    assert.equal(match?.headerRow, 1);
  });

  it('reads headers typed without diacritics, without spaces, with a mark or a line break', () => {
    assert.deepEqual(
      columnsOf([
        ['lop', 'Ma hoc sinh*', 'họvàtên', 'Ngày\nsinh (dd/mm/yyyy)', 'So  CCCD', 'Xã / Phường', 'sốhộchiếu'],
      ]),
      {
        className: 0,
        ministryId: 1,
        fullName: 2,
        birthDate: 3,
        citizenId: 4,
        ward: 5,
        passport: 6,
      },
    );
  });

  it('finds the same columns under title rows, in any order, in any case, composition and line breaking', () => {
    const mutate = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll(' ', '\n'),
      (text) => ` ${text.replaceAll(' ', '\u00a0')} (*)`,
      (text) => text.replace('Đ', '\u00d0').replace('đ', '\u00f0'),
    );
    const title = fc.constantFrom<CellValue[]>(
      [],
      ['SỞ THỬ NGHIỆM'],
      [null, 'DANH SÁCH'],
      ['Năm học 2026–2027', null, 3],
    );
    const layout = fc.constantFrom(...WORDED);
    const scene = layout.chain((chosen) =>
      fc.record({
        chosen: fc.constant(chosen),
        titles: fc.array(title, { maxLength: 12 }),
        order: fc.shuffledSubarray([...chosen.columns], { minLength: chosen.columns.length }),
        mutations: fc.array(mutate, { minLength: chosen.columns.length, maxLength: chosen.columns.length }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ chosen, titles, order, mutations }) => {
        const header = order.map((column, index) => mutations[index]!(column.header));
        const match = matchHeader([...titles, header, ['x']]);
        assert.equal(match?.template, chosen.id);
        assert.equal(match?.headerRow, titles.length + 1);
        assert.deepEqual(
          [...match!.columns].sort((a, b) => a[1] - b[1]).map(([id]) => id),
          order.map((column) => column.id),
        );
        assert.deepEqual(match?.problems, []);
      }),
      { numRuns: 40 },
    );
  });
});
