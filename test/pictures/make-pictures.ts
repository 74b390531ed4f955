/** `npm run docs:pictures`: the pictures of docs/trien-khai.md, taken anew of the built pages over a try-out of their own. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startRunningPair } from '../support/running-pair.ts';
import { takeConsolePictures } from './console-pictures.ts';
import { takePanePictures } from './pane-pictures.ts';
import { shrinkPng } from './shrink-png.ts';
import { takeWorkbenchPictures } from './workbench-pictures.ts';

/** A page of documentation with ten of them still loads over a weak line. */
const MAX_BYTES = 150_000;

export type TakePicture = (name: string, page: Page) => Promise<void>;

const [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
try {
  const take: TakePicture = async (name, page) => {
    const png = shrinkPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    if (png.length > MAX_BYTES) throw new Error(`${name}.png has ${png.length} bytes, more than ${MAX_BYTES}`);
    await writeFile(fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url)), png);
    process.stdout.write(`docs/pictures/${name}.png ${Math.round(png.length / 1000)} KB\n`);
  };
  await takeWorkbenchPictures(browser, pair, take);
  await takePanePictures(browser, pair, take);
  await takeConsolePictures(browser, pair, take);
} finally {
  await Promise.all([browser.close(), pair.stop()]);
}
