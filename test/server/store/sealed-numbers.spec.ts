import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addRecordKey, loadRecordCipher } from '../../../server/crypto.ts';
import { openStore } from '../../../server/data-folder.ts';
import { ServerError } from '../../../server/server-error.ts';
import { makeOldStore } from '../old-store.ts';
import { record, UNITS, unit } from './stored-rows.ts';

const NUMBER = '001310000123';
const PASSPORT = 'C7654000';
const workbook = {
  unit: 'T-A',
  workbookId: 'w-1',
  template: 'student',
  version: 1,
  campaign: '',
  firstSeenAt: 1,
} as const;

describe('persons’ numbers in the store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-sach-sealed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Every byte of every file that holds the store. */
  const bytes = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('so-sach.sqlite'))
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('\n');

  const fill = async () => {
    const store = await openStore(folder);
    await store.write(async (tables) => {
      await tables.units.upsert(UNITS);
      await tables.workbooks.insert(workbook);
      const cells = { fullName: 'Hoàng Thị Riêng', citizenId: NUMBER, passport: PASSPORT, className: 'Lớp 7A' };
      await tables.records.insert([record('r', { cells, citizenId: NUMBER, claimHash: '0123456789abcdef' })]);
    });
    return store;
  };

  it('stand in no file in the open, nor does a hash that gives them away', async () => {
    const store = await fill();
    assert.ok(bytes().includes(Buffer.from('Hoàng').toString('latin1')), 'what is not sealed is found');
    for (const secret of [NUMBER, PASSPORT, '0123456789abcdef']) assert.ok(!bytes().includes(secret), secret);
    await store.close();
    for (const secret of [NUMBER, PASSPORT, '0123456789abcdef']) assert.ok(!bytes().includes(secret), secret);
  });

  it('come back whole, and are found by number', async () => {
    const store = await fill();
    const found = await store.records.find('T-A', 'r');
    assert.deepEqual([found?.cells.citizenId, found?.cells.passport, found?.citizenId], [NUMBER, PASSPORT, NUMBER]);
    assert.equal(found?.claimHash, '0123456789abcdef');
    assert.deepEqual(Object.keys(found?.cells ?? {}), ['fullName', 'citizenId', 'passport', 'className'], 'in order');
    const holders = await store.records.holders('T-A', [NUMBER, '001310000999']);
    assert.deepEqual([...holders.keys()], [NUMBER]);
    await store.close();
  });

  it('do not open in another record’s place', async () => {
    const store = await fill();
    await store.records.insert([record('s', { rowId: 'row-s', cells: { fullName: 'Người khác' } })]);
    const database = new Database(join(folder, 'so-sach.sqlite'));
    database.exec(
      `UPDATE records SET secrets = (SELECT secrets FROM records WHERE record_id = 'r') WHERE record_id = 's'`,
    );
    database.close();
    const moved = await store.records.find('T-A', 's');
    assert.throws(
      () => moved?.citizenId,
      (error: unknown) => error instanceof ServerError && error.code === 'sealed-value-unreadable',
    );
    await store.close();
  });

  it('are refused to keys that are not the store’s, and nothing is changed', async () => {
    await (await fill()).close();
    rmSync(join(folder, 'records.key'));
    await assert.rejects(
      openStore(folder),
      (error: unknown) => error instanceof ServerError && error.code === 'records-key-other',
    );
  });

  it('open under a ring that has grown, and the new key seals', async () => {
    await (await fill()).close();
    const keyId = addRecordKey(folder);
    assert.equal(loadRecordCipher(folder).keyId, keyId);
    const store = await openStore(folder);
    assert.equal((await store.records.find('T-A', 'r'))?.citizenId, NUMBER);
    await store.records.update([record('r', { cells: { citizenId: NUMBER }, citizenId: NUMBER })]);
    assert.ok(bytes().includes(`f1.${keyId}.`));
    await store.close();
  });

  it('of an older store are sealed when it is first opened', async () => {
    const school = unit('T-A', null);
    await makeOldStore(
      folder,
      3,
      `INSERT INTO units VALUES ('${school.code}', 'T', 'school', NULL, NULL, NULL);
       INSERT INTO workbooks VALUES ('T-A', 'w-1', 'student', 1, '', 1);
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
       INSERT INTO records SELECT 'T-A', printf('r-%05d', i), 'w-1', printf('row-%05d', i), 'student',
         json_object('fullName', 'Hoàng Thị Riêng', 'citizenId', '${NUMBER}', 'className', '7a'), 'hash', 'claim', '${NUMBER}',
         'person', NULL, 0, 0, 1, 1, i, i FROM n;
       UPDATE status_sequence SET value = 2500;`,
    );
    assert.ok(bytes().includes(NUMBER));
    const store = await openStore(folder);
    const [first, last] = [await store.records.find('T-A', 'r-00001'), await store.records.find('T-A', 'r-02500')];
    assert.deepEqual([first?.cells.citizenId, last?.citizenId, last?.claimHash], [NUMBER, NUMBER, 'claim']);
    assert.equal((await store.records.holders('T-A', [NUMBER])).get(NUMBER)?.length, 2500);
    assert.deepEqual(await store.records.classNames('T-A'), ['7a']);
    await store.close();
    assert.ok(!bytes().includes(NUMBER), 'and the old pages are gone');
  });
});
