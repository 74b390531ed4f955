import { type Browser, chromium } from 'playwright-core';

/** Nothing of a browser that phones home, and nothing that a container without a GPU or a sandbox lacks. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How long a wait in a page may be vain, as the start may. Longer than any work takes on a slow machine that others use too; shorter
 * than a test's own time, so that what was waited for is named. Milliseconds.
 */
const PATIENCE_MS = 240_000;

/** A headless Chromium with a fresh profile: the one that the bootstrap found (`SOSACH_CHROMIUM`), or Debian's. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.SOSACH_CHROMIUM || '/usr/bin/chromium',
    args: FLAGS,
    headless: true,
    timeout: PATIENCE_MS,
  });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}
