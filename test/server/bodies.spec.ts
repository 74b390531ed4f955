import assert from 'node:assert/strict';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { BODY_MAX_BYTES } from '../../contract/push-limits.ts';
import { pupil, pushOf } from './invented-rows.ts';
import { ServerWorld } from './server-world.ts';

describe('request bodies', () => {
  let world: ServerWorld;
  let number = 0;

  before(async () => {
    world = await ServerWorld.start();
  });
  after(() => world.close());

  async function send(body: Uint8Array | string, headers: Record<string, string>, signedIn = true) {
    const response = await fetch(`${world.server.httpUrl}/api/v1/pushes`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `body-test-number-${number++}`,
        ...(signedIn ? { authorization: `Bearer ${await world.token('vanthu.a')}` } : {}),
        ...headers,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return { status: response.status, body: await response.json() };
  }
  const json = () => JSON.stringify(pushOf([pupil(number)]));

  it('takes plain JSON and gzip', async () => {
    assert.equal((await send(json(), {})).status, 200);
    assert.equal((await send(gzipSync(json()), { 'content-encoding': 'gzip' })).status, 200);
  });

  it('refuses other encodings', async () => {
    for (const [encoding, body] of [
      ['br', brotliCompressSync(json())],
      ['deflate', deflateSync(json())],
      ['zstd', new Uint8Array(9)],
      ['gzip, gzip', gzipSync(gzipSync(json()))],
    ] as const) {
      const answer = await send(body, { 'content-encoding': encoding });
      assert.deepEqual([answer.status, answer.body.code], [415, 'encoding-unsupported'], encoding);
    }
    const charset = await send(json(), { 'content-type': 'application/json; charset=tcvn3' });
    assert.equal(charset.body.code, 'encoding-unsupported');
  });

  it('refuses what inflates beyond the limit without inflating it all', async () => {
    const bomb = gzipSync(Buffer.alloc(120 * 1024 * 1024, 0x20), { level: 9 });
    assert.ok(bomb.length < 300_000, 'small on the wire');
    const before = process.memoryUsage().rss;
    const answer = await send(bomb, { 'content-encoding': 'gzip' });
    assert.deepEqual([answer.status, answer.body.code], [413, 'body-too-large']);
    assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024, 'the bomb did not unfold in memory');
    const plain = await send(' '.repeat(BODY_MAX_BYTES + 1), {});
    assert.equal(plain.body.code, 'body-too-large');
  });

  it('refuses broken JSON and broken gzip, and quotes neither', async () => {
    const secret = 'Nguyễn Văn Bí Mật 001212000999';
    for (const [body, headers] of [
      [`{"rows": "${secret}"`, {}],
      [secret, {}],
      ['', {}],
      ['null', {}],
      ['7', {}],
      [gzipSync(json()).subarray(0, 40), { 'content-encoding': 'gzip' }],
      [Buffer.from('no gzip at all'), { 'content-encoding': 'gzip' }],
    ] as const) {
      const answer = await send(body, headers);
      assert.deepEqual([answer.status, answer.body.code], [422, 'body-invalid'], String(body).slice(0, 30));
      assert.ok(!JSON.stringify(answer.body).includes('Bí Mật'));
    }
    assert.ok(!world.logLines.join('').includes('Bí Mật'));
  });

  it('gives whoever has not signed in little room', async () => {
    const answer = await world.post('/api/v1/session', { username: 'a', password: 'x'.repeat(20_000) });
    assert.deepEqual([answer.status, answer.body.code], [413, 'body-too-large']);
  });

  it('asks who is there before it reads anything', async () => {
    const answer = await send('{broken', { 'content-encoding': 'br' }, false);
    assert.equal(answer.body.code, 'token-missing');
  });
});
