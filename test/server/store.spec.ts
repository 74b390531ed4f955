import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { loadTokenKey } from '../../server/crypto.ts';
import { lockDataFolder, openStore } from '../../server/data-folder.ts';
import { ServerError, type ServerErrorCode } from '../../server/server-error.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';

describe('the data folder', () => {
  let folder: string;
  const file = () => join(folder, 'so-sach.sqlite');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refuses = (code: ServerErrorCode, work: () => unknown) =>
    assert.rejects(
      async () => work(),
      (error: unknown) => error instanceof ServerError && error.code === code && error.text.vi !== '',
    );

  it('makes its folder and keeps what was written', async () => {
    const deep = join(folder, 'a', 'b');
    const store = await openStore(deep);
    assert.equal(statSync(deep).mode & 0o077, 0, 'for its owner alone');
    await store.write((tables) => tables.meta.markTryOut());
    const storeId = await store.meta.storeId();
    assert.match(storeId, /^[0-9a-f]{8}$/);
    await store.close();
    const again = await openStore(deep);
    assert.deepEqual([await again.meta.isTryOut(), await again.meta.storeId()], [true, storeId]);
    await again.close();
  });

  it('stands on WAL, FULL and foreign keys', async () => {
    await (await openStore(folder)).close();
    const database = new Database(file(), { readonly: true });
    assert.equal(database.pragma('journal_mode', { simple: true }), 'wal');
    assert.equal(database.pragma('user_version', { simple: true }), MIGRATIONS.length);
    database.close();
    const store = await openStore(folder);
    await assert.rejects(
      store.write((tables) =>
        tables.sessions.insertFamily({
          familyId: 'f',
          accountId: 'nobody',
          way: 'password',
          openedAt: 0,
          addressHash: '',
          expiresAt: 1,
        }),
      ),
      /FOREIGN KEY/,
    );
    await store.close();
  });

  it('takes a failed transaction back whole', async () => {
    const store = await openStore(folder);
    const unit = { code: 'T', name: 'T', kind: 'school', parent: null, validFrom: null, validTo: null } as const;
    await assert.rejects(
      store.write(async (tables) => {
        await tables.units.upsert([unit]);
        await tables.units.upsert([{ ...unit, code: 'U', parent: 'không có' }]);
      }),
    );
    assert.equal(await store.units.count(), 0);
    await store.close();
  });

  it('refuses a schema newer than it knows, and leaves it as it is', async () => {
    await (await openStore(folder)).close();
    const database = new Database(file());
    database.pragma('user_version = 99');
    database.close();
    await refuses('store-newer', () => openStore(folder));
    const after = new Database(file(), { readonly: true });
    assert.equal(after.pragma('user_version', { simple: true }), 99);
    after.close();
  });

  it('refuses another program’s database and files that are none', async () => {
    const database = new Database(file());
    database.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    database.close();
    const before = readFileSync(file());
    await refuses('store-foreign', () => openStore(folder));
    assert.ok(readFileSync(file()).equals(before));
    writeFileSync(file(), 'đây không phải cơ sở dữ liệu'.repeat(100));
    await refuses('store-foreign', () => openStore(folder));
  });

  it('refuses a damaged file', async () => {
    const store = await openStore(folder);
    await store.write(async (tables) => {
      for (let index = 0; index < 500; index++) {
        const code = `T-${index}`;
        await tables.units.upsert([
          {
            code,
            name: 'x'.repeat(100),
            kind: 'school',
            parent: null,
            validFrom: null,
            validTo: null,
          },
        ]);
      }
    });
    await store.close();
    const bytes = readFileSync(file());
    bytes.fill(0xff, 4096 * 3, bytes.length);
    writeFileSync(file(), bytes);
    await refuses('store-damaged', () => openStore(folder));
  });

  it('says when a folder cannot be made or written', async () => {
    writeFileSync(join(folder, 'tệp'), '');
    await refuses('data-folder-unusable', () => openStore(join(folder, 'tệp', 'con')));
  });

  it('has one server at a time', async () => {
    const release = lockDataFolder(folder);
    await refuses('data-folder-in-use', () => lockDataFolder(folder));
    release();
    lockDataFolder(folder)();
  });

  it('makes its signing key once, for its owner alone, and refuses one that others can read', async () => {
    const key = loadTokenKey(folder);
    assert.equal(key.length, 32);
    assert.ok(loadTokenKey(folder).equals(key));
    const path = join(folder, 'token.key');
    if (process.platform !== 'win32') {
      assert.equal(statSync(path).mode & 0o777, 0o600);
      chmodSync(path, 0o644);
      await refuses('token-key-exposed', () => loadTokenKey(folder));
      chmodSync(path, 0o600);
    }
    writeFileSync(path, 'ngắn');
    await refuses('data-folder-unusable', () => loadTokenKey(folder));
  });
});
