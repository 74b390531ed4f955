import assert from 'node:assert/strict';
import type { ClaimAnswer } from '../../../server/population/population-adapter.ts';
import type { Store } from '../../../server/store/store.ts';
import { addQuestions, answersTo, settle } from './settling.ts';
import { NOW, UNITS } from './stored-rows.ts';

/** What becomes of the answers of one call, on whichever database. `open` gives a new, empty one. */
export function describeSettling(engine: string, open: () => Promise<Store>): void {
  describe(`the answers of one call on ${engine}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
    });
    afterEach(() => store.close());

    /** Every record whose status changed since, in that order, and what it says. */
    async function moved(since: number): Promise<readonly (readonly [string, string])[]> {
      const found = await store.statuses.page({ root: 'S', workbookId: null, classes: null }, since, 100);
      return found.map(({ statuses: [status] }) => [status!.recordId, status!.outcome ?? status!.transport] as const);
    }
    const check = async (unit: string) => {
      const found = await store.sheetChecks.find({ unit, workbookId: 'w-1' });
      return found && [found.answered, found.failed];
    };

    it('are each written to their own row, in the order of the questions', async () => {
      const questions = await addQuestions(store, { 'T-B': 3, 'T-A': 3 });
      const since = await store.statuses.sequence();
      const outcomes = ['match', 'differs', 'no-such-number', 'match', 'match-normalised', 'match'] as const;
      const answers = answersTo(questions).map((answer, at) => ({ ...answer, outcome: outcomes[at]! }));
      assert.deepEqual(await settle(store, questions, answers), outcomes);
      assert.deepEqual(
        await moved(since),
        questions.map(({ job }, at) => [job.recordId, outcomes[at]]),
      );
      assert.equal(await store.verifications.count(), 0);
      assert.deepEqual(
        [await check('T-A'), await check('T-B')],
        [
          [3, 0],
          [3, 2],
        ],
        'one workbook id in two units is two sheets',
      );
    });

    it('change nothing where the row has moved on or is gone', async () => {
      const questions = await addQuestions(store, { 'T-A': 4 });
      const [edited, removed, open, failed] = questions.map(({ job }) => job);
      assert.ok(edited && removed && open && failed);
      await store.write(async ({ verifications }) => {
        await verifications.enqueue([{ ...edited, round: 2, priority: 0, dueAt: NOW }]);
        await verifications.remove('T-A', [removed.recordId, failed.recordId]);
      });
      const since = await store.statuses.sequence();
      const answers: ClaimAnswer[] = [...answersTo(questions)];
      answers[3] = { requestId: answers[3]!.requestId, transport: 'throttled' };
      assert.deepEqual(await settle(store, questions, answers), ['match']);
      assert.deepEqual(await moved(since), [[open.recordId, 'match']]);
      assert.deepEqual(await check('T-A'), [1, 0], 'a late answer does not count');
      assert.equal((await store.verifications.findJob('T-A', edited.recordId))?.round, 2);
      assert.equal(await store.verifications.count(), 1);
      const told = await store.rounds.ofRecords('T-A', [edited.recordId, removed.recordId]);
      assert.ok([...told.values()].flat().every(({ verdict }) => verdict === null));
    });

    it('put off together what the service refused, and count what only one question failed of', async () => {
      const questions = await addQuestions(store, { 'T-A': 3, 'T-B': 2 });
      const since = await store.statuses.sequence();
      const answers = answersTo(questions).map((answer, at): ClaimAnswer => {
        const { requestId } = answer;
        if (at === 1) return { requestId, transport: 'unreachable' };
        return at === 2 || at === 4 ? { requestId, transport: 'closed-hours', retryAfterSeconds: 3600 } : answer;
      });
      assert.deepEqual(await settle(store, questions, answers), ['match', 'match']);
      const ids = questions.map(({ job }) => job.recordId);
      assert.deepEqual(await moved(since), [
        [ids[0], 'match'],
        [ids[1], 'unreachable'],
        [ids[2], 'closed-hours'],
        [ids[3], 'match'],
        [ids[4], 'closed-hours'],
      ]);
      const pace = await store.paces.find('stub');
      assert.deepEqual([pace?.failures, pace?.pausedBy, pace?.pausedUntil], [1, 'closed-hours', NOW + 3_600_000]);
      const lease = async (at: number) => {
        const leased = await store.verifications.lease(at, NOW + 9_000_000, 9);
        return leased.map(({ recordId, attempts, faults }) => [recordId, attempts, faults]);
      };
      assert.deepEqual(await lease(NOW + 3_599_999), [[ids[1], 2, 1]]);
      assert.deepEqual(await lease(NOW + 3_599_999), []);
      assert.deepEqual((await lease(NOW + 3_600_000)).sort(), [
        [ids[2], 2, 0],
        [ids[4], 2, 0],
      ]);
    });

    it('end the failures in a row', async () => {
      const questions = await addQuestions(store, { 'T-A': 2 });
      const failed = questions.map(
        ({ claim }): ClaimAnswer => ({ requestId: claim.requestId, transport: 'unreachable' }),
      );
      await settle(store, questions, failed);
      await settle(store, questions, failed);
      assert.equal((await store.paces.find('stub'))?.failures, 2);
      await settle(store, questions, answersTo(questions));
      assert.equal((await store.paces.find('stub'))?.failures, 0);
    });
  });
}
