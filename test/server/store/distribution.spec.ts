import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { Store } from '../../../server/store/store.ts';
import { sharedPostgres } from '../../support/shared-postgres.ts';

const PAGE = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');

/** Names in backticks of the paragraph that begins so. */
function listed(beginning: string): readonly string[] {
  const paragraph = PAGE.split('\n\n').find((text) => text.startsWith(beginning)) ?? '';
  return [...paragraph.slice(beginning.length).matchAll(/`(\w+)`/g)].map(([, name]) => name as string).sort();
}

/** docs/scale.md says how the tables are spread over machines by unit; this holds the schema to it. */
describe('the distribution of docs/scale.md', () => {
  const distributed = listed('Distributed by `unit`,');
  const reference = listed('Reference tables,');
  const local = listed('On the coordinator:');
  let query: (sql: string) => Promise<readonly Record<string, unknown>[]>;

  before(async () => {
    const postgres = await sharedPostgres();
    const url = await postgres.makeDatabase();
    await (await Store.connect(url, RecordCipher.create())).close();
    query = (sql) => postgres.query(new URL(url).pathname.slice(1), sql);
  });

  it('names every table once', async () => {
    const tables = await query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
    assert.deepEqual([...distributed, ...reference, ...local].sort(), tables.map(({ name }) => String(name)).sort());
    assert.ok(distributed.length > 10);
  });

  it('has the unit in every key of a distributed table', async () => {
    const keys = await query(`
      SELECT indrelid::regclass::text AS name, indexrelid::regclass::text AS key,
        'unit' = ANY (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey)) AS has_unit
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE indisunique AND relnamespace = 'public'::regnamespace`);
    const without = keys.filter(({ name, has_unit }) => distributed.includes(String(name)) && !has_unit);
    assert.deepEqual(without, []);
    assert.deepEqual(
      distributed.filter((name) => !keys.some((key) => key.name === name)),
      [],
    );
  });

  it('refers between distributed tables by the unit, and otherwise to reference tables alone', async () => {
    const references = await query(`
      SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS target,
        'unit' = ANY (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS has_unit
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
    const wrong = references.filter(({ name, target, has_unit }) => {
      if (distributed.includes(String(name))) {
        return !(reference.includes(String(target)) || (distributed.includes(String(target)) && has_unit));
      }
      if (reference.includes(String(name))) return !reference.includes(String(target));
      return distributed.includes(String(target));
    });
    assert.deepEqual(wrong, []);
    assert.ok(references.length > 10);
  });
});
