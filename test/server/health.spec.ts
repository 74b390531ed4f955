import assert from 'node:assert/strict';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Health } from '../../contract/schemas/health.ts';
import { STORE_FILE } from '../../server/data-folder.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

describe('health', () => {
  const clock = new TestClock();
  const adapter = new StubAdapter();
  let world: ServerWorld;

  before(async () => {
    world = await ServerWorld.start({ population: adapter, clock, supportAddress: 'hotro@so.example' });
  });
  after(() => world.close());

  const health = async () => Health.parse((await world.get('/api/v1/health')).body);

  it('says what is up, whom to write to, and nothing of a unit or a person', async () => {
    const { version, ...rest } = await health();
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.deepEqual(rest, {
      ok: true,
      tryOut: true,
      verification: { state: 'asking', pausedBy: null, pausedUntil: null },
      supportAddress: 'hotro@so.example',
    });
  });

  it('says why nobody is asked just now, and until when, and stays ready for pushes', async () => {
    adapter.answer = async (claims) =>
      claims.map(({ requestId }) => ({ requestId, transport: 'closed-hours', retryAfterSeconds: 7200 }));
    await world.push(pushOf([pupil(1)]));
    await world.server.whenIdle();
    const { verification } = await health();
    assert.deepEqual([verification.state, verification.pausedBy], ['paused', 'closed-hours']);
    const pausedMs = Date.parse(verification.pausedUntil ?? '') - clock.now();
    assert.ok(pausedMs > 7000_000 && pausedMs < 9000_000, `${pausedMs}`);
    adapter.answer = async (claims) => claims.map(matched);
    clock.advance(9000);
    assert.equal((await health()).verification.state, 'asking');
  });

  it('says that nobody is there to be asked where no service is wired', async () => {
    await world.restart({ population: null });
    assert.equal((await health()).verification.state, 'nobody');
    assert.equal((await health()).supportAddress, 'hotro@so.example');
    await world.restart({ population: adapter });
  });

  it('is alive with a store that cannot be read, and not ready', async () => {
    const broken = await ServerWorld.start();
    const database = new Database(join(broken.dataDir, STORE_FILE));
    database.exec('DROP TABLE meta');
    database.close();
    const [live, ready] = [await broken.get('/live'), await broken.get('/api/v1/health')];
    assert.deepEqual([live.status, live.text, live.headers['cache-control']], [200, 'ok\n', 'no-store']);
    assert.equal(ready.status, 500);
    await broken.close();
  });
});
