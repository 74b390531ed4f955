import assert from 'node:assert/strict';
import { Metrics } from '../../server/metrics/metrics.ts';
import { citizenId, pupil, pushOf } from './invented-rows.ts';
import { problemOf, ServerWorld, TestClock } from './server-world.ts';
import { matched, StubAdapter } from './stub-adapter.ts';

/** Name and labels, and the value. */
const LINE = /^([a-z_]+(?:\{(?:[a-z]+="[^"\\\n]*",?)+\})?) ([\d.e+-]+)$/;

/** Checks the form of the whole text: every line a type or a sample of the name last typed. */
function samplesOf(text: string): ReadonlyMap<string, number> {
  assert.ok(text.endsWith('\n'));
  const samples = new Map<string, number>();
  const types = new Set<string>();
  let type = '';
  for (const line of text.trimEnd().split('\n')) {
    const declared = /^# TYPE ([a-z_]+) (?:counter|gauge|histogram)$/.exec(line)?.[1];
    if (declared) {
      assert.ok(!types.has(declared), `${declared} is typed twice`);
      types.add(declared);
      type = declared;
      continue;
    }
    const [, series = '', value = ''] = LINE.exec(line) ?? [];
    assert.ok(series.startsWith(type) && series !== '', line);
    samples.set(series, Number(value));
  }
  return samples;
}

describe('/metrics', () => {
  let world: ServerWorld;
  const adapter = new StubAdapter();
  const clock = new TestClock();

  before(async () => {
    world = await ServerWorld.start({ population: adapter, clock });
  });
  after(() => world.close());

  const read = async () => {
    const answer = await world.get('/metrics');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'] ?? '', /^text\/plain; version=0\.0\.4/);
    return samplesOf(answer.text);
  };

  it('counts requests, pushes with their rows, wrong passwords, verdicts, and what waits', async () => {
    await world.push(pushOf([pupil(1), pupil(2), pupil(3, { fullName: '' })]));
    await world.server.whenIdle();
    await world.post('/api/v1/session', { username: 'vanthu.a', password: 'sai rồi, chắc chắn' });
    adapter.answer = async (claims) => claims.map(({ requestId }) => ({ requestId, transport: 'closed-hours' }));
    await world.push(pushOf([pupil(10), pupil(11)]));
    await world.server.whenIdle();
    await world.get(`/api/v1/${citizenId(5)}`);
    const samples = await read();
    const expected: Record<string, number> = {
      'sosach_http_requests_total{method="POST",route="/api/v1/pushes",status="200"}': 2,
      'sosach_http_requests_total{method="POST",route="/api/v1/session",status="401"}': 1,
      'sosach_http_requests_total{method="GET",route="(none)",status="404"}': 1,
      'sosach_http_request_seconds_count{route="/api/v1/pushes"}': 2,
      'sosach_http_request_seconds_bucket{route="/api/v1/pushes",le="+Inf"}': 2,
      'sosach_deeds_total{action="pushed"}': 2,
      'sosach_deed_items_total{action="pushed",what="queued"}': 4,
      'sosach_deed_items_total{action="pushed",what="stays"}': 1,
      'sosach_deeds_total{action="sign-in-failed"}': 1,
      'sosach_verdicts_total{outcome="match"}': 2,
      'sosach_queue_rows{transport="closed-hours"}': 2,
      sosach_queue_overdue_seconds: 0,
    };
    for (const [series, value] of Object.entries(expected)) assert.equal(samples.get(series), value, series);
    assert.ok((samples.get('sosach_store_bytes') ?? 0) > 50_000);
  });

  it('says for how long the queue has been behind', async () => {
    const slow = new StubAdapter({ batchSize: 1, ratePerSecond: 1 });
    clock.advance(86_400);
    await world.restart({ population: slow });
    slow.answer = (_claims, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject()));
    await world.push(pushOf([pupil(20), pupil(21), pupil(22)], { workbookId: 'so-2' }));
    clock.advance(600);
    const samples = await read();
    assert.ok((samples.get('sosach_queue_overdue_seconds') ?? 0) >= 600);
    adapter.answer = async (claims) => claims.map(matched);
    await world.restart({ population: adapter });
  });

  it('holds no person, no unit, no account', async () => {
    await world.push(pushOf([pupil(30)], { workbookId: 'so-3' }));
    await world.server.whenIdle();
    const { text } = await world.get('/metrics');
    for (const secret of ['T-A', 'vanthu', 'so-3', citizenId(30), 'Nguyễn']) assert.ok(!text.includes(secret), secret);
  });

  it('is for this machine alone, and not for what a proxy on it passes on', async () => {
    for (const header of ['X-Forwarded-For', 'Forwarded']) {
      assert.equal(problemOf(await world.get('/metrics').set(header, '192.0.2.1')), 'not-found');
    }
  });

  it('is with a token for whoever has it', async () => {
    await world.restart({ metricsToken: 'mã-theo-dõi-dài' });
    assert.equal(problemOf(await world.get('/metrics')), 'not-found');
    assert.equal(problemOf(await world.get('/metrics', 'sai')), 'not-found');
    await world.restart({ metricsToken: 'ma-theo-doi-dai' });
    const answer = await world.get('/metrics', 'ma-theo-doi-dai').set('X-Forwarded-For', '192.0.2.1');
    assert.equal(answer.status, 200);
    await world.restart();
  });

  it('keeps label values that hold quotes in their quotes', () => {
    const metrics = new Metrics();
    metrics.countVerdict('a"b\\c\nd');
    assert.equal(
      metrics.text([]),
      '# TYPE sosach_verdicts_total counter\nsosach_verdicts_total{outcome="a\\"b\\\\c\\nd"} 1\n',
    );
  });

  it('counts each duration in every bucket that holds it', () => {
    const metrics = new Metrics();
    for (const seconds of [0.02, 0.3, 60]) metrics.countRequest('GET', '/x', '200', seconds);
    const samples = samplesOf(metrics.text([]));
    const bucket = (le: string) => samples.get(`sosach_http_request_seconds_bucket{route="/x",le="${le}"}`);
    assert.deepEqual(['0.01', '0.05', '0.25', '0.5', '30', '+Inf'].map(bucket), [0, 1, 1, 2, 2, 3]);
    assert.equal(samples.get('sosach_http_request_seconds_sum{route="/x"}'), 60.32);
  });
});
