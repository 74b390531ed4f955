import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { runCheck } from '../../cli/check.ts';
import type { CheckJson } from '../../cli/check-json.ts';
import type { CellValue } from '../../rules/cell.ts';
import { type FixtureSheet, fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const TODAY = '2026-11-22';

/** A printed list of a school's own: names and dates in several columns, classes in rows of their own, a sheet a class. */
const HEADER: readonly (readonly CellValue[])[] = [
  ['TRƯỜNG TIỂU HỌC THỬ NGHIỆM'],
  ['TT', 'Họ và tên', null, 'Ngày sinh', null, null, 'Phái', 'Số CCCD', 'Biệt danh', 'Mật khẩu'],
  [null, 'Họ đệm', 'Tên', 'Ngày', 'Tháng', 'Năm', null, null, null, null],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
];
const classSheet = (name: string, second: readonly CellValue[]): FixtureSheet => ({
  name,
  cells: [
    ...HEADER,
    [`Lớp ${name}`],
    [1, 'Nguyễn Văn', 'An', 5, 9, 2016, 'Nam', '001216000101', 'Tí', 'x'],
    second,
    ['Tổng số: 2 học sinh'],
  ],
});

describe('sosach check: which column is what', () => {
  let folder: TempFolder;
  let file: string;

  beforeEach(async () => {
    folder = await tempFolder();
    file = folder.path('danh-sach.xlsx');
    const sheets = [
      classSheet('5A', [2, 'trần thị', 'bình', '31', '02', '2016', 'Nữ', '001316000102', 'Na', 'y']),
      classSheet('5B', [2, 'Lê', 'Châu', null, null, 2016, 'Nữ', '001316000103', null, null]),
      {
        name: 'Tổng hợp',
        cells: [
          ['Khối', 'Số lớp'],
          [5, 2],
        ],
      },
      { name: 'Trống', cells: [] },
    ];
    await writeFile(file, await fixtureBytes({ sheets }));
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function run(json: boolean): Promise<string> {
    const io = captureIo();
    await runCheck([file], { today: TODAY, json }, io);
    return io.stdout();
  }

  it('gives one result a sheet, and says why others were passed over', async () => {
    const report = JSON.parse(await run(true)) as CheckJson;
    assert.deepEqual(
      report.sheets.map(({ name, rows }) => [name, rows]),
      [
        ['5A', 2],
        ['5B', 2],
      ],
    );
    assert.deepEqual(report.skipped, [
      { name: 'Tổng hợp', why: 'no-header-found' },
      { name: 'Trống', why: 'empty' },
    ]);
  });

  it('says in --json where each field lies, what is kept and what is missing', async () => {
    const [sheet] = (JSON.parse(await run(true)) as CheckJson).sheets;
    assert.deepEqual(sheet?.columns, { ordinal: 'A', fullName: 'B', birthDate: 'D', sex: 'G', citizenId: 'H' });
    assert.deepEqual(sheet?.mapping, [
      { field: 'ordinal', columns: [{ column: 'A', header: 'TT' }] },
      {
        field: 'fullName',
        columns: [
          { column: 'B', header: 'Họ và tên › Họ đệm' },
          { column: 'C', header: 'Họ và tên › Tên' },
        ],
      },
      {
        field: 'birthDate',
        columns: [
          { column: 'D', header: 'Ngày sinh › Ngày' },
          { column: 'E', header: 'Ngày sinh › Tháng' },
          { column: 'F', header: 'Ngày sinh › Năm' },
        ],
      },
      { field: 'sex', columns: [{ column: 'G', header: 'Phái' }] },
      { field: 'citizenId', columns: [{ column: 'H', header: 'Số CCCD' }] },
    ]);
    assert.deepEqual(sheet?.kept, [
      { column: 'I', header: 'Biệt danh' },
      { column: 'J', header: 'Mật khẩu' },
    ]);
    assert.ok(sheet?.missing.includes('className') && !sheet.missing.includes('fullName'));
    const impossible = sheet?.findings.find(({ code }) => code === 'birth-date.impossible');
    assert.deepEqual([impossible?.row, impossible?.column, impossible?.value], [7, 'D', '31/02/2016']);
  });

  it('says the same in words', async () => {
    const text = await run(false);
    assert.match(text, /Cột nào là gì: A STT ← “TT” · B\+C Họ và tên ← “Họ và tên › Họ đệm \+ Tên” · D\+E\+F /);
    assert.match(text, /Giữ nguyên, không gửi: I “Biệt danh” · J “Mật khẩu”/);
    assert.match(text, /Không có cột: .*Lớp/);
    assert.match(text, /Bỏ qua: Tổng hợp \(không có dòng tiêu đề\), Trống \(trống\)/);
  });
});
