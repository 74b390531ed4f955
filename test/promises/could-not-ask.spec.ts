import assert from 'node:assert/strict';
import { type RowState, rowState } from '../../contract/verdict.ts';
import type { NotAskedTransport } from '../../server/population/population-adapter.ts';
import { pupil, pushOf, rowId } from '../server/invented-rows.ts';
import { ServerWorld, TestClock } from '../server/server-world.ts';
import { matched, StubAdapter } from '../server/stub-adapter.ts';

/** Promise 4: "could not ask" is never shown as "does not match". The server's half. */
describe('promise: could not ask is never shown as does not match', () => {
  const TRANSPORTS = ['closed-hours', 'throttled', 'unreachable', 'refused-config'] as const;
  const adapter = new StubAdapter();
  const clock = new TestClock();
  let world: ServerWorld;

  before(async () => {
    world = await ServerWorld.start({ population: adapter, clock });
  });
  after(() => world.close());

  for (const [index, transport] of TRANSPORTS.entries()) {
    it(`${transport}: no outcome, no flag, no verdict, and asked again later`, async () => {
      const failure = { transport } satisfies { transport: NotAskedTransport };
      adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, ...failure }));
      await world.push(pushOf([pupil(index)]));
      await world.server.whenIdle();
      const of = async () => {
        const found = (await world.statuses()).items.find((item) => item.rowId === rowId(index));
        assert.ok(found);
        return found;
      };
      const status = await of();
      assert.deepEqual(
        [status.transport, status.outcome, status.compared, status.flags, status.answeredAt],
        [transport, null, [], [], null],
      );
      assert.equal(rowState(status), 'could-not-ask' satisfies RowState);
      assert.equal((await world.store.verifications.lastRounds('T-A', [status.recordId])).size, 0);
      adapter.answer = async (claims) => claims.map(matched);
      clock.advance(86_400);
      await world.server.whenIdle();
      assert.equal(rowState(await of()), 'verified' satisfies RowState);
    });
  }

  it('a broken adapter, a silent one and one that times out are no answers either', async () => {
    const ways: StubAdapter['answer'][] = [
      async () => {
        throw new Error('hỏng');
      },
      async () => [],
      (_claims, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ];
    await world.restart({ verification: { askTimeoutSeconds: 0.05 } });
    for (const [index, answer] of ways.entries()) {
      adapter.answer = answer;
      clock.advance(86_400);
      await world.push(pushOf([pupil(20 + index)]));
      await world.server.whenIdle();
    }
    const states = (await world.statuses()).items
      .filter((item) => item.rowId >= rowId(20))
      .map((item) => rowState(item));
    assert.deepEqual(states, ['could-not-ask', 'could-not-ask', 'could-not-ask'] satisfies RowState[]);
  });

  it('a row that may not be asked is not said to differ', async () => {
    await world.push(pushOf([pupil(40, { citizenId: '123' }), pupil(41, { nationality: 'Lào', citizenId: '' })]));
    const { items } = await world.statuses();
    const states = new Map(items.map((item) => [item.rowId, rowState(item)]));
    assert.equal(states.get(rowId(40)), 'not-confirmed');
    assert.equal(states.get(rowId(41)), 'not-applicable');
  });
});
