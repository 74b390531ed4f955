import assert from 'node:assert/strict';
import type { Claim, ClaimAnswer } from '../../../server/population/population-adapter.ts';
import { pupil, pushOf, rowId } from '../invented-rows.ts';
import { ServerWorld, TestClock } from '../server-world.ts';
import { matched, StubAdapter } from '../stub-adapter.ts';

/** Questions that fail by themselves, while the line and the service work. */
describe('questions that are set aside', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;
  let clock: TestClock;

  const isBad = (claim: Claim) => claim.citizenId.endsWith('000003');

  beforeEach(async () => {
    clock = new TestClock();
    adapter = new StubAdapter({ batchSize: 10 });
    world = await ServerWorld.start({ population: adapter, clock, random: () => 0.5 });
  });
  afterEach(() => world.close());

  async function sendTen(): Promise<void> {
    await world.push(pushOf(Array.from({ length: 10 }, (_, index) => pupil(index))));
    for (let look = 0; look < 12; look++) {
      await world.server.whenIdle();
      clock.advance(600);
    }
    await world.server.whenIdle();
  }
  const transports = async () =>
    new Map((await world.statuses()).items.map((item) => [item.rowId, item.outcome ?? item.transport]));

  it('are few: one that breaks the adapter is asked alone, and the others are answered', async () => {
    adapter.answer = async (claims) => {
      if (claims.some(isBad)) throw new Error('hỏng');
      return claims.map(matched);
    };
    await sendTen();
    const found = await transports();
    assert.equal(found.get(rowId(3)), 'set-aside');
    assert.deepEqual([...found.values()].filter((state) => state === 'match').length, 9);
    assert.ok(
      adapter.calls.slice(1).every((claims) => claims.length === 1),
      'never again together',
    );
    assert.equal(adapter.asked.filter(isBad).length, 5, 'asked five times, not for ever');
    assert.deepEqual(
      (await world.store.asides.list(null)).map(({ unit, reason, attempts }) => [unit, reason, attempts]),
      [['T-A', 'adapter-failed', 5]],
    );
  });

  it('are those that the service passes over, without a pause for anybody else', async () => {
    adapter.answer = async (claims): Promise<readonly ClaimAnswer[]> =>
      claims.filter((claim) => !isBad(claim)).map(matched);
    await sendTen();
    assert.equal((await transports()).get(rowId(3)), 'set-aside');
    assert.deepEqual(
      (await world.store.asides.list('T-A')).map(({ reason }) => reason),
      ['not-answered'],
    );
    assert.equal((await world.store.paces.find('stub'))?.failures, 0, 'the service was never paused for it');
  });

  it('are never those that the line or the service failed', async () => {
    for (const transport of ['unreachable', 'throttled', 'closed-hours', 'refused-config'] as const) {
      adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, transport }));
      await sendTen();
      assert.deepEqual(await world.store.asides.list(null), []);
    }
    adapter.answer = async (claims) => claims.map(matched);
    clock.advance(100_000);
    await world.server.whenIdle();
    assert.deepEqual(new Set((await transports()).values()), new Set(['match']));
  });

  it('are asked once more when they are redriven, and lost never', async () => {
    adapter.answer = async (claims) => {
      if (claims.some(isBad)) throw new Error('hỏng');
      return claims.map(matched);
    };
    await sendTen();
    await world.restart({ population: adapter });
    await world.server.whenIdle();
    assert.equal((await transports()).get(rowId(3)), 'set-aside', 'over a restart');
    adapter.answer = async (claims) => claims.map(matched);
    const redriven = await world.store.write((tables) => tables.asides.redrive('T-B', clock.now()));
    assert.deepEqual(redriven, []);
    assert.equal((await world.store.write((tables) => tables.asides.redrive('T-A', clock.now()))).length, 1);
    await world.push(pushOf([pupil(20)]));
    await world.server.whenIdle();
    assert.equal((await transports()).get(rowId(3)), 'match');
    assert.deepEqual(await world.store.asides.list(null), []);
  });

  it('are asked anew when the row is mended', async () => {
    adapter.answer = async (claims) => {
      if (claims.some((claim) => isBad(claim) && claim.fullName.endsWith('DŨNG'))) throw new Error('hỏng');
      return claims.map(matched);
    };
    await sendTen();
    assert.equal((await transports()).get(rowId(3)), 'set-aside');
    await world.push(pushOf([pupil(3, { fullName: 'Nguyễn Văn Sửa' })]));
    await world.server.whenIdle();
    assert.equal((await transports()).get(rowId(3)), 'match');
  });
});
