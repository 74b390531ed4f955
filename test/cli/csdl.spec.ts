import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runCommandLine } from '../../cli/command-line.ts';
import { createCsdlAdapter } from '../../server/population/csdl/csdl-adapter.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { COLUMNS, citizenId, pupil, pushOf } from '../server/invented-rows.ts';
import { listFile, type ResultTable } from '../server/population/csdl/carried-world.ts';
import { ServerWorld } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach csdl', () => {
  let world: ServerWorld;
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    world = await ServerWorld.start({ population: { ...createCsdlAdapter(), register: 'invented' } });
    const rows = [1, 2].map((number) => {
      const row = pupil(number);
      return { ...row, cells: [`010000000${number}`, ...row.cells] };
    });
    await world.push({ ...pushOf(rows), columns: ['ministryId', ...COLUMNS] });
  });
  afterEach(async () => {
    await world.close();
    await folder.remove();
  });

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(['csdl', ...args, '--data', world.dataDir], io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }
  const fileOf = async (table: ResultTable) => {
    const file = folder.path('ket-qua.xlsx');
    writeFileSync(file, await listFile(table));
    return file;
  };

  it('writes the workbook to hand in beside a running server, and takes the list back', async () => {
    const out = folder.path('nop.xlsx');
    const written = await run('export', '--unit', 'T-A', '--out', out);
    assert.deepEqual([written.code, written.stderr], [0, '']);
    assert.match(written.stdout, /nop\.xlsx: 2 dòng để nộp/);
    assert.equal((await readWorkbook(readFileSync(out))).sheets[0]?.cells.length, 3);
    assert.deepEqual(
      (await world.statuses()).items.map(({ transport }) => transport),
      ['sent', 'sent'],
    );
    const list = await fileOf([
      ['Số ĐDCN', 'Trạng thái xác thực'],
      [citizenId(1), 'Đã xác thực'],
      [citizenId(9), 'Đã xác thực'],
    ]);
    const taken = await run('import', list, '--unit', 'T-A');
    assert.equal(taken.code, 1);
    assert.match(taken.stdout, /2 dòng \/ lines; 1 kết quả mới/);
    assert.match(taken.stdout, /Không khớp dòng nào mà trường đã nộp .*: dòng\/rows 3\n/);
    assert.ok(!taken.stdout.includes(citizenId(9)), 'lines are named by their place alone');
    assert.deepEqual((await world.statuses()).items.map(({ outcome }) => outcome).sort(), ['match', null]);
    const events = (await world.store.audit.all()).map(({ action }) => action);
    assert.ok(events.includes('questions-handed-in') && events.includes('answers-taken'));
  });

  it('refuses an unknown unit or form, and a file that is no list, with nothing written', async () => {
    const out = folder.path('nop.xlsx');
    assert.match((await run('export', '--unit', 'X-99', '--out', out)).stderr, /unit-unknown/);
    assert.match((await run('export', '--unit', 'T-A', '--out', out, '--form', 'x')).stderr, /pupil, staff/);
    assert.ok(!existsSync(out));
    const list = await fileOf([['Số ĐDCN', 'Họ tên']]);
    const refused = await run('import', list, '--unit', 'T-A');
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
    assert.match(refused.stderr, /chưa có cột kết quả xác thực/);
    assert.ok((await world.statuses()).items.every(({ outcome }) => outcome === null));
  });
});
