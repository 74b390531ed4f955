import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type FetchedAnswer, type FetchInit, FetchTransport } from '../../desk/fetch-transport.ts';

describe('fetch transport', () => {
  const calls: { url: string; init: FetchInit }[] = [];
  const gzip = async (text: string) => new Uint8Array(gzipSync(text));

  function transport(answer: { status: number; text?: string }, withGzip = true): FetchTransport {
    calls.length = 0;
    const fetch = async (url: string, init: FetchInit): Promise<FetchedAnswer> => {
      calls.push({ url, init });
      const bytes = new TextEncoder().encode(answer.text ?? '');
      return { status: answer.status, text: async () => answer.text ?? '', arrayBuffer: async () => bytes.buffer };
    };
    return new FetchTransport({ origin: 'https://may-chu.example', fetch, ...(withGzip ? { gzip } : {}) });
  }

  it('sends JSON and reads JSON', async () => {
    const answer = await transport({ status: 200, text: '{"ok":true}' }).send({
      method: 'POST',
      path: '/api/v1/session',
      headers: { authorization: 'Bearer x' },
      body: { username: 'văn thư' },
    });
    assert.deepEqual(answer, { status: 200, body: { ok: true } });
    assert.equal(calls[0]?.url, 'https://may-chu.example/api/v1/session');
    assert.equal(calls[0]?.init.body, '{"username":"văn thư"}');
    assert.equal(calls[0]?.init.headers['content-type'], 'application/json');
    assert.equal(calls[0]?.init.headers.authorization, 'Bearer x');
  });

  it('sends neither cookies nor a body with GET, and lets nothing be cached', async () => {
    await transport({ status: 200, text: '{}' }).send({ method: 'GET', path: '/api/v1/me' });
    const init = calls[0]!.init;
    assert.deepEqual(
      [init.credentials, init.cache, init.body, init.headers['content-type']],
      ['omit', 'no-store', undefined, undefined],
    );
  });

  it('compresses what is worth it, and says so', async () => {
    const body = { rows: 'dòng '.repeat(1000) };
    await transport({ status: 200, text: '{}' }).send({ method: 'POST', path: '/api/v1/pushes', body });
    const { init } = calls[0]!;
    assert.equal(init.headers['content-encoding'], 'gzip');
    assert.deepEqual(JSON.parse(gunzipSync(init.body as Uint8Array).toString()), body);
    await transport({ status: 200, text: '{}' }, false).send({ method: 'POST', path: '/api/v1/pushes', body });
    assert.equal(calls[0]!.init.headers['content-encoding'], undefined);
    assert.equal(calls[0]!.init.body, JSON.stringify(body));
  });

  it('answers with the status and no body for an empty answer or one that is no JSON', async () => {
    const request = { method: 'GET', path: '/' } as const;
    assert.deepEqual(await transport({ status: 204 }).send(request), { status: 204, body: undefined });
    assert.deepEqual(await transport({ status: 502, text: '<html>' }).send(request), { status: 502, body: undefined });
  });

  it('puts a file together from its pieces, and says how much has come', async () => {
    const file = new TextEncoder().encode('một tệp zip lớn, đến từng mảnh');
    const body = new Blob([file.slice(0, 7), file.slice(7)]).stream();
    const answer = { status: 200, text: async () => '', arrayBuffer: async () => new ArrayBuffer(0), body };
    const counts: number[] = [];
    const got = await new FetchTransport({ origin: '', fetch: async () => answer }).send({
      method: 'GET',
      path: '/api/v1/campaigns/x/workbooks',
      answer: 'bytes',
      onBytes: (received) => counts.push(received),
    });
    assert.deepEqual(got.body, file);
    assert.equal(counts.at(-1), file.length);
    assert.ok(counts.length > 1 && counts.every((count, at) => at === 0 || count > (counts[at - 1] as number)));
  });

  it('hands a file over as bytes, and a refusal of one as JSON', async () => {
    const request = { method: 'GET', path: '/api/v1/workbooks/student', answer: 'bytes' } as const;
    const file = await transport({ status: 200, text: 'PK' }).send(request);
    assert.deepEqual(file.body, new Uint8Array([80, 75]));
    const refusal = await transport({ status: 403, text: '{"code":"forbidden"}' }).send(request);
    assert.deepEqual(refusal.body, { code: 'forbidden' });
  });

  it('says offline when no answer came, or half of one', async () => {
    const cut = async () => ({
      status: 200,
      text: () => Promise.reject(new TypeError('terminated')),
      arrayBuffer: () => Promise.reject(new TypeError('terminated')),
    });
    for (const fetch of [() => Promise.reject(new TypeError('Failed to fetch')), cut]) {
      const line = new FetchTransport({ origin: '', fetch });
      await assert.rejects(line.send({ method: 'GET', path: '/api/v1/me' }), { name: 'OfflineError' });
    }
  });
});
