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
    assert.throws(
      work,
      (error: unknown) => error instanceof ServerError && error.code === code && error.text.vi !== '',
    );

  it('makes its folder and keeps what was written', () => {
    const deep = join(folder, 'a', 'b');
    const store = openStore(deep);
    assert.equal(statSync(deep).mode & 0o077, 0, 'for its owner alone');
    store.write(() => store.meta.markTryOut());
    const storeId = store.meta.storeId();
    assert.match(storeId, /^[0-9a-f]{8}$/);
    store.close();
    const again = openStore(deep);
    assert.deepEqual([again.meta.isTryOut(), again.meta.storeId()], [true, storeId]);
    again.close();
  });

  it('stands on WAL, FULL and foreign keys', () => {
    openStore(folder).close();
    const database = new Database(file(), { readonly: true });
    assert.equal(database.pragma('journal_mode', { simple: true }), 'wal');
    assert.equal(database.pragma('user_version', { simple: true }), MIGRATIONS.length);
    database.close();
    const store = openStore(folder);
    assert.throws(() => store.write(() => store.sessions.insertFamily('f', 'nobody', 1)), /FOREIGN KEY/);
    store.close();
  });

  it('takes a failed transaction back whole', () => {
    const store = openStore(folder);
    const unit = { code: 'T', name: 'T', kind: 'school', parent: null, validFrom: null, validTo: null } as const;
    assert.throws(() =>
      store.write(() => {
        store.units.upsert(unit);
        store.units.upsert({ ...unit, code: 'U', parent: 'không có' });
      }),
    );
    assert.equal(store.units.count(), 0);
    store.close();
  });

  it('refuses a schema newer than it knows, and leaves it as it is', () => {
    openStore(folder).close();
    const database = new Database(file());
    database.pragma('user_version = 99');
    database.close();
    refuses('store-newer', () => openStore(folder));
    const after = new Database(file(), { readonly: true });
    assert.equal(after.pragma('user_version', { simple: true }), 99);
    after.close();
  });

  it('refuses another program’s database and files that are none', () => {
    const database = new Database(file());
    database.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    database.close();
    const before = readFileSync(file());
    refuses('store-foreign', () => openStore(folder));
    assert.ok(readFileSync(file()).equals(before));
    writeFileSync(file(), 'đây không phải cơ sở dữ liệu'.repeat(100));
    refuses('store-foreign', () => openStore(folder));
  });

  it('refuses a damaged file', () => {
    const store = openStore(folder);
    store.write(() => {
      for (let index = 0; index < 500; index++) {
        const code = `T-${index}`;
        store.units.upsert({
          code,
          name: 'x'.repeat(100),
          kind: 'school',
          parent: null,
          validFrom: null,
          validTo: null,
        });
      }
    });
    store.close();
    const bytes = readFileSync(file());
    bytes.fill(0xff, 4096 * 3, bytes.length);
    writeFileSync(file(), bytes);
    refuses('store-damaged', () => openStore(folder));
  });

  it('says when a folder cannot be made or written', () => {
    writeFileSync(join(folder, 'tệp'), '');
    refuses('data-folder-unusable', () => openStore(join(folder, 'tệp', 'con')));
  });

  it('has one server at a time', () => {
    const release = lockDataFolder(folder);
    refuses('data-folder-in-use', () => lockDataFolder(folder));
    release();
    lockDataFolder(folder)();
  });

  it('makes its signing key once, for its owner alone, and refuses one that others can read', () => {
    const key = loadTokenKey(folder);
    assert.equal(key.length, 32);
    assert.ok(loadTokenKey(folder).equals(key));
    const path = join(folder, 'token.key');
    if (process.platform !== 'win32') {
      assert.equal(statSync(path).mode & 0o777, 0o600);
      chmodSync(path, 0o644);
      refuses('token-key-exposed', () => loadTokenKey(folder));
      chmodSync(path, 0o600);
    }
    writeFileSync(path, 'ngắn');
    refuses('data-folder-unusable', () => loadTokenKey(folder));
  });
});
