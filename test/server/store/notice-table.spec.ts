import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import { Store } from '../../../server/store/store.ts';
import { NOW, record, UNITS } from './stored-rows.ts';

const NOTICE = {
  unit: 'T-A',
  round: 1,
  date: '2026-11-20',
  issuer: 'Công an xã Thử',
  compared: [],
  at: NOW,
  accountId: 'x',
};

describe('the numbers of notices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-sach-notices-'));
  const file = join(folder, 'so-sach.sqlite');
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are nowhere in the file, and are sealed anew with a newer key', async () => {
    const cipher = RecordCipher.create();
    const old = await Store.open(file, cipher);
    await old.units.upsert(UNITS);
    await old.workbooks.insert({
      unit: 'T-A',
      workbookId: 'w-1',
      template: 'student',
      version: 1,
      campaign: '',
      firstSeenAt: NOW,
    });
    await old.write(async (tx) => {
      await tx.records.insert([record('a'), record('b')]);
      for (const recordId of ['a', 'b']) await tx.notices.save({ ...NOTICE, recordId, number: `000777/${recordId}` });
    });
    await old.close();
    assert.ok(!readFileSync(file).includes('000777'));

    const store = await Store.open(file, cipher.withNewKey());
    assert.equal(await store.notices.sealed.reseal(1), 1);
    assert.deepEqual([...(await store.notices.sealed.countByKey()).values()], [1, 1]);
    assert.deepEqual([await store.notices.sealed.reseal(5), await store.notices.sealed.reseal(5)], [1, 0]);
    const found = await store.notices.ofRecords('T-A', ['a', 'b']);
    assert.deepEqual(found.map(({ number }) => number).sort(), ['000777/a', '000777/b']);
    await store.close();
  });
});
