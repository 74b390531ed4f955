import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RowStatus } from '../../contract/schemas/status.ts';
import { Gate } from './gate.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

describe('statuses', () => {
  let world: ServerWorld;
  let adapter: StubAdapter;
  const clock = new TestClock();

  before(async () => {
    adapter = new StubAdapter({ batchSize: 7 });
    world = await ServerWorld.start({ population: adapter, clock });
  });
  after(() => world.close());

  it('pages through everything once, in the order of the changes', async () => {
    await world.push(pushOf(Array.from({ length: 250 }, (_, index) => pupil(index))));
    await world.server.whenIdle();
    const { items } = await world.statuses();
    assert.equal(items.length, 250);
    assert.equal(new Set(items.map((item) => item.rowId)).size, 250);
  });

  it('gives nothing twice behind a cursor, and again what changed', async () => {
    const { cursor } = await world.statuses();
    const quiet = await world.statuses({ since: cursor });
    assert.deepEqual([quiet.items, quiet.cursor], [[], cursor]);
    await world.push(pushOf([pupil(3, { className: '8B' }), pupil(4)]));
    const { items } = await world.statuses({ since: cursor });
    assert.deepEqual(
      items.map((item) => [item.rowId, item.outcome]),
      [[pupil(3).rowId, 'match']],
    );
  });

  it('misses no change, however pushes, answers and reading interleave', async () => {
    const act = fc.oneof(
      fc.record({
        push: fc.uniqueArray(fc.integer({ min: 300, max: 330 }), { minLength: 1, maxLength: 12 }),
        fault: fc.constantFrom('', '12', 'name'),
      }),
      fc.constant('read' as const),
      fc.constant('refuse' as const),
      fc.constant('recover' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const seen = new Map<string, RowStatus>();
        let cursor = '';
        const read = async () => {
          const page = await world.statuses({ since: cursor, query: '&workbookId=so-đan-xen' });
          for (const item of page.items) seen.set(item.rowId, item);
          cursor = page.cursor;
        };
        for (const step of acts) {
          if (step === 'read') await read();
          else if (step === 'refuse') {
            adapter.answer = async (claims) =>
              claims.map(({ requestId }) => ({ requestId, transport: 'closed-hours' }));
          } else if (step === 'recover') {
            adapter.answer = async (claims) => claims.map(matched);
            clock.advance(3600);
          } else {
            const change = step.fault === '12' ? { citizenId: '12' } : step.fault ? { fullName: 'Lê Văn Đổi' } : {};
            await world.push(
              pushOf(
                step.push.map((number) => pupil(number, change)),
                { workbookId: 'so-đan-xen' },
              ),
            );
          }
        }
        adapter.answer = async (claims) => claims.map(matched);
        clock.advance(86_400);
        await world.restart();
        await world.server.whenIdle();
        await read();
        const whole = await world.statuses({ query: '&workbookId=so-đan-xen' });
        // Rows of an earlier run that this one did not touch are not in its deltas.
        for (const item of whole.items) if (seen.has(item.rowId)) assert.deepEqual(seen.get(item.rowId), item);
        const pushed = new Set(acts.flatMap((step) => (typeof step === 'object' ? step.push : [])));
        for (const number of pushed) assert.ok(seen.has(pupil(number).rowId));
      }),
      { numRuns: 15 },
    );
  });

  it('begins anew with a cursor of another store, or from behind the end', async () => {
    const all = await world.statuses();
    const forge = (text: string) => Buffer.from(text).toString('base64url');
    const own = Buffer.from(all.cursor, 'base64url').toString();
    for (const text of ['00000000.5', `${own.split('.')[0]}.zzzzzz`]) {
      const page = await world.statuses({ since: forge(text) });
      assert.equal(page.items.length, all.items.length, text);
    }
  });

  it('refuses a cursor that never was one', async () => {
    for (const since of ['x', '%20', Buffer.from('a.b.c').toString('base64url')]) {
      const answer = await world.get(`/api/v1/statuses?since=${since}`, await world.token('vanthu.a'));
      assert.equal(problemOf(answer), 'body-invalid');
    }
    const limit = await world.get('/api/v1/statuses?limit=1001', await world.token('vanthu.a'));
    assert.ok(limit.body.title.vi.includes('query.limit'));
  });

  it('tells how many wait and an honest guess of how long', async () => {
    const slow = new StubAdapter({ batchSize: 10, ratePerSecond: 2 });
    const looked = new Gate();
    slow.answer = async () => {
      await looked.passed;
      return [];
    };
    await world.restart({ population: slow });
    await world.push(
      pushOf(
        Array.from({ length: 100 }, (_, index) => pupil(500 + index)),
        { workbookId: 'so-chậm' },
      ),
    );
    const { waiting, etaSeconds } = await world.statuses();
    assert.equal(waiting, 100);
    assert.equal(etaSeconds, 5, '100 rows in batches of 10 at 2 a second');
    looked.open();
    await world.restart({ population: null });
    await world.server.whenIdle();
    const nobody = await world.statuses();
    assert.deepEqual([nobody.waiting, nobody.etaSeconds], [0, 0], 'what cannot be asked is not said to be coming');
  });
});
