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

/** A headless Chromium with a fresh profile: the one that the bootstrap found (`SOSACH_CHROMIUM`), or Debian's. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SOSACH_CHROMIUM || '/usr/bin/chromium',
    args: FLAGS,
    headless: true,
  });
}
