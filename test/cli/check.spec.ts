import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { type CheckOptions, runCheck } from '../../cli/check.ts';
import type { CheckJson, FindingJson } from '../../cli/check-json.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { RawRow } from '../../rules/record.ts';
import { getLayout } from '../../templates/layouts.ts';
import { markPosition } from '../../templates/marks.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { IDENTITY } from '../xlsx/identity-fixture.ts';
import { type FixtureSheet, fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const TODAY = '2026-11-22';
/** The 15 columns of CSDL ngành's collection sheet, which has no names. */
const CSDL = [
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
const CATALOGUE: FixtureSheet = {
  name: 'DAN_TOC',
  cells: [
    ['Mã', 'Tên trường dữ liệu'],
    ['01', 'Kinh'],
    ['02', 'Tày'],
  ],
};

const child = (n: number, birthDate: CellValue, sex: string, citizenId: CellValue): CellValue[] => [
  n,
  '1A',
  `012345600${n}`,
  birthDate,
  sex,
  'Kinh',
  'Việt Nam',
  'Thành phố Hà Nội',
  'Quận Hà Đông',
  'Phường Văn Quán',
  null,
  null,
  null,
  null,
  citizenId,
];

describe('sosach check', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function run(files: readonly string[], options: CheckOptions = {}) {
    const io = captureIo();
    const code = await runCheck(
      files.map((file) => folder.path(file)),
      { today: TODAY, ...options },
      io,
    );
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  async function json(file: string, options: CheckOptions = {}) {
    const answer = await run([file], { ...options, json: true });
    assert.match(answer.stdout, /^[^\n]+\n$/, 'one object on one line');
    return { ...answer, report: JSON.parse(answer.stdout) as CheckJson };
  }

  const write = (file: string, bytes: Uint8Array) => writeFile(folder.path(file), bytes);
  const foreign = async (file: string, ...sheets: FixtureSheet[]) => write(file, await fixtureBytes({ sheets }));

  async function ours(file: string, rows: readonly RawRow[]): Promise<void> {
    const numbered = rows.map((values, index) => ({
      rowId: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      values,
    }));
    await write(
      file,
      await writeTemplateWorkbook({
        layout: getLayout('student'),
        identity: IDENTITY,
        unitHeading: '',
        rows: numbered,
      }),
    );
  }

  const GOOD: RawRow = {
    className: '1A',
    fullName: 'Nguyễn Văn Thử',
    birthDate: '05/09/2020',
    sex: 'Nam',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    citizenId: '001220000123',
    province: 'Thành phố Hà Nội',
    district: 'Quận Hà Đông',
    ward: 'Phường Văn Quán',
  };

  const flat = (findings: readonly FindingJson[]) => findings.map(({ row, column, code }) => [row, column, code]);
  const errors = (report: CheckJson) =>
    flat(report.sheets.flatMap((sheet) => sheet.findings.filter((finding) => finding.severity === 'error')));

  it('reports the sheet of CSDL ngành in the documented form, and skips its catalogues', async () => {
    await foreign(
      'ds.xlsx',
      {
        name: 'Sheet1',
        cells: [CSDL, child(1, '05/09/2020', 'Nam', '001220000111'), child(2, '31/02/2020', 'Nữ', 1320000022)],
      },
      CATALOGUE,
      { name: 'Trống', cells: [] },
      { name: 'An', cells: [CSDL], hidden: true },
    );
    const { code, report, stderr } = await json('ds.xlsx');
    assert.deepEqual([code, stderr], [1, '']);
    assert.deepEqual(Object.keys(report), ['file', 'sheets', 'skipped', 'totals']);
    assert.equal(report.file, folder.path('ds.xlsx'));
    assert.deepEqual(report.skipped, [
      { name: 'DAN_TOC', why: 'no-header-found' },
      { name: 'Trống', why: 'empty' },
      { name: 'An', why: 'hidden' },
    ]);
    const [sheet] = report.sheets;
    assert.deepEqual([sheet?.name, sheet?.template, sheet?.headerRow, sheet?.rows], ['Sheet1', 'student', 1, 2]);
    assert.deepEqual(
      [sheet?.columns.citizenId, sheet?.columns.ministryId, sheet?.columns.fullName],
      ['O', 'C', undefined],
    );
    assert.deepEqual(errors(report), [
      [3, 'D', 'birth-date.impossible'],
      [3, 'O', 'citizen-id.leading-zero-lost'],
    ]);
    const lost = sheet?.findings.find((finding) => finding.code === 'citizen-id.leading-zero-lost');
    assert.equal(lost?.fix?.value, '001320000022');
    assert.equal(lost?.field, 'citizenId');
    assert.equal(lost?.value, '1320000022');
    assert.ok(lost?.message.includes('1320000022'));
    assert.deepEqual([report.totals.rows, report.totals.clean, report.totals.error], [2, 1, 2]);
  });

  it('answers 0 when nothing is an error, in our own workbook too', async () => {
    await ours('sach.xlsx', [GOOD, { ...GOOD, fullName: 'Trần Văn Thử', citizenId: '001220000124' }]);
    const { code, report } = await json('sach.xlsx');
    assert.deepEqual(errors(report), []);
    assert.equal(code, 0);
    assert.deepEqual([report.totals.rows, report.totals.error], [2, 0]);
    const own = ['Hướng dẫn', 'Danh mục', 'Lớp', 'Xã phường'];
    assert.deepEqual(
      report.skipped,
      own.map((name) => ({ name, why: name === 'Hướng dẫn' ? 'no-header-found' : 'hidden' })),
    );
  });

  it('gives Excel’s own row numbers below titles, blank rows and repeated headers', async () => {
    const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD'];
    const person = (n: number, name: string | null) => [n, name, '05/09/2020', 'Nam', `00122000011${n}`];
    await foreign('ds.xlsx', {
      name: 'DS',
      cells: [['TRƯỜNG THỬ'], [], header, person(1, 'Nguyễn Văn Thử'), [], header, person(2, null), person(3, '123')],
    });
    const { report } = await json('ds.xlsx');
    assert.equal(report.sheets[0]?.headerRow, 3);
    assert.equal(report.totals.rows, 3);
    assert.deepEqual(
      errors(report).filter(([, , code]) => String(code).startsWith('full-name.')),
      [
        [7, 'B', 'full-name.missing'],
        [8, 'B', 'full-name.not-a-name'],
      ],
    );
    const repeated = report.sheets[0]?.findings.find((finding) => finding.code === 'sheet.header-repeated');
    assert.deepEqual([repeated?.row, repeated?.column, repeated?.severity], [null, null, 'note']);
  });

  it('names the rows of a doubled number as people see them', async () => {
    await ours('doi.xlsx', [GOOD, { ...GOOD, fullName: 'Trần Văn Thử' }]);
    const { report } = await json('doi.xlsx');
    const doubled = report.sheets[0]!.findings.filter((finding) => finding.code === 'citizen-id.duplicate');
    assert.deepEqual(
      doubled.map((finding) => [finding.row, finding.rows]),
      [
        [7, [8]],
        [8, [7]],
      ],
    );
    assert.match(doubled[0]!.message, /\b8\b/);
  });

  it('says which columns are missing, doubled, unknown and secret, each at its own letter', async () => {
    await foreign('cot.xlsx', {
      name: 'DS',
      cells: [
        ['Họ và tên', 'Ngày sinh', 'Họ và tên', 'Mật khẩu', 'Cân nặng', 'Lớp'],
        ['Nguyễn Văn Thử', '05/09/2020', null, 'bí mật', 20, '1A'],
      ],
    });
    const { code, report, stdout } = await json('cot.xlsx');
    assert.equal(code, 1);
    const header = report.sheets[0]!.findings.filter((finding) => finding.code.startsWith('sheet.'));
    assert.deepEqual(
      flat(header).sort(),
      [
        [null, 'C', 'sheet.column-duplicate'],
        [null, 'D', 'sheet.secret-column'],
        [null, 'E', 'sheet.column-unknown'],
        [null, null, 'sheet.column-missing'],
      ].sort(),
    );
    assert.equal(stdout.includes('bí mật'), false);
  });

  it('speaks English when asked, and Vietnamese to people without --json, grouped by rule', async () => {
    await ours(
      'ten.xlsx',
      Array.from({ length: 8 }, (_, n) => ({ ...GOOD, fullName: '', citizenId: `00122000020${n}` })),
    );
    const english = await json('ten.xlsx', { lang: 'en' });
    const missing = english.report.sheets[0]!.findings.find((finding) => finding.code === 'full-name.missing');
    assert.match(missing!.message, /^[\x20-\x7e“”’–]+$/);
    const { stdout, code } = await run(['ten.xlsx']);
    assert.equal(code, 1);
    assert.match(stdout, /Học sinh · mẫu student · tiêu đề ở dòng 6/);
    assert.match(stdout, /✖ Lỗi · .* \(full-name\.missing\): 8/);
    assert.match(stdout, /D7: /);
    assert.match(stdout, /… và 3 chỗ nữa/);
    assert.match(stdout, /8 dòng · 0 dòng sạch · 8 lỗi/);
  });

  it('says how much of a list that is only read could be mended', async () => {
    const lines = ['Họ và tên,Ngày sinh,Giới tính,Số CCCD', 'Trần Văn An,1.2.2010,Nam,001210000001'];
    await writeFile(folder.path('la.csv'), lines.join('\n'));
    const { stdout } = await run(['la.csv']);
    assert.match(stdout, /\(birth-date\.text-form\): 1 · có đề xuất sửa 1 ô/);
  });

  it('judges by the day it is given', async () => {
    await ours('mai.xlsx', [{ ...GOOD, birthDate: '01/12/2026', citizenId: '001226000123' }]);
    assert.ok(errors((await json('mai.xlsx')).report).some(([, , code]) => code === 'birth-date.in-future'));
    const later = await json('mai.xlsx', { today: '2026-12-02' });
    assert.equal(
      errors(later.report).some(([, , code]) => code === 'birth-date.in-future'),
      false,
    );
  });

  it('takes the template it is told', async () => {
    await foreign('ds.xlsx', {
      name: 'DS',
      cells: [
        ['Họ và tên', 'Ngày sinh', 'Số CCCD'],
        ['Nguyễn Văn Thử', '05/09/1980', '001080000123'],
      ],
    });
    assert.equal((await json('ds.xlsx')).report.sheets[0]?.template, 'student');
    assert.equal((await json('ds.xlsx', { template: 'staff' })).report.sheets[0]?.template, 'staff');
  });

  it('says in one line why a file cannot be used, writes nothing of it, and still checks the others', async () => {
    await ours('sach.xlsx', [GOOD]);
    await write('anh.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));
    await write('rong.xlsx', new Uint8Array());
    await foreign('danhmuc.xlsx', CATALOGUE);
    await foreign('trangrong.xlsx', { name: 'Sheet1', cells: [] });
    await mkdir(folder.path('thumuc.xlsx'));
    for (const [file, reason] of [
      ['anh.xlsx', /not-a-zip/],
      ['rong.xlsx', /empty-file/],
      ['danhmuc.xlsx', /DAN_TOC \(không có dòng tiêu đề\)/],
      ['trangrong.xlsx', /Sheet1 \(trống\).*Họ và tên/],
      ['thumuc.xlsx', /EISDIR/],
      ['khong-co.xlsx', /ENOENT/],
    ] as const) {
      const { code, stdout, stderr } = await run([file], { json: true });
      assert.deepEqual([code, stdout], [2, ''], file);
      assert.match(stderr, /^[^\n]+\n$/, file);
      assert.match(stderr, reason);
    }
    const both = await run(['anh.xlsx', 'sach.xlsx'], { json: true });
    assert.equal(both.code, 2);
    assert.equal((JSON.parse(both.stdout) as CheckJson).totals.rows, 1);
  });

  it('refuses bad usage with one line', async () => {
    await ours('sach.xlsx', [GOOD]);
    const bad: [string[], CheckOptions][] = [
      [[], {}],
      [['sach.xlsx'], { today: '22/11/2026' }],
      [['sach.xlsx'], { today: '2026-02-30' }],
      [['sach.xlsx'], { schoolYear: '22' }],
      [['sach.xlsx'], { schoolYear: '2022-2024' }],
      [['sach.xlsx'], { template: 'results' }],
      [['sach.xlsx'], { lang: 'fr' }],
      [['sach.xlsx', 'sach.xlsx'], { annotate: folder.path('ra.xlsx') }],
      [['sach.xlsx'], { annotate: folder.path('sach.xlsx') }],
    ];
    for (const [files, options] of bad) {
      const { code, stdout, stderr } = await run(files, options);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });

  describe('--annotate', () => {
    it('writes the marks into a copy of our workbook, and leaves the original alone', async () => {
      await ours('lop.xlsx', [
        GOOD,
        { ...GOOD, fullName: 'Trần Văn Thử', birthDate: '31/02/2020', citizenId: '001220000124' },
      ]);
      const before = await readFile(folder.path('lop.xlsx'));
      const { code } = await run(['lop.xlsx'], { annotate: folder.path('ra.xlsx') });
      assert.equal(code, 1);
      assert.deepEqual(await readFile(folder.path('lop.xlsx')), before);
      const { sheets } = await readWorkbook(await readFile(folder.path('ra.xlsx')));
      const match = matchHeader(sheets[0]!.cells)!;
      const marks = (row: number) => String(sheets[0]!.cells[row - 1]?.[match.marksColumn!] ?? '');
      assert.equal(marks(8).charAt(markPosition(getLayout('student'), 'birthDate') - 1), 'E');
      assert.equal(marks(7).includes('E'), false);
      assert.deepEqual(await readdir(folder.path('.')), ['lop.xlsx', 'ra.xlsx']);
    });

    it('keeps the verdicts that stand in the sheet', async () => {
      await ours('lop.xlsx', [GOOD]);
      const port = await openFileSheet(await readFile(folder.path('lop.xlsx')));
      const layout = getLayout('student');
      await port.bind(layout, matchHeader((await port.survey()).grid)!);
      const [row] = (await port.snapshot()).rows;
      await port.apply({ results: [{ rowId: row!.rowId, verdict: 'Đang chờ', reason: 'đã gửi', nextStep: '' }] });
      await write('lop.xlsx', await port.save());
      await run(['lop.xlsx'], { annotate: folder.path('ra.xlsx') });
      const again = await openFileSheet(await readFile(folder.path('ra.xlsx')));
      await again.bind(layout, matchHeader((await again.survey()).grid)!);
      assert.equal((await again.snapshot()).rows[0]?.results.verdict, 'Đang chờ');
    });

    it('marks somebody else’s workbook, and `--clear` gives it back byte for byte', async () => {
      await foreign('ds.xlsx', { name: 'DS', cells: [CSDL, child(1, '31/02/2020', 'Nam', '001220000111')] });
      const before = await readFile(folder.path('ds.xlsx'));
      await run(['ds.xlsx'], { annotate: folder.path('ra.xlsx') });
      const { sheets } = await readWorkbook(await readFile(folder.path('ra.xlsx')));
      const match = matchHeader(sheets[0]!.cells)!;
      assert.match(String(sheets[0]!.cells[1]?.[match.marksColumn!]), /E/);
      assert.deepEqual(sheets[0]!.hiddenColumns, [match.rowIdColumn, match.marksColumn]);
      const { code } = await run(['ra.xlsx'], { clear: true, out: folder.path('lai.xlsx') });
      assert.equal(code, 0);
      assert.deepEqual(await readFile(folder.path('lai.xlsx')), before);
    });

    it('clears nothing of a file that has no marks, or into the file itself', async () => {
      await foreign('ds.xlsx', { name: 'DS', cells: [CSDL, child(1, '05/09/2020', 'Nam', '001220000111')] });
      const { code, stderr } = await run(['ds.xlsx'], { clear: true, out: folder.path('lai.xlsx') });
      assert.equal(code, 2);
      assert.match(stderr, /không mang dấu/);
      assert.equal((await run(['ds.xlsx'], { clear: true, out: folder.path('ds.xlsx') })).code, 2);
      assert.deepEqual(await readdir(folder.path('.')), ['ds.xlsx']);
    });

    it('leaves no half-written file behind', async () => {
      await ours('lop.xlsx', [GOOD]);
      await mkdir(folder.path('ra.xlsx'));
      const { code, stderr } = await run(['lop.xlsx'], { annotate: folder.path('ra.xlsx') });
      assert.equal(code, 2);
      assert.match(stderr, /thư mục/);
      assert.equal((await run(['lop.xlsx'], { annotate: folder.path('khong/co/ra.xlsx') })).code, 2);
      assert.deepEqual(await readdir(folder.path('.')), ['lop.xlsx', 'ra.xlsx']);
    });
  });
});
