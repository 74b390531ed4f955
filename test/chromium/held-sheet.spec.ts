import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { inventRoster } from '../../cli/tryout/invent-roster.ts';
import { TRYOUT_WORLD } from '../../cli/tryout/tryout-world.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { launchChromium } from '../support/chromium.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { axeViolations } from './axe-violations.ts';
import { studentWorkbook } from './student-workbook.ts';

/** As wide as Excel makes a pane. */
const PANE = { width: 320, height: 700 } as const;

/** A list whose birth dates were pasted a row too low, sent by a clerk at the pane. */
describe('a sheet of which far too many rows fail, in the pane', function () {
  this.bail(true); // each step stands on the one before

  let browser: Browser;
  let pair: RunningPair;
  let excel: WebHost;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
    const roster = inventRoster({
      kind: 'student',
      seed: TRYOUT_WORLD.seed,
      rows: 150,
      firstCitizen: 0,
      plantFaults: false,
    });
    const bytes = await studentWorkbook(
      'held-in-chromium',
      roster.map((row, at) => ({
        ...row,
        values: { ...row.values, birthDate: roster[at - 1]?.values.birthDate ?? null },
      })),
    );
    const workbook = await loadXlsx(bytes);
    excel = await startWebHost({ browser, paneUrl: `${pair.server.httpsUrl}/khung/`, workbook, viewport: PANE });
  });
  after(async () => {
    await excel?.close();
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  /** One that takes a press: keys are not held back from a greyed button, as clicks are. */
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name, disabled: false });
  const tab = (name: string) => excel.frame.getByRole('tab', { name });
  const sees = (text: string | RegExp) => excel.frame.getByText(text).first().waitFor();

  it('is stopped, with the suspected column named', async () => {
    await button('Kiểm tra').click();
    await sees('Kiểm tra lúc');
    await tab('Gửi').click();
    await button('Đăng nhập').first().click();
    await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await tab('Gửi').click();
    await button('Xem trước khi gửi').press('Enter');
    await button(/^Gửi xác thực \d+ dòng$/).press('Enter');
    await sees('Cột Ngày sinh có thể lệch một dòng.');
    await sees(/dòng đã hỏi không khớp; \d+ dòng chưa hỏi đang chờ/);
    assert.equal(await excel.frame.getByText('Mọi dòng đã gửi đều có kết quả.').count(), 0);
    assert.deepEqual(await axeViolations(excel.frame), []);
    const [page, pane] = (await excel.frame.evaluate(
      '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
    )) as [number, number];
    assert.ok(pane <= page, `the pane is ${pane} px wide in ${page} px`);
  });

  it('is asked about to its end, by the keyboard, once the clerk wants it', async () => {
    await button('Vẫn hỏi tiếp').focus();
    await excel.page.keyboard.press('Enter');
    await sees('Mọi dòng đã gửi đều có kết quả.');
    assert.equal(await button('Vẫn hỏi tiếp').count(), 0);
  });
});
