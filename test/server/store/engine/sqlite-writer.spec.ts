import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { SqliteWriter } from '../../../../server/store/engine/sqlite-writer.ts';

describe('the one connection that writes', () => {
  let folder: string;
  let database: Database.Database;
  let writer: SqliteWriter;
  let commits: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-writer-'));
    database = new Database(join(folder, 'w.sqlite'));
    database.pragma('journal_mode = WAL');
    database.exec(
      `CREATE TABLE t (x INTEGER PRIMARY KEY, parent INTEGER REFERENCES t (x) DEFERRABLE INITIALLY DEFERRED)`,
    );
    commits = 0;
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT') commits++;
      return exec(sql);
    };
    writer = new SqliteWriter(database);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const insert = (x: number, parent: number | null = null) =>
    writer.write((sql) => sql.run('INSERT INTO t VALUES (@x, @parent)', { x, parent }));
  const kept = () => database.prepare<[], number>('SELECT x FROM t ORDER BY x').pluck().all();
  const seenByOthers = () => {
    const other = new Database(join(folder, 'w.sqlite'), { readonly: true });
    const count = other.prepare('SELECT count(*) FROM t').pluck().get();
    other.close();
    return count;
  };

  it('commits together what waits together, and tells nobody before', async () => {
    const told: unknown[] = [];
    await Promise.all([1, 2, 3].map((x) => insert(x).then(() => told.push(seenByOthers()))));
    assert.deepEqual([kept(), told, commits], [[1, 2, 3], [3, 3, 3], 1]);
  });

  it('takes back the one that fails, and no other', async () => {
    const results = await Promise.allSettled([
      insert(1),
      writer.write(async (sql) => {
        await sql.run('INSERT INTO t VALUES (@x, NULL)', { x: 2 });
        throw new Error('thôi');
      }),
      insert(3),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(kept(), [1, 3]);
  });

  it('lets nobody fail for what another left undone until the commit', async () => {
    const results = await Promise.allSettled([insert(1), insert(2, 99), insert(3, 1)]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(kept(), [1, 3]);
  });

  it('shows each the work of those before it, whatever fails between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('fine', 'throws', 'orphan'), { maxLength: 12 }), async (turns) => {
        database.exec('DELETE FROM t');
        const results = await Promise.allSettled(
          turns.map((turn) =>
            writer.write(async (sql) => {
              const counted = await sql.get<{ n: number }>('SELECT count(*) AS n FROM t');
              const x = counted?.n ?? -1;
              await sql.run('INSERT INTO t VALUES (@x, @parent)', { x, parent: turn === 'orphan' ? 999 : null });
              if (turn === 'throws') throw new Error('thôi');
            }),
          ),
        );
        const fine = turns.filter((turn) => turn === 'fine').length;
        assert.deepEqual(
          kept(),
          Array.from({ length: fine }, (_, index) => index),
        );
        assert.deepEqual(
          results.map(({ status }) => status === 'fulfilled'),
          turns.map((turn) => turn === 'fine'),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('writes for whoever comes the moment another has been told', async () => {
    let last = insert(1);
    for (let x = 2; x <= 50; x++) {
      await last;
      last = Promise.resolve().then(() => insert(x));
    }
    await last;
    assert.equal(kept().length, 50);
  });

  it('rejects the first that waits when the lock is not to be had, and goes on', async () => {
    database.pragma('busy_timeout = 1');
    const other = new Database(join(folder, 'w.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(insert(1), /locked/);
    other.exec('ROLLBACK');
    other.close();
    await insert(2);
    assert.deepEqual(kept(), [2]);
  });
});
