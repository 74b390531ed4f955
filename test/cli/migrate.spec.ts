import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { migrationText, runMigrate } from '../../cli/migrate.ts';
import { getLayout } from '../../templates/layouts.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { writeTemplateWorkbook } from '../../xlsx/write-template-workbook.ts';
import { IDENTITY } from '../desk/desk-fixture.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach migrate', () => {
  let folder: TempFolder;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  async function run(version: number, name = 'cu.xlsx', lang = 'vi') {
    const file = folder.path(name);
    const layout = getLayout('student');
    await writeFile(file, await writeTemplateWorkbook({ layout, identity: { ...IDENTITY, version }, unitHeading: '' }));
    const io = captureIo();
    const out = folder.path('moi.xlsx');
    return { code: await runMigrate(file, { out, lang }, io), out, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('says in one line of a workbook of today that there is nothing to do, and writes nothing', async () => {
    const { code, out, stderr } = await run(getLayout('student').version);
    assert.deepEqual([code, existsSync(out), stderr.trim().split('\n').length], [2, false, 1]);
    assert.match(stderr, /đã theo mẫu hiện nay/);
  });

  it('writes an older one anew and says what does not come along', async () => {
    const { code, out, stdout, stderr } = await run(0);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /phiên bản 0 → 1/);
    assert.match(stdout, /Màu tô, ghi chú ô và công thức riêng không sang được/);
    assert.equal((await readWorkbook(await readFile(out))).identity?.version, 1);
  });

  it('never writes over the file it reads', async () => {
    const io = captureIo();
    assert.equal(await runMigrate('a.xlsx', { out: 'a.xlsx' }, io), 2);
    assert.match(io.stderr(), /tệp gốc được giữ nguyên/);
  });

  it('tells each column by its letters', () => {
    const text = migrationText(
      'moi.xlsx',
      {
        version: { from: 1, to: 2 },
        rows: 3,
        renamed: [{ header: 'Xã', now: 'Phường/xã', from: 10, to: 12 }],
        moved: [{ header: 'Giới tính', from: 6, to: 1 }],
        added: ['Hộ chiếu'],
        leftOver: [{ header: 'Số áo', from: 20, to: 27 }],
        secret: ['Mật khẩu'],
        leftBehind: [40],
      },
      'vi',
    );
    for (const words of ['Xã (K) → Phường/xã (M)', 'Giới tính G → B', 'Hộ chiếu', 'Số áo U → AB', 'Mật khẩu', '40']) {
      assert.ok(text.includes(words), words);
    }
  });
});
