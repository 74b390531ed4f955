import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { runCommandLine } from '../../cli/command-line.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { openStore } from '../../server/data-folder.ts';
import { UNITS } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach backup, sosach restore', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(folder.path('data'));
    await addUnits(store, UNITS);
    await store.close();
  });
  afterEach(() => folder.remove());

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(args, io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('go round', async () => {
    const backup = await run('backup', '--out', folder.path('a.tar.gz'), '--data', folder.path('data'));
    assert.equal(backup.code, 0, backup.stderr);
    assert.match(backup.stdout, /đã sao lưu .*cất nơi an toàn/);
    const restored = await run('restore', folder.path('a.tar.gz'), '--data', folder.path('mới'));
    assert.match(restored.stdout, /đã phục hồi 0 dòng; mọi người đăng nhập lại/);
    const store = await openStore(folder.path('mới'));
    assert.equal(await store.units.count(), UNITS.length);
    await store.close();
    const again = await run('restore', folder.path('a.tar.gz'), '--data', folder.path('mới'));
    assert.deepEqual([again.code, again.stdout], [2, '']);
    assert.match(again.stderr, /--replace.*\[restore-over-store\]/);
    const told = await run('restore', folder.path('a.tar.gz'), '--data', folder.path('mới'), '--replace');
    assert.equal(told.code, 0);
    assert.match(told.stdout, /Dữ liệu trước đó nằm ở .*replaced-\d{14}\n/);
  });

  it('say in one line what is wrong', async () => {
    const missing = await run('restore', folder.path('a.tar.gz'), '--data', folder.path('mới'));
    assert.match(missing.stderr, /^sosach: .*\(ENOENT\).*\[backup-unusable\]\n$/);
    assert.ok(!existsSync(folder.path('mới')));
    const nowhere = await run('backup', '--out', folder.path('a.tar.gz'), '--data', folder.path('khác'));
    assert.match(nowhere.stderr, /\[store-missing\]\n$/);
    assert.equal((await run('restore', folder.path('a.tar.gz'))).code, 2, 'needs --data');
    assert.equal((await run('backup')).code, 2, 'needs --out');
  });
});
