import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { runCommandLine } from '../../cli/command-line.ts';
import { addUnits } from '../../server/admin/add-units.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { openStore } from '../../server/data-folder.ts';
import { UNITS } from '../server/server-world.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach audit verify', () => {
  let folder: TempFolder;

  beforeEach(async () => {
    folder = await tempFolder();
    const store = await openStore(folder.path('data'));
    await addUnits(store, UNITS);
    const password = 'mật khẩu thử 2026';
    for (const username of ['mot.a', 'hai.a']) {
      await createAccount(store, { username, displayName: username, role: 'clerk', unit: 'T-A', password });
    }
    await store.close();
  });
  afterEach(() => folder.remove());

  async function verify(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine(['audit', 'verify', '--data', folder.path('data'), ...args], io, '.');
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }
  function tamper(sql: string): void {
    const database = new Database(folder.path('data/so-sach.sqlite'));
    database.exec(sql);
    database.close();
  }

  it('prints the end to note, and takes it back as --expect', async () => {
    const { code, stdout } = await verify();
    assert.equal(code, 0);
    const head = /nguyên vẹn.*: 2 sự kiện.* ([\w-]{43})\n$/.exec(stdout)?.[1] ?? '';
    assert.equal((await verify('--expect', head)).code, 0);
    tamper('DELETE FROM audit_events WHERE id = 2');
    assert.equal((await verify()).code, 0);
    const cut = await verify('--expect', head);
    assert.equal(cut.code, 1);
    assert.match(cut.stdout, /bị cắt hoặc viết lại/);
  });

  it('names the first broken event', async () => {
    tamper(`UPDATE audit_events SET account_id = 'ai khác' WHERE id = 1`);
    const { code, stdout } = await verify();
    assert.equal(code, 1);
    assert.match(stdout, /KHÔNG còn nguyên vẹn từ sự kiện 1:/);
  });

  it('refuses what is no hash, and a folder without a store, which stays without one', async () => {
    assert.equal((await verify('--expect', 'abc')).code, 2);
    const missing = await verify('--data', folder.path('khac'));
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /\[store-missing\]/);
    assert.ok(!existsSync(folder.path('khac')));
  });
});
