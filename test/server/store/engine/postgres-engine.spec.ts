import assert from 'node:assert/strict';
import { RecordCipher } from '../../../../server/crypto/record-cipher.ts';
import { ServerError, type ServerErrorCode } from '../../../../server/server-error.ts';
import { PostgresEngine } from '../../../../server/store/engine/postgres-engine.ts';
import { MIGRATIONS } from '../../../../server/store/migrations.ts';
import type { TestPostgres } from '../../../support/postgres.ts';
import { sharedPostgres } from '../../../support/shared-postgres.ts';

const CIPHER = RecordCipher.create();

describe('the PostgreSQL engine', () => {
  let postgres: TestPostgres;
  let url: string;
  let database: string;
  const open: PostgresEngine[] = [];

  before(async () => {
    postgres = await sharedPostgres();
  });
  beforeEach(async () => {
    url = await postgres.makeDatabase();
    database = new URL(url).pathname.slice(1);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((engine) => engine.close()));
  });

  async function connect(): Promise<PostgresEngine> {
    const engine = await PostgresEngine.open(url, CIPHER);
    open.push(engine);
    return engine;
  }

  async function refuses(code: ServerErrorCode, where: string): Promise<void> {
    await assert.rejects(PostgresEngine.open(where, CIPHER), (error: unknown) => {
      assert.ok(error instanceof ServerError, String(error));
      assert.equal(error.code, code);
      const words = `${error.text.vi} ${error.text.en} ${error.message}`;
      assert.doesNotMatch(words, /bí-mật|guarded|\{\w+\}/);
      return true;
    });
  }

  it('makes the schema once though four processes start at the same time', async () => {
    await Promise.all([connect(), connect(), connect(), connect()]);
    assert.deepEqual(await postgres.query(database, 'SELECT version::int FROM so_sach_schema'), [
      { version: MIGRATIONS.length },
    ]);
    assert.deepEqual(await postgres.query(database, `SELECT count(*)::int AS n FROM meta WHERE key = 'storeId'`), [
      { n: 1 },
    ]);
  });

  it('compares text by code point, whatever the language of the database', async () => {
    await connect();
    const found = await postgres.query(
      database,
      `SELECT relname || '.' || attname AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         JOIN pg_collation ON pg_collation.oid = attcollation
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND collname NOT IN ('C', 'nocase')`,
    );
    assert.deepEqual(found, []);
  });

  it('refuses a schema newer than it knows, and another program’s tables', async () => {
    await connect();
    await postgres.query(database, 'UPDATE so_sach_schema SET version = 99');
    await refuses('store-newer', url);
    assert.deepEqual(await postgres.query(database, 'SELECT version::int FROM so_sach_schema'), [{ version: 99 }]);
    const theirs = await postgres.makeDatabase();
    const name = new URL(theirs).pathname.slice(1);
    await postgres.query(name, 'CREATE TABLE theirs (x int)');
    await refuses('database-foreign', theirs);
    assert.deepEqual(await postgres.query(name, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`), [
      { tablename: 'theirs' },
    ]);
  });

  it('takes back a migration that fails whole', async () => {
    await connect();
    await postgres.query(database, 'UPDATE so_sach_schema SET version = 1');
    await assert.rejects(PostgresEngine.open(url, CIPHER), /already exists/);
    assert.deepEqual(await postgres.query(database, 'SELECT version::int FROM so_sach_schema'), [{ version: 1 }]);
  });

  it('says what is wrong with an address, and never a password', async () => {
    await postgres.query('postgres', `CREATE ROLE guarded LOGIN PASSWORD 'bí-mật-thật'`);
    await postgres.demandPasswordOf('guarded');
    const guarded = url.replace('sosach@', 'guarded:b%C3%AD-m%E1%BA%ADt@');
    await refuses('database-refused', guarded);
    await refuses('database-missing', postgres.url('khong_co'));
    await refuses('database-unreachable', 'postgres://guarded:bí-mật@127.0.0.1:1/so_sach');
    await refuses('database-unreachable', 'postgres://guarded:bí-mật@localhost/so_sach?host=/không/có');
    for (const malformed of [
      'guarded:bí-mật',
      'mysql://guarded:bí-mật@host/db',
      'postgres://guarded:bí-mật@host',
      '',
    ]) {
      await refuses('database-url-malformed', malformed);
    }
  });

  it('refuses a database that cannot hold Vietnamese', async () => {
    await postgres.query('postgres', `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
    await refuses('database-unusable', postgres.url('latin'));
  });

  describe('a write', () => {
    const raise = 'UPDATE status_sequence SET value = value + 1';
    const value = async (engine: PostgresEngine) =>
      (await engine.plain.get<{ value: number }>('SELECT value FROM status_sequence'))?.value;

    it('has the store to itself, across processes', async () => {
      const engines = [await connect(), await connect()];
      let inside = 0;
      const work = async (engine: PostgresEngine) =>
        engine.write(async (sql) => {
          assert.equal(++inside, 1);
          await sql.run(raise);
          inside--;
        });
      await Promise.all(Array.from({ length: 20 }, (_, index) => work(engines[index % 2]!)));
      assert.equal(await value(engines[0]!), 20);
    });

    it('goes alongside others that ask for no more, and waits for locks of one name, alone or among others', async () => {
      const engines = [await connect(), await connect()] as const;
      const met = { one: () => {}, both: () => {} };
      const oneIsIn = new Promise<void>((resolve) => {
        met.one = resolve;
      });
      const bothAreIn = new Promise<void>((resolve) => {
        met.both = resolve;
      });
      await Promise.all([
        engines[0].writeAlongside(async () => {
          met.one();
          await bothAreIn;
        }),
        engines[1].writeAlongside(async () => {
          await oneIsIn;
          met.both();
        }),
      ]);
      let inside = 0;
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          engines[index % 2]!.writeAlongside(async (sql) => {
            await sql.lock(...(index % 3 === 0 ? ['unit T-0', 'unit T-A'] : ['unit T-A', 'unit T-B']));
            assert.equal(++inside, 1);
            await sql.all('SELECT 1 AS x');
            inside--;
          }),
        ),
      );
    });

    it('is run again when two have got in each other’s way', async () => {
      const engine = await connect();
      await engine.write((sql) => sql.run(`INSERT INTO meta VALUES ('a', '0'), ('b', '0')`));
      let runs = 0;
      const add = (first: string, second: string, meanwhile: Promise<void>, done: () => void) =>
        engine.writeAlongside(async (sql) => {
          runs++;
          await sql.run(`UPDATE meta SET value = value || '+' WHERE key = @first`, { first });
          done();
          await meanwhile;
          await sql.run(`UPDATE meta SET value = value || '+' WHERE key = @second`, { second });
        });
      const signals = [0, 1].map(() => {
        let done = () => {};
        const signal = new Promise<void>((resolve) => {
          done = resolve;
        });
        return { signal, done };
      });
      const [one, two] = signals as [(typeof signals)[0], (typeof signals)[0]];
      await Promise.all([add('a', 'b', two.signal, one.done), add('b', 'a', one.signal, two.done)]);
      assert.equal(runs, 3);
      const values = await engine.plain.all(`SELECT key, value FROM meta WHERE key IN ('a', 'b') ORDER BY key`);
      assert.deepEqual(values, [
        { key: 'a', value: '0++' },
        { key: 'b', value: '0++' },
      ]);
    });

    it('fails whole when its connection is cut, and the next one has another', async () => {
      const engine = await connect();
      const cut = engine.write(async (sql) => {
        await sql.run(raise);
        const me = await sql.get<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await postgres.query(database, `SELECT pg_terminate_backend(${me?.pid})`);
        await sql.run(raise);
      });
      await assert.rejects(cut);
      assert.equal(await value(engine), 0);
      await engine.plain.run(raise);
      assert.equal(await value(engine), 1);
    });

    it('runs what is asked for at once in turn', async () => {
      const engine = await connect();
      const results = await engine.write((sql) =>
        Promise.all([1, 2, 3].map((n) => sql.get<{ n: number }>('SELECT @n AS n', { n }))),
      );
      assert.deepEqual(
        results.map((row) => row?.n),
        [1, 2, 3],
      );
    });
  });

  it('gives numbers as numbers, truth as 0 and 1, bytes as bytes, and takes every character', async () => {
    const { plain } = await connect();
    const text = `Đỗ Thị "Ơ" {NULL}, \\ ' \u{1F393}\n`;
    const bytes = new Uint8Array([0, 255, 92, 34]);
    const row = await plain.get(
      'SELECT @text AS text, @whole AS whole, @part AS part, @bytes AS bytes, @whole > 1 AS more, count(*) AS n, sum(@whole) AS s',
      { text, whole: 2 ** 40, part: 0.25, bytes },
    );
    assert.deepEqual(row, {
      text,
      whole: 2 ** 40,
      part: 0.25,
      bytes: Buffer.from(bytes),
      more: 1,
      n: 1,
      s: 2 ** 40,
    });
    assert.deepEqual(
      await plain.get('SELECT @text AS text, value FROM LIST(@texts) AS wanted', { text: 'a\0b', texts: ['\0'] }),
      { text: 'a\ufffdb', value: '\ufffd' },
      'PostgreSQL has no U+0000',
    );
    const listed = await plain.all<{ value: string }>('SELECT value FROM LIST(@texts) AS wanted', {
      texts: [text, '', 'NULL', '{}'],
    });
    assert.deepEqual(
      listed.map(({ value }) => value),
      [text, '', 'NULL', '{}'],
    );
    assert.deepEqual(await plain.all('SELECT value FROM LIST(@texts) AS wanted', { texts: [] }), []);
  });

  it('writes many rows in one statement, every kind of value', async () => {
    const engine = await connect();
    await postgres.query(
      database,
      'CREATE TABLE kinds (id bigint PRIMARY KEY, a text, b double precision, some_c bytea)',
    );
    const shape = { table: 'kinds', columns: { id: 'integer', a: 'text', b: 'real', someC: 'bytes' } } as const;
    const rows = [
      { id: 1, a: '{"x":"\\"\\\\"}', b: 0.5, someC: new Uint8Array([0, 255]) },
      { id: 2, a: null, b: null, someC: null },
    ];
    await engine.write((sql) => sql.insertMany(shape, rows));
    await engine.write((sql) => sql.insertMany(shape, [rows[0]!], 'ON CONFLICT (id) DO NOTHING'));
    const all = () => engine.plain.all('SELECT id, a, b, some_c AS someC FROM kinds ORDER BY id');
    assert.deepEqual(await all(), [{ ...rows[0], someC: Buffer.from([0, 255]) }, rows[1]]);
    await engine.write((sql) =>
      sql.updateMany(
        { table: 'kinds', columns: { id: 'integer', a: 'text' } },
        ['id'],
        [
          { id: 2, a: 'một' },
          { id: 2, a: 'hai' },
        ],
      ),
    );
    assert.deepEqual((await all())[1], { ...rows[1], a: 'hai' });
    await assert.rejects(
      engine.write((sql) => sql.insertMany(shape, [{ id: 3, a: 'x', b: 1 }])),
      /kinds\.some_c/,
    );
  });
});
