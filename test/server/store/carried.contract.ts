import assert from 'node:assert/strict';
import { answeredQuestions, openQuestions, questionsToCarry } from '../../../server/carried/carried-questions.ts';
import { composeHandIn, noteHandedIn } from '../../../server/carried/hand-in.ts';
import { takeAnswers } from '../../../server/carried/take-answers.ts';
import { createCsdlAdapter } from '../../../server/population/csdl/csdl-adapter.ts';
import type { Store } from '../../../server/store/store.ts';
import { job, NOW, record, UNITS } from './stored-rows.ts';

const AUTHORITY = { officer: 'CB', purpose: 'thử' };
const WORKBOOK = { workbookId: 'w-1', template: 'student', version: 1, campaign: '', firstSeenAt: NOW } as const;

/** Questions carried by hand, from the queue and back, on whichever database. `open` gives a new, empty one. */
export function describeCarried(engine: string, open: () => Promise<Store>): void {
  describe(`questions carried by hand on ${engine}`, () => {
    const adapter = createCsdlAdapter();
    let store: Store;

    const pupil = (id: string, number: string, unit = 'T-A') =>
      record(id, {
        unit,
        citizenId: number,
        cells: {
          className: '7A',
          ministryId: `01000000${id.slice(-2)}`,
          fullName: 'Nguyễn Văn An',
          birthDate: '05/09/2012',
          sex: 'Nam',
          citizenId: number,
          province: 'Hà Nội',
        },
      });

    beforeEach(async () => {
      store = await open();
      await store.units.upsert(UNITS);
      await store.write(async (tables) => {
        for (const unit of ['T-A', 'T-B']) await tables.workbooks.insert({ ...WORKBOOK, unit });
        await tables.records.insert([
          pupil('r-02', '001212000002'),
          pupil('r-01', '001212000001'),
          pupil('r-03', '001212000003', 'T-B'),
        ]);
        await tables.verifications.enqueue([job('r-01'), job('r-02'), job('r-03', { unit: 'T-B' })]);
      });
    });
    afterEach(() => store.close());

    const transports = async () =>
      (await store.carried.open('T-A')).map(({ recordId, transport }) => [recordId, transport]);
    const handIn = async (now: number) => {
      const made = await composeHandIn(await questionsToCarry(store, 'T-A', AUTHORITY), 'pupil', adapter);
      return store.write((tables) => noteHandedIn(tables, 'T-A', made, now));
    };

    it('shows a unit its own in the order of its rows, and notes them as sent once', async () => {
      assert.deepEqual(await transports(), [
        ['r-02', 'queued'],
        ['r-01', 'queued'],
      ]);
      assert.equal(await handIn(NOW + 1000), 2);
      assert.equal(await handIn(NOW + 2000), 0);
      const sent = await store.carried.open('T-A');
      assert.deepEqual(
        sent.map(({ transport, askedAt }) => [transport, askedAt]),
        [
          ['sent', NOW + 1000],
          ['sent', NOW + 1000],
        ],
      );
      assert.deepEqual(
        (await store.carried.open('T-B')).map(({ transport }) => transport),
        ['queued'],
      );
    });

    it('keeps each answer with its row, once, and a later word of CSDL ngành as another round', async () => {
      await handIn(NOW);
      const take = async (outcome: 'match' | 'unconfirmed', now: number) => {
        const known = [
          ...(await openQuestions(store, 'T-A', AUTHORITY)),
          ...(await answeredQuestions(store, 'T-A', AUTHORITY, adapter)),
        ];
        const answers = known.map(({ question }, at) => ({
          ...{ sheet: 1, row: at + 2, requestId: question.claim.requestId, transport: 'answered' as const },
          ...{ outcome, compared: [], flags: [] },
        }));
        const read = { lines: 2, answers, repeated: 0, waiting: 0, notApplied: [] };
        const { taken } = await store.write((tables) => takeAnswers(tables, adapter, known, read, null, now));
        return [taken.applied, taken.known];
      };
      assert.deepEqual(await take('unconfirmed', NOW + 10), [2, 0]);
      assert.deepEqual(await take('unconfirmed', NOW + 20), [0, 2]);
      assert.deepEqual(await take('match', NOW + 30), [2, 0]);
      assert.deepEqual(await take('match', NOW + 40), [0, 2]);
      assert.deepEqual(await transports(), []);
      const rounds = await store.rounds.ofRecords('T-A', ['r-01']);
      assert.deepEqual(
        rounds.get('r-01')?.map(({ round, verdict }) => [round, verdict?.outcome]),
        [
          [1, 'unconfirmed'],
          [2, 'match'],
        ],
      );
    });

    it('takes over what another way of asking was busy with, and leaves what was handed in', async () => {
      await handIn(NOW);
      await store.verifications.lease(NOW + 5, NOW + 1000, 10);
      const touched = await store.write((tables) => tables.carried.takeOver());
      assert.deepEqual(touched.map(({ recordId }) => recordId).sort(), ['r-01', 'r-02', 'r-03']);
      assert.deepEqual(await transports(), [
        ['r-02', 'queued'],
        ['r-01', 'queued'],
      ]);
      await handIn(NOW + 10);
      assert.deepEqual(await store.write((tables) => tables.carried.takeOver()), []);
    });
  });
}
