import assert from 'node:assert/strict';
import type { Store } from '../../../server/store/store.ts';
import { job, NOW, record, UNITS, verdict } from './stored-rows.ts';

const DAY_MS = 24 * 3600_000;

/** What the store keeps of the loop, on whichever database it stands. `open` gives a new, empty one. */
export function describeLoop(engine: string, open: () => Promise<Store>): void {
  describe(`the loop in the store on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
      await store.workbooks.insert({
        unit: 'T-A',
        workbookId: 'w-1',
        template: 'student',
        version: 1,
        campaign: '',
        firstSeenAt: NOW,
      });
      await store.write((tx) => tx.records.insert([record('a'), record('b')]));
    });
    afterEach(() => store.close());

    const key = (recordId: string) => ({ unit: 'T-A', recordId });
    const answer = (recordId: string, round: number) =>
      store.write(async (tx) => {
        await tx.verifications.enqueue([job(recordId, { round })]);
        await tx.verifications.complete([verdict(recordId, { round, outcome: 'differs', answeredAt: NOW })]);
      });

    it('counts steps within their record, and lets one stand in its round alone', async () => {
      await answer('a', 1);
      for (const [action, state] of [
        ['ask-notice', 'awaiting-notice'],
        ['await-number', 'awaiting-number'],
      ] as const) {
        await store.write(async (tx) => {
          const step = { ...key('a'), round: 1, at: NOW, accountId: null };
          await tx.loop.insertSteps([{ ...step, action, state }]);
          await tx.loop.stand([{ ...key('a'), round: 1, step: state }], NOW);
        });
      }
      assert.deepEqual(
        (await store.loop.stepsOf(key('a'))).map(({ action }) => action),
        ['ask-notice', 'await-number'],
      );
      const page = () =>
        store.loop.page({ root: 'X', classes: null }, 'awaiting-number', { unit: '', recordId: '' }, 10);
      assert.deepEqual(
        (await page()).map(({ recordId, round, expiresAt }) => [recordId, round, expiresAt]),
        [['a', 1, NOW + 21 * DAY_MS]],
      );
      assert.equal((await store.statuses.ofRecords('T-A', ['a'], null)).get('a')?.step, 'awaiting-number');
      await store.write((tx) => tx.records.setRound([{ ...key('a'), round: 2 }]));
      assert.deepEqual([await page(), (await store.statuses.ofRecords('T-A', ['a'], null)).get('a')?.step], [[], null]);
      await store.loop.carry(key('a'), 2);
      assert.equal((await page()).length, 1);
      assert.deepEqual(
        await store.loop.page({ root: 'T-B', classes: null }, 'awaiting-number', { unit: '', recordId: '' }, 10),
        [],
      );
    });

    it('tells every round with what came of it, and which answers have aged', async () => {
      await answer('a', 1);
      await answer('b', 1);
      const aged = async (at: number) => (await store.rounds.aged(at, 10)).map(({ recordId }) => recordId).sort();
      assert.deepEqual(await aged(NOW + 21 * DAY_MS - 1), []);
      assert.deepEqual(await aged(NOW + 21 * DAY_MS), ['a', 'b']);
      await store.write(async (tx) => {
        await tx.records.setRound([{ ...key('a'), round: 2 }]);
        await tx.rounds.insert([{ ...key('a'), round: 2, at: NOW + 1, accountId: null, changed: ['birthDate'] }]);
        await tx.loop.stand([{ ...key('b'), round: 1, step: 'mended' }], NOW);
      });
      assert.deepEqual(await aged(NOW + 99 * DAY_MS), [], 'what moved on or is in hand does not age');
      await answer('a', 2);
      assert.deepEqual(
        (await store.rounds.ofRecords('T-A', ['a']))
          .get('a')
          ?.map((round) => [round.round, round.changed, round.verdict?.outcome]),
        [
          [1, [], 'differs'],
          [2, ['birthDate'], 'differs'],
        ],
      );
    });

    it('keeps one notice a round, and its number sealed', async () => {
      const notice = {
        round: 1,
        number: '000128/TB',
        date: '2026-11-20',
        issuer: 'Công an xã Thử',
        at: NOW,
        accountId: 'x',
      };
      await store.notices.save({ ...key('a'), ...notice, compared: [] });
      await store.notices.save({ ...key('a'), ...notice, compared: ['citizenId'] });
      const found = await store.notices.ofRecords('T-A', ['a', 'b']);
      assert.deepEqual(
        found.map(({ number, compared, by }) => [number, compared, by]),
        [['000128/TB', ['citizenId'], null]],
      );
      assert.deepEqual([...(await store.notices.sealed.countByKey()).values()], [1]);
      assert.equal(await store.notices.sealed.reseal(10), 0, 'it is sealed with the newest key already');
    });
  });
}
