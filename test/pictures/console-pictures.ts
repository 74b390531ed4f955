import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { FetchTransport } from '../../desk/fetch-transport.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { ConsolePerson } from '../chromium/console-person.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import type { RunningPair } from '../support/running-pair.ts';
import type { TakePicture } from './make-pictures.ts';

const SCREEN = { width: 1280, height: 830 } as const;
/** The deadline lies ahead, whenever the pictures are taken. */
const DAYS_LEFT = 9;
const DAY_MS = 86_400_000;

/** The officers' page: a new campaign, and where the schools stand after one of them has sent. */
export async function takeConsolePictures(browser: Browser, pair: RunningPair, take: TakePicture): Promise<void> {
  const officer = await ConsolePerson.sitDown(browser, pair.server.url);
  await officer.page.setViewportSize(SCREEN);
  await officer.signIn();
  await officer.page.getByRole('link', { name: 'Mở đợt mới' }).click();
  await officer.field('Tên đợt *').fill('Cập nhật số định danh học sinh');
  await officer.field('Công văn').fill('1246/BGDĐT-CNTT ngày 24/3/2023');
  const deadline = new Date(Date.now() + DAYS_LEFT * DAY_MS).toISOString().slice(0, 10);
  await officer.fillPart(1, 'Số định danh', 'student', deadline);
  await officer.page.mouse.wheel(0, -SCREEN.height);
  await take('quan-ly-mo-dot', officer.page);
  await officer.button('Xem lại').click();
  await officer.button('Mở đợt').click();
  await officer.sees(/Đã mở đợt/);
  const { bytes } = await officer.download(officer.button('Tải sổ tính của mọi trường (ZIP)'));
  await sendSome(pair.server.url, bytes);
  await officer.button('Tải lại').click();
  await officer.page
    .locator('tbody')
    .filter({ hasText: MAIN_SCHOOL_NAME })
    .getByText(/\d+h\d\d ngày/)
    .nth(1)
    .waitFor();
  await take('quan-ly', officer.page);
  await officer.button('Soạn lời nhắc').click();
  await officer.field('Nội dung').waitFor();
  await officer.page.mouse.wheel(0, -SCREEN.height);
  await take('quan-ly-nhac', officer.page);
  await officer.leave();
}

/** As the main school's clerk, from its workbook of the campaign. */
async function sendSome(origin: string, zip: Uint8Array): Promise<void> {
  const entry = readZipDirectory(zip).entries.find(({ name }) => name === `so-sach-student-${MAIN_SCHOOL}.xlsx`);
  if (!entry) throw new Error('the ZIP lacks the main school');
  const start = entry.headerAt + 30 + entry.name.length;
  const { identity } = await readWorkbook(zip.slice(start, start + entry.deflatedSize));
  if (!identity) throw new Error('the workbook lacks its identity');
  const clerk = new SyncClient(new FetchTransport({ origin, fetch }));
  await clerk.signIn(MAIN_CLERK, TRYOUT_PASSWORD);
  const { unit, campaign, workbookId, version } = identity;
  const rows = Array.from({ length: 24 }, (_, at) => pupil(at + 1));
  await clerk.push(pushOf(rows, { unit, campaign, workbookId, version }), 'pictures-of-the-console');
}
