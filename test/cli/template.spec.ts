import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { runCheck } from '../../cli/check.ts';
import { runTemplate, type TemplateOptions } from '../../cli/template.ts';
import { LAYOUTS } from '../../templates/layouts.ts';
import { matchHeader } from '../../templates/match-header.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach template', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function run(id: string, options: Partial<TemplateOptions> = {}) {
    const io = captureIo();
    const usual = { unit: '01-TH-000', out: folder.path('mau.xlsx'), dataDir: folder.path('khong-co') };
    const code = await runTemplate(id, { ...usual, ...options }, io);
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  for (const id of Object.keys(LAYOUTS)) {
    it(`writes the ${id} workbook for the unit, and a check of it finds the header and no row`, async () => {
      const { code, stderr } = await run(id, { unitName: 'Trường Thử', campaign: 'thu-2026' });
      assert.deepEqual([code, stderr], [0, '']);
      const { identity, sheets } = await readWorkbook(await readFile(folder.path('mau.xlsx')));
      assert.equal(matchHeader(sheets[0]!.cells)?.template, id);
      assert.deepEqual(
        [identity?.template, identity?.unit, identity?.unitName, identity?.campaign],
        [id, '01-TH-000', 'Trường Thử', 'thu-2026'],
      );
      assert.match(identity?.workbookId ?? '', /^[0-9a-f-]{36}$/);
      const io = captureIo();
      assert.equal(await runCheck([folder.path('mau.xlsx')], { json: true, today: '2026-11-22' }, io), 0);
      assert.equal((JSON.parse(io.stdout()) as { totals: { rows: number } }).totals.rows, 0);
    });
  }

  it('gives every workbook an identity of its own', async () => {
    const idOf = async () => (await readWorkbook(await readFile(folder.path('mau.xlsx')))).identity?.workbookId;
    await run('student');
    const first = await idOf();
    await run('student');
    assert.notEqual(await idOf(), first);
  });

  it('switches on the optional columns that are named', async () => {
    await run('student', { optional: ['fatherName'] });
    const { sheets } = await readWorkbook(await readFile(folder.path('mau.xlsx')));
    assert.equal(matchHeader(sheets[0]!.cells)?.columns.has('fatherName'), true);
  });

  it('refuses what it cannot do with one line, and writes nothing', async () => {
    await mkdir(folder.path('thumuc'));
    await writeFile(folder.path('tep'), 'x');
    const bad: [string, Partial<TemplateOptions>, RegExp][] = [
      ['pupils', {}, /student, staff, results/],
      ['toString', {}, /student, staff/],
      ['student', { unit: ' ' }, /--unit/],
      ['student', { unit: '../x' }, /--unit/],
      ['student', { out: folder.path('thumuc') }, /thư mục/],
      ['student', { out: folder.path('tep/mau.xlsx') }, /ENOTDIR/],
      ['student', { optional: ['religion'] }, /address, fatherName/],
      ['staff', { optional: ['fatherName'] }, /chỉ có schoolCode/],
      ['student', { unit: undefined as never }, /--unit hoặc --campaign/],
    ];
    for (const [id, options, reason] of bad) {
      const { code, stdout, stderr } = await run(id, options);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^[^\n]+\n$/);
      assert.match(stderr, reason);
    }
    assert.deepEqual((await readdir(folder.path('.'))).sort(), ['tep', 'thumuc']);
  });
});
