import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { generate } from 'selfsigned';
import { linkAccount } from '../../server/admin/change-account.ts';
import { foreignIdentityHash } from '../../server/session/oidc/foreign-account.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { ServerWorld } from '../server/server-world.ts';
import { launchChromium } from '../support/chromium.ts';
import { CLIENT_ID, CLIENT_SECRET, TestIssuer } from '../support/test-issuer.ts';

const PAGES = fileURLToPath(new URL('../../dist/pages', import.meta.url));
const BUTTON = 'Đăng nhập bằng Sở thử';

/** Signing in with another service, in real windows: the browser's own, and a dialog of the real office.js. */
describe('signing in with another service, in a window', () => {
  let browser: Browser;
  let issuer: TestIssuer;
  let world: ServerWorld;

  before(async () => {
    [browser, issuer] = await Promise.all([launchChromium(), TestIssuer.start()]);
    issuer.person = { sub: 'nguoi-a' };
    const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' });
    const oidc = {
      issuer: issuer.url,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Sở thử',
      linkClaim: null,
      audiences: [],
    };
    world = await ServerWorld.start({
      oidc,
      pagesDir: PAGES,
      tls: { key: made.private, cert: made.cert },
      httpsPort: 0,
      frameAncestors: ['https://localhost:*'],
    });
    await linkAccount(world.store, 'vanthu.a', foreignIdentityHash({ issuer: issuer.url, subject: 'nguoi-a' }));
  });
  after(async () => {
    await Promise.all([browser?.close(), world?.close(), issuer?.close()]);
  });

  it('signs in at the workbench, and the window closes by itself', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${world.server.httpsUrl}/ban-lam-viec`);
    await page.locator('#sosach-account').click();
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: BUTTON }).click();
    await page.getByText('vanthu.a').first().waitFor();
    const popup = await opened;
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await context.close();
  });

  it('signs in in Excel, in a dialog of Office', async () => {
    const excel: WebHost = await startWebHost({ browser, paneUrl: `${world.server.httpsUrl}/khung/` });
    try {
      await excel.frame.locator('#sosach-account').click();
      await excel.frame.getByRole('button', { name: BUTTON }).click();
      await excel.frame.getByText('vanthu.a').first().waitFor();
      assert.deepEqual(excel.external, [], 'a request left the machine');
    } finally {
      await excel.close();
    }
  });

  it('is not offered on an origin that the service sends nobody back to', async () => {
    const page = await browser.newPage();
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session/ways'));
    await page.goto(`${world.server.httpUrl}/ban-lam-viec`);
    await page.locator('#sosach-account').click();
    await asked;
    await page.getByLabel('Tên đăng nhập').waitFor();
    assert.equal(await page.getByRole('button', { name: BUTTON }).count(), 0);
    await page.close();
  });
});
