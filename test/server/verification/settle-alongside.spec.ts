import assert from 'node:assert/strict';
import { RecordCipher } from '../../../server/crypto/record-cipher.ts';
import type { ClaimAnswer } from '../../../server/population/population-adapter.ts';
import { Store } from '../../../server/store/store.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { sharedPostgres } from '../../support/shared-postgres.ts';
import { Gate } from '../gate.ts';
import { addQuestions, answersTo, settle } from '../store/settling.ts';
import { UNITS } from '../store/stored-rows.ts';

/** Several processes on one PostgreSQL: who waits for whom. */
describe('answers written while others write', () => {
  let postgres: TestPostgres;
  let database: string;
  let store: Store;

  beforeEach(async () => {
    postgres = await sharedPostgres();
    const url = await postgres.makeDatabase();
    database = new URL(url).pathname.slice(1);
    store = await Store.connect(url, RecordCipher.create());
    await store.units.upsert(UNITS);
  });
  afterEach(() => store.close());

  /** Resolves when the lock is held; `free` lets it go, and resolves when that is so. */
  async function holding(name: string): Promise<{ free(): Promise<void> }> {
    const held = new Gate();
    const done = new Gate();
    const transaction = store.writeAlongside(async (tables) => {
      await tables.lock(name);
      held.open();
      await done.passed;
    });
    await held.passed;
    return {
      free: () => {
        done.open();
        return transaction;
      },
    };
  }
  /** True as soon as it waits for a lock, false when it has ended without. */
  async function waits(work: Promise<unknown>): Promise<boolean> {
    let ended = false;
    void work.finally(() => {
      ended = true;
    });
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    while (!ended) if ((await postgres.query(database, waiting)).length > 0) return true;
    return false;
  }

  for (const unit of ['T-A', 'T-B']) {
    it(`wait for a push of any of their units: ${unit}`, async () => {
      const questions = await addQuestions(store, { 'T-A': 1, 'T-B': 1 });
      const push = await holding(`push ${unit}`);
      const settling = settle(store, questions, answersTo(questions));
      assert.ok(await waits(settling));
      assert.equal(await store.verifications.count(), 2);
      await push.free();
      await settling;
      assert.equal(await store.verifications.count(), 0);
    });
  }

  it('do not hold up whoever takes the next step, nor wait for it, where nothing failed', async () => {
    const questions = await addQuestions(store, { 'T-A': 3 });
    const step = await holding('pace stub');
    assert.deepEqual(await settle(store, questions, answersTo(questions)), ['match', 'match', 'match']);
    await step.free();
  });

  it('wait for a step that is being taken where something failed', async () => {
    const questions = await addQuestions(store, { 'T-A': 1 });
    const failed: ClaimAnswer = { requestId: questions[0]!.claim.requestId, transport: 'throttled' };
    const step = await holding('pace stub');
    const settling = settle(store, questions, [failed]);
    assert.ok(await waits(settling));
    assert.equal(await store.paces.find('stub'), undefined);
    await step.free();
    await settling;
    assert.equal((await store.paces.find('stub'))?.pausedBy, 'throttled');
  });
});
