import assert from 'node:assert/strict';
import type { PushAnswer } from '../../../contract/schemas/push.ts';
import { seededRandom } from '../../../server/population/people/seeded-random.ts';
import { SEQUENCE_LENGTH } from '../../../server/verification/sequential-numbers.ts';
import { citizenId, pupil, pushOf } from '../invented-rows.ts';
import { ServerWorld, TestClock } from '../server-world.ts';
import { StubAdapter } from '../stub-adapter.ts';

/** Nobody learns through this server which numbers are in use. */
describe('whoever counts through the numbers', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;

  beforeEach(async () => {
    adapter = new StubAdapter();
    world = await ServerWorld.start({ population: adapter, clock: new TestClock() });
  });
  afterEach(() => world.close());

  /** Ends in 000xxx as all invented numbers do. */
  const walkedNumber = (step: number) => `001212000${String(100 + step).padStart(3, '0')}`;
  const walked = (step: number, row = step) => pupil(row, { citizenId: walkedNumber(step) });
  const steps = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
  const results = ({ rows }: PushAnswer) => new Set(rows.map(({ result }) => result));
  const events = async () => (await world.store.audit.all()).filter(({ action }) => action === 'numbers-refused');

  it('is refused those rows, and it is reported: nothing is kept, nothing asked', async () => {
    const honest = steps(20, 500).map((number) => pupil(number));
    const answer = await world.push(pushOf([...honest, ...steps(SEQUENCE_LENGTH).map((step) => walked(step))]));
    const stays = answer.rows.filter(({ result }) => result === 'stays');
    assert.equal(stays.length, SEQUENCE_LENGTH);
    for (const row of stays) {
      assert.deepEqual([row.recordId, row.errors], [null, ['citizen-id.sequential']]);
    }
    assert.ok(
      answer.rows.slice(0, 20).every(({ result }) => result === 'queued'),
      'good rows go',
    );
    await world.server.whenIdle();
    assert.deepEqual(new Set(adapter.asked.map((claim) => claim.citizenId)), new Set(steps(20, 500).map(citizenId)));
    const [event, ...more] = await events();
    assert.deepEqual([event?.unit, event?.counts, more.length], ['T-A', { rows: SEQUENCE_LENGTH }, 0]);
    const account = await world.store.accounts.findByName('vanthu.a');
    assert.equal(event?.accountId, account?.accountId);
    const metrics = await world.get('/metrics');
    assert.match(metrics.text, /sosach_deed_items_total\{action="numbers-refused",what="rows"\} 50/);
  });

  it('is refused as well when sending a few at a time', async () => {
    let taken = 0;
    for (let from = 0; from < 120; from += 10) {
      const answer = await world.push(pushOf(steps(10, from).map((step) => walked(step))));
      if (results(answer).has('stays')) break;
      taken += 10;
      await world.server.whenIdle();
    }
    assert.equal(taken, SEQUENCE_LENGTH - 10, 'the push that would make it fifty is the first refused');
    assert.equal((await events()).length, 1);
  });

  it('is refused as well when typing one after the other into the same row', async () => {
    const results: string[] = [];
    for (const step of steps(60)) {
      const answer = await world.push(pushOf([walked(step, 7)]));
      results.push(answer.rows[0]?.result ?? '');
      await world.server.whenIdle();
    }
    assert.equal(results.indexOf('stays'), SEQUENCE_LENGTH - 1, results.join());
    assert.ok(results.slice(SEQUENCE_LENGTH - 1).every((result) => result === 'stays'));
  });

  it('is not the clerk of an honest list, however often it is sent', async () => {
    const random = seededRandom('sổ thật');
    const serials = new Set<number>();
    while (serials.size < 400) serials.add(random.below(1_000_000));
    const rows = [...serials].map((serial, at) =>
      pupil(at, {
        citizenId: `0012${12 + (at % 2)}${String(serial).padStart(6, '0')}`,
        birthDate: `01/02/20${12 + (at % 2)}`,
      }),
    );
    for (let sending = 0; sending < 3; sending++) {
      assert.ok(!results(await world.push(pushOf(rows))).has('stays'));
      await world.server.whenIdle();
    }
    assert.deepEqual(await events(), []);
  });

  it('has nobody to ask about but the rows of the own roster: no question leaves without a record', async () => {
    await world.push(pushOf(steps(30).map((number) => pupil(number))));
    await world.server.whenIdle();
    const asked = new Map(adapter.asked.map((claim) => [claim.requestId.split('.')[0] ?? '', claim]));
    const kept = await world.store.records.findMany('T-A', [...asked.keys()]);
    assert.equal(kept.size, 30);
    for (const [recordId, claim] of asked) {
      assert.deepEqual([claim.unit, claim.citizenId], ['T-A', kept.get(recordId)?.citizenId]);
    }
  });
});
