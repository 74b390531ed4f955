import assert from 'node:assert/strict';
import { examineDatabase } from '../../../cli/doctor/examine-database.ts';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { Store } from '../../../server/store/store.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { sharedPostgres } from '../../support/shared-postgres.ts';

describe('sosach doctor with DATABASE_URL', () => {
  let postgres: TestPostgres;
  let url: string;
  let name: string;

  before(async () => {
    postgres = await sharedPostgres();
  });
  beforeEach(async () => {
    url = await postgres.makeDatabase();
    name = new URL(url).pathname.slice(1);
  });

  const make = async () => (await Store.connect(url, RecordCipher.create())).close();
  const codes = async (where = url, now = Date.now) =>
    (await examineDatabase(where, now)).lines.map(({ code }) => code);

  it('finds a store sound that is, and its clock right', async () => {
    await make();
    const { lines, facts } = await examineDatabase(url, Date.now);
    assert.deepEqual(
      lines.map(({ code }) => code),
      ['database-sound', 'clocks-together'],
    );
    assert.ok(facts && facts.bytes > 0 && facts.schema === facts.knownSchema && !facts.tryOut);
    assert.equal(facts.newestEventAt, null);
  });

  it('tells clocks that differ, however the answer is delayed', async () => {
    await make();
    assert.deepEqual(await codes(url, () => Date.now() - 60_000), ['database-sound', 'clocks-apart']);
    assert.deepEqual(await codes(url, () => Date.now() + 60_000), ['database-sound', 'clocks-apart']);
    let calls = 0;
    assert.deepEqual(await codes(url, () => Date.now() + (calls++ === 0 ? -30_000 : 30_000)), [
      'database-sound',
      'clocks-together',
    ]);
  });

  it('changes nothing: neither an empty database, nor an older schema', async () => {
    assert.deepEqual(await codes(), ['store-unusable']);
    const tables = `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'`;
    assert.deepEqual(await postgres.query(name, tables), [{ n: 0 }]);
    await make();
    await postgres.query(name, 'UPDATE so_sach_schema SET version = version - 1');
    assert.deepEqual(await codes(), ['store-older', 'clocks-together']);
    assert.deepEqual(await codes(), ['store-older', 'clocks-together']);
  });

  it('says what is wrong with the address', async () => {
    assert.deepEqual(await codes(postgres.url('khong_co')), ['store-unusable']);
    assert.deepEqual(await codes('postgres://nobody@127.0.0.1:1/so_sach'), ['store-unusable']);
  });
});
