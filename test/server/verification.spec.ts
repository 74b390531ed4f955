import assert from 'node:assert/strict';
import type { RowStatus } from '../../contract/schemas/status.ts';
import { openStore } from '../../server/data-folder.ts';
import type { ClaimAnswer } from '../../server/population/population-adapter.ts';
import { Gate } from './gate.ts';
import { pupil, pushOf, rowId } from './invented-rows.ts';
import { ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

describe('the verification queue', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;
  let clock: TestClock;

  beforeEach(async () => {
    clock = new TestClock();
    adapter = new StubAdapter();
    world = await ServerWorld.start({ population: adapter, clock, random: () => 0.5 });
  });
  afterEach(() => world.close());

  const pupils = (count: number) => pushOf(Array.from({ length: count }, (_, index) => pupil(index)));
  const idle = () => world.server.whenIdle();
  async function rows(): Promise<RowStatus[]> {
    return (await world.statuses()).items;
  }
  const transports = async () => new Set((await rows()).map((row) => row.transport));
  /** Time passes, and the queue hears of it as by its timer. */
  async function later(seconds: number): Promise<void> {
    clock.advance(seconds);
    await idle();
  }

  it('asks in batches, each row once', async () => {
    adapter = new StubAdapter({ batchSize: 20 });
    await world.restart({ population: adapter });
    await world.push(pupils(50));
    await idle();
    assert.deepEqual(adapter.calls.map((claims) => claims.length).sort(), [10, 20, 20]);
    assert.equal(new Set(adapter.asked.map((claim) => claim.requestId)).size, 50);
  });

  it('keeps to its number of calls at a time', async () => {
    adapter = new StubAdapter({ batchSize: 1 });
    const three = new Gate();
    let open = 0;
    let most = 0;
    adapter.answer = async (claims) => {
      most = Math.max(most, ++open);
      if (open === 3) three.open();
      await three.passed;
      open--;
      return claims.map(matched);
    };
    await world.restart({ population: adapter, verification: { concurrency: 3 } });
    await world.push(pupils(20));
    await idle();
    assert.equal(most, 3);
  });

  it('schedules what comes in closed hours, for every waiting row, and asks at the stated time', async () => {
    adapter = new StubAdapter({ batchSize: 2 });
    adapter.answer = async (claims) =>
      claims.map(({ requestId }) => ({ requestId, transport: 'closed-hours', retryAfterSeconds: 3600 }));
    await world.restart({ population: adapter, verification: { concurrency: 1 } });
    await world.push(pupils(10));
    await idle();
    assert.equal(adapter.calls.length, 1, 'one call learns that the office is closed');
    assert.deepEqual(await transports(), new Set(['closed-hours']));
    await later(3000);
    assert.equal(adapter.calls.length, 1);
    adapter.answer = async (claims) => claims.map(matched);
    await later(601);
    assert.deepEqual(await transports(), new Set(['answered']));
  });

  it('retries after failures of the line with growing pauses, under the same request id', async () => {
    adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, transport: 'unreachable' }));
    await world.push(pupils(1));
    await idle();
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      const before = adapter.calls.length;
      let waited = 0;
      while (adapter.calls.length === before) {
        await later(0.25);
        waited += 0.25;
      }
      waits.push(waited);
    }
    // The clock runs on while the test works: a little less is waited for by hand.
    for (const [index, expected] of [3.75, 7.5, 15, 30].entries()) {
      const waited = waits[index] ?? 0;
      assert.ok(waited <= expected + 0.25 && waited >= expected * 0.6, `${waits}`);
    }
    assert.equal(new Set(adapter.asked.map((claim) => claim.requestId)).size, 1);
    adapter.answer = async (claims) => claims.map(matched);
    await later(3600);
    assert.equal((await rows())[0]?.outcome, 'match');
  });

  it('never asks again what was answered, whatever the answer', async () => {
    const outcomes = ['match', 'differs', 'unconfirmed', 'no-such-number', 'too-many', 'superseded'] as const;
    adapter.answer = async (claims) =>
      claims.map(({ requestId }, index) => ({
        requestId,
        transport: 'answered',
        outcome: outcomes[index % outcomes.length] ?? 'match',
        compared: ['citizenId', 'fullName', 'birthDate'],
        flags: [],
      }));
    await world.push(pupils(6));
    await idle();
    await later(1_000_000);
    assert.equal(adapter.asked.length, 6);
    assert.deepEqual(new Set((await rows()).map((row) => row.outcome)), new Set(outcomes));
  });

  it('pauses for everyone when it is told to slow down', async () => {
    adapter = new StubAdapter({ batchSize: 1 });
    adapter.answer = async (claims) =>
      claims.map(({ requestId }) => ({ requestId, transport: 'throttled', retryAfterSeconds: 300 }));
    await world.restart({ population: adapter, verification: { concurrency: 1 } });
    await world.push(pupils(5));
    await idle();
    await later(200);
    assert.equal(adapter.calls.length, 1);
    adapter.answer = async (claims) => claims.map(matched);
    await later(101);
    assert.equal(adapter.calls.length, 6);
  });

  it('gives an answer that is missing or not understood another try, and keeps the others', async () => {
    adapter.answer = async (claims) =>
      claims
        .slice(1)
        .map((claim, index) =>
          index === 0 ? ({ ...matched(claim), outcome: 'chưa từng thấy' } as unknown as ClaimAnswer) : matched(claim),
        );
    await world.push(pupils(4));
    await idle();
    const found = await rows();
    assert.equal(found.filter((row) => row.outcome === 'match').length, 2);
    assert.equal(found.filter((row) => row.transport === 'unreachable').length, 2);
  });

  it('does not let a row that breaks the adapter hold up the others', async () => {
    adapter = new StubAdapter({ batchSize: 1 });
    adapter.answer = async (claims) => {
      if (claims.some((claim) => claim.citizenId.endsWith('000000'))) throw new Error('lỗi với Nguyễn Văn An');
      return claims.map(matched);
    };
    await world.restart({ population: adapter });
    await world.push(pupils(5));
    await idle();
    const found = await rows();
    assert.deepEqual(found.find((row) => row.rowId === rowId(0))?.transport, 'unreachable');
    assert.equal(found.filter((row) => row.outcome === 'match').length, 4);
    assert.ok(!world.logLines.join('').includes('Nguyễn Văn An'));
  });

  it('gives up a call that takes too long, and asks again later', async () => {
    adapter.answer = (_claims, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await world.restart({ verification: { askTimeoutSeconds: 0.05 } });
    await world.push(pupils(1));
    await idle();
    assert.deepEqual(await transports(), new Set(['unreachable']));
  });

  it('asks mended rows first', async () => {
    const gate = new Gate();
    adapter = new StubAdapter({ batchSize: 1 });
    await world.restart({ population: adapter, verification: { concurrency: 1 } });
    await world.push(pupils(1));
    await idle();
    adapter.answer = async (claims) => {
      await gate.passed;
      return claims.map(matched);
    };
    await world.push(pushOf([1, 2, 3].map((number) => pupil(number))));
    await world.push(pushOf([pupil(0, { fullName: 'Nguyễn Văn Sửa' })]));
    gate.open();
    await idle();
    const order = adapter.asked.map((claim) => claim.fullName);
    assert.ok(order.indexOf('NGUYỄN VĂN SỬA') <= 2, order.join());
  });

  it('says of every row that nobody is there to ask, and asks once somebody is', async () => {
    await world.restart({ population: null });
    await world.push(pupils(3));
    await idle();
    assert.deepEqual(await transports(), new Set(['refused-config']));
    await world.restart({ population: adapter });
    await idle();
    assert.deepEqual(await transports(), new Set(['answered']));
  });

  it('lets a row go whose cells no longer make a question', async () => {
    await world.restart({ population: null });
    await world.push(pupils(1));
    await idle();
    const record = [...(await world.store.records.findRows('T-A', 'so-1', [rowId(0)])).values()][0];
    assert.ok(record);
    await world.store.records.update([{ ...record, cells: { ...record.cells, birthDate: 'không rõ' } }]);
    await world.restart({ population: adapter });
    await idle();
    assert.equal(adapter.asked.length, 0);
    assert.equal((await rows())[0]?.why, 'unverifiable');
    assert.equal(await world.store.verifications.count(), 0);
  });

  it('gives a lease back by itself when its holder is gone', async () => {
    const store = await openStore(`${world.dataDir}/lease`);
    const now = 1_000_000;
    await store.write(async (tables) => {
      await tables.units.upsert([
        { code: 'T', name: 'T', kind: 'school', parent: null, validFrom: null, validTo: null },
      ]);
      const workbook = { unit: 'T', workbookId: 'w', template: 'student', version: 1, campaign: '' } as const;
      await tables.workbooks.insert({ ...workbook, firstSeenAt: now });
      await tables.records.insert([
        {
          ...workbook,
          recordId: 'r',
          rowId: 'r',
          cells: {},
          claimHash: '',
          citizenId: null,
          personHash: '',
          why: null,
          incomplete: false,
          duplicate: false,
          round: 1,
          revision: 1,
          createdAt: 0,
          createdBy: null,
        },
      ]);
      await tables.verifications.enqueue([{ unit: 'T', recordId: 'r', round: 1, priority: 1, dueAt: now }]);
    });
    assert.equal((await store.verifications.lease(now, now + 60_000, 10)).length, 1);
    assert.equal((await store.verifications.lease(now + 59_999, now + 120_000, 10)).length, 0, 'held');
    const [again] = await store.verifications.lease(now + 60_000, now + 120_000, 10);
    assert.equal(again?.attempts, 2);
    await store.close();
  });
});
