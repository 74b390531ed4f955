import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type CheckOptions, runCheck } from '../../cli/check.ts';
import type { CheckJson } from '../../cli/check-json.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { fixtureBytes } from '../xlsx/workbook-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach check of a file that is no .xlsx', () => {
  const CSV = 'STT;Họ và tên;Ngày sinh;Số CCCD\r\n1;Nguyễn Thị Thử;31/02/2020;001220000111\r\n';

  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    await write('ds.csv', `\ufeff${CSV}`);
  });

  afterEach(() => folder.remove());

  const write = (file: string, contents: string | Uint8Array) => writeFile(folder.path(file), contents);

  async function run(files: readonly string[], options: CheckOptions = {}) {
    const io = captureIo();
    const paths = files.map((file) => folder.path(file));
    const code = await runCheck(paths, { today: '2026-11-22', ...options }, io);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('is checked like any other, in one list with others, its cells the texts they are', async () => {
    const cells = CSV.trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    await write('ds.xlsx', await fixtureBytes({ sheets: [{ name: 'DS', cells }] }));
    const { stdout, code } = await run(['ds.csv', 'ds.xlsx'], { json: true });
    const [list, own] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CheckJson);
    assert.equal(code, 1);
    const found = list?.sheets[0]?.findings.filter((finding) => finding.row === 2 && finding.severity === 'error');
    assert.deepEqual(
      found?.map(({ column, value }) => [column, value]),
      [['C', '31/02/2020']],
    );
    assert.deepEqual(list?.sheets[0]?.findings, own?.sheets[0]?.findings, 'as the same list in an .xlsx');
  });

  it('is annotated as an .xlsx, with a word about it, and stays as it was', async () => {
    const { stderr, code } = await run(['ds.csv'], { annotate: folder.path('ra.xlsx') });
    assert.equal(code, 1);
    assert.match(stderr, /^[^\n]*ds\.csv: không phải \.xlsx[^\n]*ra\.xlsx[^\n]*tệp gốc không bị đổi\.\n$/);
    const { sheets } = await readWorkbook(await readFile(folder.path('ra.xlsx')));
    assert.equal(sheets[0]?.cells[1]?.[3], '001220000111');
    assert.match(String(sheets[0]?.cells[1]?.[matchHeader(sheets[0].cells)!.marksColumn!]), /E/);
    assert.equal(await readFile(folder.path('ds.csv'), 'utf8'), `\ufeff${CSV}`);
  });

  it('is not annotated under a name that is no .xlsx, and has no marks to clear', async () => {
    const annotated = await run(['ds.csv'], { annotate: folder.path('ra.csv') });
    assert.deepEqual([annotated.code, annotated.stdout], [2, '']);
    assert.match(annotated.stderr, /đuôi \.xlsx/);
    const cleared = await run(['ds.csv'], { clear: true, out: folder.path('lai.xlsx') });
    assert.equal(cleared.code, 2);
    assert.match(cleared.stderr, /--clear: chỉ tệp \.xlsx/);
    assert.deepEqual(await readdir(folder.path('.')), ['ds.csv']);
  });

  it('is refused in one line that names the line at fault', async () => {
    await write('hong.csv', `${CSV}2;"Lê Thử;05/09/2020;\r\n`);
    const { code, stdout, stderr } = await run(['hong.csv']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^[^\n]*Dấu ngoặc kép ở dòng 3 [^\n]*\n$/);
  });
});
