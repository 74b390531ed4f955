import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { readPublicOrigin } from '../../cli/public-origin.ts';
import { findTrustedProxies } from '../../cli/trusted-proxies.ts';
import { makeLog } from '../../server/log.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('the addresses of a server', () => {
  let folder: TempFolder;
  let server: RunningServer | undefined;

  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await folder.remove();
  });

  it('stand in the manifest as people use them', async () => {
    await writeFile(folder.path('manifest.xml'), '<Url>https://localhost:8788/khung/</Url>');
    server = await startServer({
      port: 0,
      dataDir: folder.path('data'),
      population: null,
      publicOrigin: readPublicOrigin('https://so-sach.example.edu.vn/', '--public-origin'),
      trustedProxies: findTrustedProxies('loopback, 10.0.0.0/8,::1') ?? '',
      pagesDir: folder.path('pages'),
      manifestFile: folder.path('manifest.xml'),
      officeJsUrl: '/office-js/office.js',
      makeWorkbook: async () => new Uint8Array(),
      log: makeLog({ write: () => {} }, 'silent'),
    });
    const manifest = await (await fetch(`${server.httpUrl}/manifest.xml`)).text();
    assert.equal(manifest, '<Url>https://so-sach.example.edu.vn/khung/</Url>');
  });

  it('are taken with a port and without a slash', () => {
    assert.equal(readPublicOrigin('https://so-sach.example:8443', '--public-origin'), 'https://so-sach.example:8443');
    assert.equal(findTrustedProxies('192.0.2.1,uniquelocal'), '192.0.2.1, uniquelocal');
  });
});
