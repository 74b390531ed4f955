import assert from 'node:assert/strict';
import { classKey } from '../../../rules/fields/class-key.ts';
import type { Store } from '../../../server/store/store.ts';
import { job, keepRecords, NOW, record, UNITS } from './stored-rows.ts';

/** What the store does with rows, on whichever database it stands. `open` gives a new, empty one. */
export function describeRecords(engine: string, open: () => Promise<Store>): void {
  describe(`rows on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
    });
    afterEach(() => store.close());

    it('come back as they were sent, in the order in which they first came', async () => {
      const sent = [record('b', { citizenId: '036010000123', incomplete: true }), record('a', { why: 'unverifiable' })];
      await keepRecords(store, ...sent);
      assert.deepEqual(await store.records.find('T-A', 'b'), sent[0]);
      const found = await store.records.findRows('T-A', 'w-1', ['row-a', 'row-b', 'row-c']);
      assert.deepEqual(
        [...found.values()].sort((a, b) => (a.recordId < b.recordId ? 1 : -1)),
        sent,
      );
      await store.records.update([{ ...record('a'), revision: 2 }]);
      assert.deepEqual(
        (await store.records.roster('T-A', 'student', '')).map(({ rowId }) => rowId),
        ['row-b', 'row-a'],
      );
      assert.deepEqual(await store.records.classNames('T-A'), ['7A']);
      assert.equal(await store.records.count(), 2);
    });

    it('of several units come back in the order in which they are asked for', async () => {
      await keepRecords(store, record('a'), record('b'));
      const workbook = { unit: 'T-B', workbookId: 'w-1', template: 'student', version: 1, campaign: '' } as const;
      await store.workbooks.insert({ ...workbook, firstSeenAt: NOW });
      await store.records.insert([record('a', { unit: 'T-B' })]);
      const keys = [
        { unit: 'T-B', recordId: 'a' },
        { unit: 'T-B', recordId: 'b' },
        { unit: 'T-A', recordId: 'b' },
        { unit: 'T-A', recordId: 'a' },
      ];
      assert.deepEqual(await store.records.findEach(keys), [
        record('a', { unit: 'T-B' }),
        undefined,
        record('b'),
        record('a'),
      ]);
    });

    it('need a workbook that is there', async () => {
      await assert.rejects(store.records.insert([record('a')]));
    });

    it('are found by their number within their unit', async () => {
      await keepRecords(
        store,
        record('a', { citizenId: '036010000123' }),
        record('b', { citizenId: '036010000123', duplicate: true }),
        record('c', { citizenId: '036010000456' }),
      );
      const holders = await store.records.holders('T-A', ['036010000123', '036010000789']);
      assert.deepEqual([...holders.keys()], ['036010000123']);
      assert.deepEqual(
        holders
          .get('036010000123')
          ?.map(({ recordId, duplicate, rows }) => [recordId, duplicate, rows[0]?.campaign])
          .sort(),
        [
          ['a', false, ''],
          ['b', true, ''],
        ],
      );
      assert.equal((await store.records.holders('T-B', ['036010000123'])).size, 0);
    });

    it('are seen by class, however it is written, and by none where none is given', async () => {
      const named = (id: string, className: string | null) => record(id, { cells: { fullName: 'Đỗ An', className } });
      await keepRecords(store, named('a', '7A'), named('b', 'Lớp 7a'), named('c', '7B'), named('d', null));
      await store.verifications.enqueue(['a', 'b', 'c', 'd'].map((id) => job(id)));
      const seen = async (classes: readonly string[] | null) => {
        const filter = { root: 'X', workbookId: null, classes };
        const ids = (await store.statuses.page(filter, 0, 10)).map(({ statuses }) => statuses[0]?.recordId);
        const known = [...(await store.statuses.ofRecords('T-A', ['a', 'b', 'c', 'd'], classes)).keys()].sort();
        assert.deepEqual(known, ids);
        assert.equal(await store.statuses.waiting(filter), ids.length);
        return ids;
      };
      assert.deepEqual(await seen(null), ['a', 'b', 'c', 'd']);
      assert.deepEqual(await seen([classKey('7 A')]), ['a', 'b']);
      assert.deepEqual(await seen(['8a', classKey('lớp 7B')]), ['c']);
      assert.deepEqual(await seen([]), []);
    });

    it('move behind every cursor when they change, the last of several changes standing', async () => {
      await keepRecords(store, record('a'), record('b'), record('c'));
      const filter = { root: 'X', workbookId: null, classes: null };
      const page = async (since: number, limit = 10) =>
        (await store.statuses.page(filter, since, limit)).map(({ sequence, statuses }) => [
          sequence,
          statuses[0]?.recordId,
        ]);
      assert.deepEqual(await page(0), [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]);
      await store.records.setDuplicate([
        { unit: 'T-A', recordId: 'a', duplicate: false },
        { unit: 'T-A', recordId: 'a', duplicate: true },
      ]);
      await store.records.touch([{ unit: 'T-A', recordId: 'b' }]);
      await store.records.setWhy({ unit: 'T-A', recordId: 'c' }, 'not-applicable');
      assert.deepEqual(await page(3), [
        [5, 'a'],
        [6, 'b'],
        [7, 'c'],
      ]);
      assert.deepEqual(await page(5, 1), [[6, 'b']]);
      assert.equal(await store.statuses.sequence(), 7);
      assert.equal((await store.records.find('T-A', 'a'))?.duplicate, true);
    });
  });
}
