import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { type CheckOptions, runCheck } from '../../cli/check.ts';
import type { CheckJson } from '../../cli/check-json.ts';
import type { RawRow } from '../../rules/record.ts';
import { getLayout } from '../../templates/layouts.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { IDENTITY } from '../xlsx/identity-fixture.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const PUPIL: RawRow = {
  className: '12A1',
  fullName: 'Nguyễn Thị Mai',
  birthDate: '12/03/2005',
  sex: 'Nữ',
  citizenId: '001305000123',
};

describe('sosach check of results', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  async function check(file: string, options: CheckOptions = {}): Promise<CheckJson> {
    const io = captureIo();
    await runCheck([folder.path(file)], { json: true, today: '2026-11-22', ...options }, io);
    assert.equal(io.stderr(), '');
    return JSON.parse(io.stdout()) as CheckJson;
  }

  const flat = ({ sheets }: CheckJson) =>
    sheets.flatMap(({ findings }) => findings.map(({ row, column, code }) => [row, column, code]));

  async function ours(...rows: readonly RawRow[]) {
    const bytes = await writeTemplateWorkbook({
      layout: getLayout('results'),
      identity: IDENTITY,
      rows: rows.map((cells, at) => ({
        rowId: `00000000-0000-4000-8000-00000000000${at}`,
        values: { ...PUPIL, ...cells },
      })),
    });
    await writeFile(folder.path('kq.xlsx'), bytes);
  }

  it('reads the grouped header of its own template and says in which column each fault lies', async () => {
    await ours({ 'g10.hk1.math': '85', 'g12.cn.conduct': 'ngoan' });
    const report = await check('kq.xlsx', { schoolYear: '2022-2023' });
    const [sheet] = report.sheets;
    assert.deepEqual([sheet?.template, sheet?.headerRow, sheet?.rows], ['results', 8, 1]);
    const { columns } = sheet!;
    assert.deepEqual(flat(report), [
      [9, columns['g10.hk1.math'], 'score.decimal-lost'],
      [9, columns['g12.cn.conduct'], 'conduct.not-in-list'],
    ]);
  });

  it('judges by the school year that is asked for, else that of the title, else that of the day', async () => {
    const file = (title: string) =>
      fixtureBytes({
        sheets: [
          {
            name: 'KQ',
            cells: [
              [title],
              ['STT', 'Lớp', 'Họ và tên', 'Ngày sinh', 'HL lớp 10', 'HK lớp 10'],
              [1, '12A1', 'Nguyễn Thị Mai', '12/03/2005', 'Giỏi', 'Tốt'],
            ],
          },
        ],
      });
    await writeFile(folder.path('cu.xlsx'), await file('NĂM HỌC 2022-2023'));
    await writeFile(folder.path('nay.xlsx'), await file('BẢNG ĐIỂM'));
    const wrong = (report: CheckJson) => flat(report).filter(([, , code]) => code === 'scale.wrong-circular').length;
    assert.equal(wrong(await check('cu.xlsx')), 0);
    assert.equal(wrong(await check('nay.xlsx')), 1);
    assert.equal(wrong(await check('nay.xlsx', { schoolYear: '2022' })), 0);
    assert.equal(wrong(await check('cu.xlsx', { schoolYear: '2025-26' })), 1);
  });

  it('marks the cells and takes the marks out again, byte for byte', async () => {
    await ours({ 'g10.hk1.math': '85' }, { fullName: 'Trần Văn An', sex: 'Nam', citizenId: '001205000124' });
    await check('kq.xlsx', { annotate: folder.path('dau.xlsx'), schoolYear: '2022' });
    const marked = await readWorkbook(await readFile(folder.path('dau.xlsx')));
    assert.equal(marked.sheets[0]?.cells.length, 10);
    const io = captureIo();
    const code = await runCheck([folder.path('dau.xlsx')], { clear: true, out: folder.path('sach.xlsx') }, io);
    assert.deepEqual([code, io.stderr()], [0, '']);
    assert.deepEqual(await readFile(folder.path('sach.xlsx')), await readFile(folder.path('kq.xlsx')));
  });
});
