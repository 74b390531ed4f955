import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { addUnits } from '../../server/admin/add-units.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import { openStore } from '../../server/data-folder.ts';
import { endpoint } from '../../server/http/endpoint.ts';
import { makeLog } from '../../server/log.ts';
import { ServerError, type ServerErrorCode } from '../../server/server-error.ts';
import { type ServerConfig, startServer } from '../../server/start-server.ts';
import { UNITS } from './server-world.ts';
import { StubAdapter } from './stub-adapter.ts';

describe('startServer', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'so-sach-start-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const config = (change: Partial<ServerConfig> = {}): ServerConfig => ({
    port: 0,
    dataDir,
    population: null,
    pagesDir: dataDir,
    manifestFile: join(dataDir, 'manifest.xml'),
    officeJsUrl: '/office-js/office.js',
    makeWorkbook: async () => new Uint8Array(),
    log: makeLog({ write: () => {} }, 'silent'),
    ...change,
  });
  const is = (code: ServerErrorCode) => (error: unknown) => error instanceof ServerError && error.code === code;

  it('listens on http and https, and frees everything when closed', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
    writeFileSync(join(dataDir, 'manifest.xml'), '<Url>https://localhost:8788/khung/</Url>');
    const server = await startServer(config({ httpsPort: 0, tls: { key, cert } }));
    const health = await (await fetch(`${server.httpUrl}/api/v1/health`)).json();
    assert.deepEqual([health.ok, health.tryOut], [true, false]);
    assert.match(health.version, /^\d+\.\d+\.\d+/);
    assert.match(server.httpsUrl ?? '', /^https:\/\/localhost:\d+$/);
    assert.notEqual(server.httpUrl.split(':')[2], server.httpsUrl?.split(':')[2]);
    const manifest = await (await fetch(`${server.httpUrl}/manifest.xml`)).text();
    assert.equal(manifest, `<Url>${server.httpsUrl}/khung/</Url>`, 'the manifest names where it came from');
    await server.close();
    await assert.rejects(fetch(`${server.httpUrl}/api/v1/health`));
    const again = await startServer(config());
    await again.close();
  });

  it('leaves it to clients and proxies to close a connection that is not used', async () => {
    const server = await startServer(config());
    const { headers } = await fetch(`${server.httpUrl}/api/v1/health`);
    const [, seconds] = /^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '') ?? [];
    assert.ok(Number(seconds) > 60, 'a request on its way over a connection that is being closed would be lost');
    await server.close();
  });

  it('names a port that is taken, and leaves nothing open behind it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(startServer(config({ port })), (error: unknown) => {
      assert.ok(is('port-taken')(error) && (error as ServerError).text.vi.includes(String(port)));
      return true;
    });
    await (await startServer(config())).close();
    other.close();
  });

  it('refuses a data folder that another server uses', async () => {
    const first = await startServer(config());
    await assert.rejects(startServer(config()), is('data-folder-in-use'));
    await first.close();
  });

  it('refuses a folder’s store beside a database’s', async () => {
    await (await startServer(config())).close();
    const databaseUrl = 'postgres://nobody@localhost/so_sach?host=/kh%C3%B4ng/c%C3%B3';
    await assert.rejects(startServer(config({ databaseUrl })), is('store-in-two-places'));
  });

  it('wires invented answers to try-outs only, and real ones to real stores only', async () => {
    const invented = new StubAdapter();
    const national = { ...invented, register: 'national', ask: async () => [] } as const;
    await assert.rejects(startServer(config({ population: invented })), is('store-refuses-invented-register'));
    await (await startServer(config({ population: national }))).close();
    const tryOut = join(dataDir, 'try-out');
    const store = await openStore(tryOut);
    await markTryOut(store);
    await store.close();
    await assert.rejects(
      startServer(config({ dataDir: tryOut, population: national })),
      is('try-out-refuses-register'),
    );
    await (await startServer(config({ dataDir: tryOut, population: invented }))).close();
  });

  it('anchors the audit trail of a real store in its log once it is up, and of no try-out', async () => {
    const lines: string[] = [];
    const log = makeLog({ write: (line) => void lines.push(line) }, 'warn');
    await (await startServer(config({ log }))).close();
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).msg),
      ['audit anchor'],
    );
    const tryOut = join(dataDir, 'try-out');
    const store = await openStore(tryOut);
    await markTryOut(store);
    await store.close();
    await (await startServer(config({ log, dataDir: tryOut }))).close();
    assert.equal(lines.length, 1);
  });

  it('seeds nothing', async () => {
    await (await startServer(config())).close();
    const store = await openStore(dataDir);
    assert.deepEqual(
      [await store.units.count(), await store.accounts.count(), await store.meta.isTryOut()],
      [0, 0, false],
    );
    await addUnits(store, UNITS);
    await store.close();
  });

  it('does not start with a route that says nothing of who may use it', () => {
    const route = {
      method: 'GET',
      path: '/api/v1/x',
      summary: { vi: '', en: '' },
      answer: { status: 204 },
      problems: [],
    };
    assert.throws(
      // biome-ignore lint/suspicious/noExplicitAny: the type forbids what is tested here
      () => endpoint(route as any, { run: async () => ({ nothing: true }) }, {} as any),
      /declares no permission/,
    );
  });
});
