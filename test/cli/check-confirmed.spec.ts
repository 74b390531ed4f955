import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { type CheckOptions, runCheck } from '../../cli/check.ts';
import type { CheckJson } from '../../cli/check-json.ts';
import type { CellValue } from '../../rules/cell.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { fileDesk } from '../xlsx/file-desk.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

const CODE = 'citizen-id.sex-disagrees';
const HEADER = ['STT', 'Lớp', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Số CCCD'];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, '1A', 'Người Thử', '01/02/2020', 'Nam', 'Tày', '001320000123'],
  [2, '1A', 'Người Khác', '02/02/2020', 'Nam', 'Tày', '001320000124'],
];

/** What the pane confirmed, as the command line sees it. */
describe('sosach check: confirmed queries', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    await writeFile(folder.path('ds.xlsx'), await fixtureBytes({ sheets: [{ name: 'DS', cells: [HEADER, ...ROWS] }] }));
    const { desk, port } = await fileDesk(await readFile(folder.path('ds.xlsx')));
    const findings = (await desk.check()).groups.flatMap((group) => group.findings.map(({ finding }) => finding));
    const first = findings.filter(({ code, row }) => code === CODE && row === 0);
    await desk.confirm(first, 'đúng theo giấy khai sinh');
    await writeFile(folder.path('xac-nhan.xlsx'), await port.save());
  });

  afterEach(() => folder.remove());

  async function run(file: string, options: CheckOptions) {
    const io = captureIo();
    const code = await runCheck([folder.path(file)], { today: '2026-11-22', ...options }, io);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('are told apart in the report, and counted as clean', async () => {
    const before = JSON.parse((await run('ds.xlsx', { json: true })).stdout) as CheckJson;
    const after = JSON.parse((await run('xac-nhan.xlsx', { json: true })).stdout) as CheckJson;
    const told = (report: CheckJson) =>
      report.sheets[0]!.findings.filter(({ code }) => code === CODE).map(({ row, confirmed, reason }) => [
        row,
        confirmed,
        reason,
      ]);
    assert.deepEqual(told(before), [
      [2, undefined, undefined],
      [3, undefined, undefined],
    ]);
    assert.deepEqual(told(after), [
      [2, true, 'đúng theo giấy khai sinh'],
      [3, undefined, undefined],
    ]);
    assert.equal(after.totals.query, before.totals.query - 1);
    assert.equal(after.totals.confirmed, 1);
    assert.equal(after.totals.clean, 1);
    assert.match((await run('xac-nhan.xlsx', {})).stdout, / · 1 đã xác nhận\n/);
  });

  it('are not marked in an annotated copy', async () => {
    await run('xac-nhan.xlsx', { annotate: folder.path('ra.xlsx') });
    const { sheets } = await readWorkbook(await readFile(folder.path('ra.xlsx')));
    const { marksColumn } = matchHeader(sheets[0]!.cells)!;
    const [, first, second] = sheets[0]!.cells.map((line) => line[marksColumn!] ?? null);
    assert.equal(first, null);
    assert.match(String(second), /Q/);
  });

  it('go with all other traces when the file is cleared', async () => {
    const { code } = await run('xac-nhan.xlsx', { clear: true, out: folder.path('lai.xlsx') });
    assert.equal(code, 0);
    assert.deepEqual(await readFile(folder.path('lai.xlsx')), await readFile(folder.path('ds.xlsx')));
  });
});
