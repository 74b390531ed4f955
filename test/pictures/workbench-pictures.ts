import type { Browser, Page } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import type { RunningPair } from '../support/running-pair.ts';
import type { TakePicture } from './make-pictures.ts';

/** What most school computers have, without the browser's own frame. */
const SCREEN = { width: 1280, height: 680 } as const;
const LOW_SCREEN = { width: 900, height: 450 } as const;
const HALF_SCREEN = { width: 1280, height: 510 } as const;

/** Start page and workbench, up to the answers of the population service. */
export async function takeWorkbenchPictures(browser: Browser, pair: RunningPair, take: TakePicture): Promise<void> {
  const context = await browser.newContext({ viewport: LOW_SCREEN, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(pair.server.url);
  await take('trang-dau', page);

  await page.setViewportSize(HALF_SCREEN);
  await page.goto(`${pair.server.url}/ban-lam-viec`);
  await button(page, 'Đăng nhập').first().click();
  await page.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
  await take('dang-nhap', page);
  await page.setViewportSize(SCREEN);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
  await page.getByLabel('Mật khẩu', { exact: true }).press('Enter');
  await page.getByText(MAIN_SCHOOL_NAME).first().waitFor();
  await button(page, 'Mở sổ học sinh').click();
  await button(page, 'Kiểm tra').click();
  await page.getByText('Kiểm tra lúc').first().waitFor();
  await take('ban-lam-viec', page);
  await context.close();
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}
