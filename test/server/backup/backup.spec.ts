import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { StatusPage } from '../../../contract/schemas/status.ts';
import { verifyAudit } from '../../../server/admin/verify-audit.ts';
import { backUp } from '../../../server/backup/back-up.ts';
import { restore } from '../../../server/backup/restore.ts';
import { lockDataFolder, openStore } from '../../../server/data-folder.ts';
import { ServerError, type ServerErrorCode } from '../../../server/server-error.ts';
import { pupil, pushOf } from '../invented-rows.ts';
import { makeOldStore } from '../old-store.ts';
import { ServerWorld } from '../server-world.ts';

const is = (code: ServerErrorCode) => (error: unknown) => error instanceof ServerError && error.code === code;

const KEYS = ['records.key', 'token.key', 'workbook.key'];

describe('backup and restore', () => {
  let world: ServerWorld;
  let folder: string;
  const path = (name: string) => join(folder, name);
  const pushRows = (from: number, to: number, workbookId = 'so-1') =>
    world.push(
      pushOf(
        Array.from({ length: to - from }, (_, index) => pupil(from + index)),
        { workbookId },
      ),
    );

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-backup-'));
    world = await ServerWorld.start();
    await pushRows(0, 10);
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings back everything, with the keys, from a file for its owner alone', async () => {
    const bytes = await backUp(world.dataDir, path('a.tar.gz'));
    assert.equal(statSync(path('a.tar.gz')).size, bytes);
    if (process.platform !== 'win32') assert.equal(statSync(path('a.tar.gz')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['a.tar.gz'], 'nothing is left beside it');
    const { rows, replaced } = await restore(path('a.tar.gz'), path('mới'));
    assert.deepEqual([rows, replaced], [10, null]);
    assert.deepEqual(readdirSync(path('mới')).sort(), [...KEYS, 'serve.lock', 'so-sach.sqlite'].sort());
    for (const key of KEYS) {
      assert.ok(readFileSync(join(path('mới'), key)).equals(readFileSync(join(world.dataDir, key))));
      if (process.platform !== 'win32') assert.equal(statSync(join(path('mới'), key)).mode & 0o777, 0o600);
    }
    const store = await openStore(path('mới'));
    assert.equal(await store.units.count(), await world.store.units.count());
    assert.deepEqual(
      await store.records.roster('T-A', 'student', ''),
      await world.store.records.roster('T-A', 'student', ''),
    );
    assert.ok(await store.meta.isTryOut());
    await store.close();
  });

  it('is told in the trail of the store and of what was restored from it, and both stay sound', async () => {
    const { hash } = await world.store.audit.head();
    const bytes = await backUp(world.dataDir, path('a.tar.gz'));
    const told = (await world.store.audit.all()).at(-1);
    assert.deepEqual([told?.action, told?.counts], ['backed-up', { bytes }]);
    await restore(path('a.tar.gz'), path('mới'));
    const store = await openStore(path('mới'));
    assert.deepEqual(
      [(await store.audit.all()).at(-1)?.action, (await verifyAudit(store, hash)).state],
      ['restored', 'intact'],
    );
    await store.close();
  });

  it('is opened by the system’s own tool, with sums in its usual form', async () => {
    await backUp(world.dataDir, path('a.tar.gz'));
    execFileSync('tar', ['xzf', 'a.tar.gz'], { cwd: folder });
    const sums = ['so-sach.sqlite', 'token.key', 'workbook.key', 'records.key'].map(
      (name) => `${sumOf(readFileSync(path(name)))}  ${name}\n`,
    );
    assert.equal(readFileSync(path('SHA256SUMS'), 'utf8'), sums.join(''));
  });

  it('loses no change to a cursor that is older than what happened since', async () => {
    await backUp(world.dataDir, path('a.tar.gz'));
    await pushRows(10, 20);
    const { cursor } = await world.statuses();
    await restore(path('a.tar.gz'), path('mới'));
    await world.restart({ dataDir: path('mới') });
    const { accessToken } = await world.signIn('vanthu.a');
    const pushed = pushOf(Array.from({ length: 30 }, (_, index) => pupil(100 + index)));
    await world.post('/api/v1/pushes', pushed, accessToken).set('Idempotency-Key', 'x'.repeat(16)).expect(200);
    // As much has happened anew: by its number alone the cursor would pass for good, and hide ten rows.
    const answer = await world.get(`/api/v1/statuses?limit=100&since=${cursor}`, accessToken).expect(200);
    assert.equal((answer.body as StatusPage).items.length, 40);
  });

  it('ends every sign-in, those that were ended after the backup included', async () => {
    const session = await world.signIn('vanthu.a');
    await backUp(world.dataDir, path('a.tar.gz'));
    await restore(path('a.tar.gz'), path('mới'));
    await world.restart({ dataDir: path('mới') });
    assert.equal((await world.get('/api/v1/me', session.accessToken)).status, 401);
    const { refreshToken } = session;
    assert.equal((await world.post('/api/v1/session/refresh', { refreshToken })).status, 401);
  });

  it('never overwrites a backup, and needs a store and a folder', async () => {
    writeFileSync(path('a.tar.gz'), 'bản cũ');
    await assert.rejects(backUp(world.dataDir, path('a.tar.gz')), is('backup-exists'));
    assert.equal(readFileSync(path('a.tar.gz'), 'utf8'), 'bản cũ');
    await assert.rejects(backUp(path('không-có'), path('b.tar.gz')), is('store-missing'));
    await assert.rejects(backUp(world.dataDir, path('không-có/b.tar.gz')), is('backup-unwritable'));
    assert.deepEqual(readdirSync(folder), ['a.tar.gz']);
  });

  it('leaves a store of an earlier schema as it is, in the backup too; restoring brings it up to date', async () => {
    const old = path('cũ');
    await makeOldStore(old, 2);
    await backUp(old, path('a.tar.gz'));
    assert.equal(versionOf(join(old, 'so-sach.sqlite')), 2);
    await restore(path('a.tar.gz'), path('mới'));
    const store = await openStore(path('mới'));
    assert.equal((await verifyAudit(store)).state, 'intact');
    await store.close();
  });

  describe('restoring', () => {
    beforeEach(() => backUp(world.dataDir, path('a.tar.gz')));

    it('refuses a folder that holds a store, unless told; then what was there is moved aside', async () => {
      await restore(path('a.tar.gz'), path('mới'));
      await assert.rejects(restore(path('a.tar.gz'), path('mới')), is('restore-over-store'));
      sql(join(path('mới'), 'so-sach.sqlite'), 'DELETE FROM records');
      const { rows, replaced } = await restore(path('a.tar.gz'), path('mới'), { replace: true });
      assert.equal(rows, 10);
      assert.ok(replaced?.startsWith(join(path('mới'), 'replaced-')));
      assert.deepEqual(readdirSync(replaced ?? '').sort(), [
        'records.key',
        'so-sach.sqlite',
        'token.key',
        'workbook.key',
      ]);
      const before = await openStore(replaced ?? '');
      assert.equal(await before.records.count(), 0);
      await before.close();
    });

    it('refuses a folder that a server uses', async () => {
      const release = lockDataFolder(path('mới'));
      await assert.rejects(restore(path('a.tar.gz'), path('mới')), is('data-folder-in-use'));
      release();
      await assert.rejects(restore(path('a.tar.gz'), world.dataDir, { replace: true }), is('data-folder-in-use'));
    });

    it('refuses a schema newer than it knows', async () => {
      // As a newer version would have written it: sqlite.org/fileformat2.html 1.3, offset 60.
      const archive = gunzipSync(readFileSync(path('a.tar.gz')));
      const at = archive.indexOf('SQLite format 3');
      archive.writeUInt32BE(99, at + 60);
      rewriteSums(archive, at);
      writeFileSync(path('b.tar.gz'), gzipSync(archive));
      await refusesWhole(path('b.tar.gz'), 'store-newer');
    });

    it('refuses what is missing, no backup, cut off, or changed in any byte, and changes nothing', async () => {
      await refusesWhole(path('không-có'), 'backup-unusable');
      writeFileSync(path('b.tar.gz'), 'đây không phải bản sao lưu');
      await refusesWhole(path('b.tar.gz'), 'backup-unusable');
      const whole = readFileSync(path('a.tar.gz'));
      for (const share of [0, 0.3, 0.9]) {
        writeFileSync(path('b.tar.gz'), whole.subarray(0, Math.floor(whole.length * share)));
        await refusesWhole(path('b.tar.gz'), 'backup-unusable');
      }
      const archive = gunzipSync(whole);
      for (const at of [600, 5000, archive.indexOf('SHA256SUMS') + 520, archive.indexOf('token.key') + 515]) {
        const changed = Buffer.from(archive);
        changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
        writeFileSync(path('b.tar.gz'), gzipSync(changed));
        await refusesWhole(path('b.tar.gz'), 'backup-unusable');
      }
      // A whole archive that ends before its sums.
      const upToSums = archive.subarray(0, archive.indexOf('SHA256SUMS'));
      writeFileSync(path('b.tar.gz'), gzipSync(Buffer.concat([upToSums, Buffer.alloc(1024)])));
      await refusesWhole(path('b.tar.gz'), 'backup-unusable');
    });

    async function refusesWhole(file: string, code: ServerErrorCode): Promise<void> {
      const target = path('đích');
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'ghi-chú.txt'), 'của người vận hành');
      await assert.rejects(restore(file, target), is(code), file);
      assert.deepEqual(
        readdirSync(target).filter((name) => name !== 'serve.lock'),
        ['ghi-chú.txt'],
      );
      assert.ok(existsSync(path('a.tar.gz')));
    }
  });
});

function sql(file: string, text: string): void {
  const database = new Database(file);
  database.exec(text);
  database.close();
}

function versionOf(file: string): unknown {
  const database = new Database(file, { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
}

/** Puts the sum of the changed store into the archive. */
function rewriteSums(archive: Buffer, storeAt: number): void {
  const size = Number.parseInt(archive.toString('latin1', storeAt - 512 + 124, storeAt - 512 + 135), 8);
  const file = archive.subarray(storeAt, storeAt + size);
  archive.write(sumOf(file), archive.indexOf('SHA256SUMS') + 512, 'latin1');
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
