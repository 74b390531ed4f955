import assert from 'node:assert/strict';
import { findPurgeable, purge } from '../../../server/retention/purge.ts';
import { DEFAULT_RETENTION } from '../../../server/retention/retention-policy.ts';
import type { Store } from '../../../server/store/store.ts';
import { NOW, record, UNITS } from './stored-rows.ts';

const DAY_MS = 24 * 3600_000;
const LATER = { now: () => NOW + 1000 * DAY_MS };
const WORKBOOK = { workbookId: 'w-1', template: 'student', version: 1, campaign: '', firstSeenAt: NOW } as const;

/** What is found to be due and removed, on whichever database. `open` gives a new, empty one. */
export function describeRetention(engine: string, open: () => Promise<Store>): void {
  describe(`retention on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
      await store.write(async (tables) => {
        for (const unit of ['T-A', 'T-B']) {
          await tables.workbooks.insert({ ...WORKBOOK, unit });
          await tables.workbooks.insert({ ...WORKBOOK, unit, workbookId: 'w-2' });
          await tables.records.insert([
            record('r-1', { unit }),
            record('r-2', {
              unit,
              workbookId: 'w-2',
              why: 'not-applicable',
              cells: { studentStatus: 'Chuyển đi kỳ 1' },
            }),
            record('r-3', { unit, workbookId: 'w-2' }),
          ]);
        }
        await tables.workbooks.touch('T-B', 'w-2', LATER.now() - DAY_MS);
        await tables.changes.insert(
          [2, 3].map((revision) => ({
            ...{ unit: 'T-B', recordId: 'r-3', revision, pushId: `p-${revision}`, workbookId: 'w-2', accountId: 'a' },
            ...{ at: NOW, fields: [], before: {}, claimHash: '', round: 1, newRound: 1 },
          })),
        );
      });
    });
    afterEach(() => store.close());

    it('finds what is due in every unit, and removes that and nothing else', async () => {
      const due = await findPurgeable(store, LATER, DEFAULT_RETENTION);
      assert.deepEqual(
        due.map(({ kind, due }) => [kind, due]),
        [
          ['pushAnswers', 0],
          ['recordChanges', 1],
          ['leftPersons', 2],
          // All of T-A's, those who have left among them; of T-B's the one whose workbook is quiet.
          ['records', 4],
        ],
      );
      const { kinds } = await purge(store, LATER, DEFAULT_RETENTION);
      assert.ok(kinds.every(({ left }) => left === 0));
      assert.deepEqual([...(await store.records.findMany('T-A', ['r-1', 'r-2', 'r-3'])).keys()], []);
      assert.deepEqual([...(await store.records.findMany('T-B', ['r-1', 'r-2', 'r-3'])).keys()], ['r-3']);
      assert.equal((await store.countRows()).record_changes, 1);
      const events = (await store.audit.all()).map(({ action, unit, counts }) => [action, unit, counts]);
      assert.deepEqual(events, [
        ['purged', 'T-B', { recordChanges: 1 }],
        ['purged', 'T-A', { leftPersons: 1 }],
        ['purged', 'T-B', { leftPersons: 1 }],
        ['purged', 'T-A', { records: 2 }],
        ['purged', 'T-B', { records: 1 }],
      ]);
    });

    it('finds nobody among those who are not asked about but have not left, nor among those who changed lately', async () => {
      const due = async () =>
        (await findPurgeable(store, LATER, DEFAULT_RETENTION)).find(({ kind }) => kind === 'leftPersons')?.due;
      await store.write((tables) => tables.records.setWhy({ unit: 'T-A', recordId: 'r-3' }, 'not-applicable'));
      assert.equal(await due(), 2, 'a foreigner, say');
      await store.write((tables) =>
        tables.changes.insert([
          {
            ...{ unit: 'T-A', recordId: 'r-2', revision: 2, pushId: 'p', workbookId: 'w-2', accountId: 'a' },
            ...{ at: LATER.now() - DAY_MS, fields: [], before: {}, claimHash: '', round: 1, newRound: 1 },
          },
        ]),
      );
      assert.equal(await due(), 1);
    });
  });
}
