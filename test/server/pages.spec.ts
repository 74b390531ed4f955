import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf, ServerWorld } from './server-world.ts';

describe('pages', () => {
  let world: ServerWorld;

  before(async () => {
    world = await ServerWorld.start();
  });
  after(() => world.close());

  const officeJsUrl = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

  async function build(): Promise<void> {
    const pagesDir = join(world.dataDir, 'pages');
    mkdirSync(join(pagesDir, 'assets'), { recursive: true });
    mkdirSync(join(world.dataDir, 'office'), { recursive: true });
    writeFileSync(join(pagesDir, 'ban-lam-viec.html'), '<title>Bàn làm việc</title>');
    writeFileSync(join(pagesDir, 'quan-ly.html'), '<title>Quản lý đợt</title>');
    writeFileSync(join(pagesDir, 'pane.html'), '<script src="__OFFICE_JS_URL__"></script>');
    writeFileSync(join(pagesDir, 'assets', 'main-1a2b3c.js'), 'export {};');
    writeFileSync(join(world.dataDir, 'office', 'office.js'), 'Office = {};');
    writeFileSync(
      join(world.dataDir, 'manifest.xml'),
      '<SourceLocation DefaultValue="https://localhost:8788/khung/"/>',
    );
    await world.restart({ pagesDir, manifestFile: join(world.dataDir, 'manifest.xml') });
  }

  it('says plainly that the pages have not been built', async () => {
    for (const path of ['/ban-lam-viec', '/quan-ly', '/khung/']) {
      const answer = await world.get(path);
      assert.equal(answer.status, 503);
      assert.match(answer.text, /npm run build/);
    }
    const start = await world.get('/');
    assert.equal(start.status, 200);
    assert.match(start.text, /DỮ LIỆU THỬ/);
    assert.match(start.text, /chưa được dựng/);
    assert.equal(problemOf(await world.get('/manifest.xml')), 'not-found');
  });

  it('serves workbench, officers’ page, pane, assets and manifest', async () => {
    await build();
    assert.match((await world.get('/ban-lam-viec')).text, /Bàn làm việc/);
    const officers = await world.get('/quan-ly');
    assert.match(officers.text, /Quản lý đợt/);
    assert.equal(officers.headers['cache-control'], 'no-cache');
    assert.match((await world.get('/')).text, /<a href="\/quan-ly">Quản lý đợt cập nhật<\/a>/);
    for (const path of ['/khung', '/khung/']) {
      const pane = await world.get(path);
      assert.ok(pane.text.includes(`<script src="${officeJsUrl}">`));
      assert.equal(pane.headers['cache-control'], 'no-cache');
    }
    const asset = await world.get('/assets/main-1a2b3c.js');
    assert.match(asset.headers['cache-control'] ?? '', /max-age=31536000, immutable/);
    assert.match(asset.headers['content-type'] ?? '', /javascript/);
    const manifest = await world.get('/manifest.xml');
    assert.match(manifest.headers['content-type'] ?? '', /xml/);
    assert.ok(manifest.text.includes('https://localhost:8788/khung/'), 'no https here: its own address stands');
    assert.ok(!(await world.get('/')).text.includes('chưa được dựng'));
  });

  it('lets Office frame the pane, and runs scripts from here and from Microsoft only', async () => {
    await build();
    const { headers } = await world.get('/khung/');
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => directive.trim().split(/ (.*)/s).slice(0, 2)),
    );
    assert.equal(policy['script-src'], "'self' https://appsforoffice.microsoft.com");
    assert.match(policy['frame-ancestors'] ?? '', /https:\/\/\*\.officeapps\.live\.com/);
    assert.equal(policy['object-src'], "'none'");
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['strict-transport-security'], undefined);
    assert.equal(headers['x-powered-by'], undefined);
    assert.ok(!String(headers['content-security-policy']).includes('upgrade-insecure-requests'));
    const api = await world.get('/api/v1/health');
    assert.equal(api.headers['content-security-policy'], "default-src 'none';frame-ancestors 'none'");
    assert.equal(api.headers['cache-control'], 'no-store');
  });

  it('serves office.js itself only when told to', async () => {
    await build();
    assert.equal(problemOf(await world.get('/office-js/office.js')), 'not-found');
    await world.restart({ officeJsDir: join(world.dataDir, 'office'), officeJsUrl: '/office-js/office.js' });
    assert.equal((await world.get('/office-js/office.js')).status, 200);
    const { headers } = await world.get('/');
    assert.match(String(headers['content-security-policy']), /script-src 'self';/);
  });

  it('gives nothing from beside the pages', async () => {
    await build();
    for (const path of [
      '/assets/../../so-sach.sqlite',
      '/assets/..%2f..%2fso-sach.sqlite',
      '/token.key',
      '/%E0%A4%A',
      '/assets/',
    ]) {
      assert.equal(problemOf(await world.get(path)), 'not-found', path);
    }
  });
});
