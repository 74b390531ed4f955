import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { inventRoster } from '../../cli/tryout/invent-roster.ts';
import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { TRYOUT_WORLD } from '../../cli/tryout/tryout-world.ts';
import { getLayout } from '../../templates/layouts.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { Person } from '../excel-host/person.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { launchChromium } from '../support/chromium.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { axeViolations } from './axe-violations.ts';
import { studentWorkbook } from './student-workbook.ts';

describe('the pane in Excel, for those without a mouse or with a screen reader', function () {
  this.bail(true); // each screen is reached from the one before

  let browser: Browser;
  let pair: RunningPair;
  let excel: WebHost;
  /** What the clerk at another computer shows to the server. */
  let otherClerk = '';

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
    const bytes = await studentWorkbook(
      'pane-for-everybody',
      inventRoster({
        kind: 'student',
        seed: TRYOUT_WORLD.seed,
        rows: 60,
        firstCitizen: 0,
        plantFaults: true,
      }),
    );
    excel = await startWebHost({
      browser,
      paneUrl: `${pair.server.httpsUrl}/khung/`,
      workbook: await loadXlsx(bytes),
    });
  });

  after(async () => {
    await excel?.close();
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  /** One that takes a press: keys are not held back from a greyed button, as clicks are. */
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name, disabled: false });
  const tab = (name: string) => excel.frame.getByRole('tab', { name });
  const sees = (text: string | RegExp) => excel.frame.getByText(text).first().waitFor();

  /** What every screen has to keep. */
  async function isForEverybody(): Promise<void> {
    assert.deepEqual(await axeViolations(excel.frame), []);
    assert.deepEqual(await unreachable(), [], 'not reached by Tab');
    const [page, pane] = (await excel.frame.evaluate(
      '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
    )) as [number, number];
    assert.ok(pane <= page, `the pane is ${pane} px wide in ${page} px`);
  }

  /**
   * Interactive elements that Tab never comes to from the first, which is where Excel hands the keyboard over. Of a row of tabs and of a choice it comes to the chosen one, arrows do the rest.
   */
  async function unreachable(): Promise<readonly string[]> {
    const count = (await excel.frame.evaluate(`(() => {
      const all = [...document.querySelectorAll('button, input, summary, a[href], select, textarea')].filter(
        (element) => element.checkVisibility() && !element.disabled && element.type !== 'hidden' &&
          !(element.getAttribute('role') === 'tab' && element.getAttribute('aria-selected') === 'false') &&
          !(element.type === 'radio' && !element.checked));
      window.sosachLeft = new Set(all.slice(1));
      all[0].focus();
      return all.length;
    })()`)) as number;
    for (let step = 0; step < count + 2; step++) {
      await excel.page.keyboard.press('Tab');
      await excel.frame.evaluate('window.sosachLeft.delete(document.activeElement)');
    }
    return (await excel.frame.evaluate(
      '[...window.sosachLeft].map((element) => element.outerHTML.slice(0, 120))',
    )) as string[];
  }

  it('recognised sheet, and help', async () => {
    await sees('Danh sách học sinh');
    await isForEverybody();
    await button('Trợ giúp').click();
    await isForEverybody();
    await excel.page.keyboard.press('Escape');
  });

  it('asking for help: what is missing, the letter, and the way back', async () => {
    await button('Trợ giúp').click();
    await button('Gửi hỗ trợ').press('Enter');
    await excel.frame.getByLabel('Tên trường').waitFor();
    assert.equal(await excel.frame.getByLabel('Mã trường').inputValue(), MAIN_SCHOOL, 'the workbook says whose it is');
    await button('Mở thư trong chương trình thư').press('Enter');
    await sees('Điền đủ cả bốn ô.');
    await isForEverybody();
    await excel.frame.getByLabel('Họ và tên của bạn').fill('Trần Thị Thử');
    await excel.frame.getByLabel('Số điện thoại liên hệ').fill('0900 000 000');
    const link = excel.frame.getByRole('link', { name: 'Mở thư trong chương trình thư' });
    const subject = `${MAIN_SCHOOL_NAME} + ${MAIN_SCHOOL} + Trần Thị Thử + 0900 000 000`;
    assert.ok((await link.getAttribute('href'))?.includes(`?subject=${encodeURIComponent(subject)}&`));
    assert.equal(await excel.frame.getByLabel('Chủ đề').inputValue(), subject);
    await isForEverybody();
    await button('Đóng').press('Enter');
    await button('Trợ giúp').waitFor();
  });

  it('which column is what, said otherwise and taken back by keys alone', async () => {
    const list = excel.frame.locator('#sosach-columns');
    await list.press('Enter');
    await button('Cột B không phải Lớp').press('Enter');
    await excel.frame.getByLabel('Cột B “Lớp (*)” là').waitFor();
    await isForEverybody();
    await excel.frame.getByLabel('Cột B “Lớp (*)” là').selectOption('className');
    await button('Cột B không phải Lớp').waitFor();
    await button('Nhận lại theo tên cột').press('Enter');
    await button('Nhận lại theo tên cột').waitFor({ state: 'detached' });
    await list.press('Enter');
  });

  it('findings, walked by keys alone', async () => {
    await excel.frame.locator('h1').click();
    await excel.page.keyboard.press('Alt+KeyK');
    await sees('Kiểm tra lúc');
    await isForEverybody();
    await excel.page.keyboard.press('Alt+ArrowDown');
    await excel.frame.locator('.ss-finding[aria-current=true]').waitFor();
  });

  it('mending in bulk among the findings: seen, confirmed, and the way back', async () => {
    await button(/^Sửa hết \d+ ô an toàn$/).press('Enter');
    await button(/^Đồng ý, sửa \d+ ô$/).waitFor();
    await isForEverybody();
    await button(/^Đồng ý, sửa \d+ ô$/).press('Enter');
    await button('Xem và hoàn tác').waitFor();
    await isForEverybody();
    await excel.frame.evaluate(
      `for (const head of document.querySelectorAll('.ss-group-head[aria-expanded=false]')) head.click()`,
    );
    await button(/^Xem \d+ gợi ý cần chọn$/)
      .first()
      .press('Enter');
    await sees(/^Đang hiện riêng: /);
    await isForEverybody();
    await button('Hiện mọi gợi ý').press('Enter');
    assert.equal(
      await excel.frame.evaluate(`(async () => {
        [...document.querySelectorAll('button')].find((each) => each.textContent === 'Xem và hoàn tác').click();
        await Promise.resolve();
        return document.activeElement.id;
      })()`),
      'sosach-undo-preview',
      'the keyboard moves when what it moves to is drawn: later it would be taken from wherever a person has gone on to',
    );
    await button(/^Hoàn tác \d+ ô$/).press('Enter');
    await sees(/^Đã trả lại \d+ ô\.$/);
    await tab('Kiểm tra').click();
  });

  it('fix preview, reached by the arrows of the tabs, and what was done', async () => {
    await tab('Kiểm tra').focus();
    await excel.page.keyboard.press('ArrowRight');
    await button(/Sửa \d+ ô đã tích/).waitFor();
    await isForEverybody();
    await button(/Sửa \d+ ô đã tích/).press('Enter');
    await sees(/Đã sửa \d+ ô/);
    await button('Xem và hoàn tác').press('Enter');
    await isForEverybody();
  });

  it('signing in, and what a blank form says', async () => {
    await tab('Gửi').click();
    await isForEverybody();
    await button('Xem trước khi gửi').press('Enter');
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await sees('Nhập tên đăng nhập và mật khẩu.');
    await isForEverybody();
  });

  it('push preview and results', async () => {
    await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await button(/^Gửi xác thực \d+ dòng$/).waitFor();
    await isForEverybody();
    await button(/^Gửi xác thực \d+ dòng$/).press('Enter');
    await sees('Mọi dòng đã gửi đều có kết quả.');
    await isForEverybody();
  });

  it('what somebody else changed meanwhile: mine, theirs and what was before, chosen by keys alone', async () => {
    const edited = await elsewhereTo('9Z');
    const sheet = excel.workbook.activeSheet;
    const row = sheet.rows.findIndex((line) => line?.cells.some((cell) => cell?.value === edited));
    const header = getLayout('student').columns.find(({ id }) => id === 'className')?.header ?? '';
    const isHeader = (value: unknown) => String(value ?? '').startsWith(header);
    const columns = [...sheet.rows].map((line) => line?.cells.findIndex((cell) => isHeader(cell?.value)) ?? -1);
    const column = Math.max(...columns);
    new Person(sheet).type(`${String.fromCharCode(65 + column)}${row + 1}`, ['9Y']);
    await tab('Gửi').click();
    await button('Xem trước khi gửi').press('Enter');
    await button(/^Gửi xác thực \d+ dòng$/).press('Enter');
    await sees('1 dòng người khác đã sửa');
    const mine = excel.frame.getByRole('radio', { name: /Giữ của tôi/ });
    await mine.focus();
    await excel.page.keyboard.press('Space');
    await isForEverybody();
    await mine.press('ArrowDown');
    assert.equal(await excel.frame.getByRole('radio', { name: /Lấy của họ/ }).isChecked(), true);
    await button('Ghi lựa chọn của 1 dòng').press('Enter');
    await sees(/Đã ghi lựa chọn của 1 dòng \(1 ô lấy của họ\)/);
    assert.equal(sheet.findCell(row, column)?.value, '9Z');
    await button('Xem các lần gửi').press('Enter');
    await sees('Lưu biên nhận');
    await button(/^Hoàn tác lần gửi này/)
      .first()
      .press('Enter');
    await isForEverybody();
    await button('Thôi').press('Enter');
    await tab('Kết quả').click();
  });

  it('one’s own sign-ins: out of reach, listed, the other one ended, and the way back, by keys alone', async () => {
    const path = '**/api/v1/me/sessions';
    await excel.page.route(path, (route) => route.abort('connectionrefused'));
    const name = button(/: Tài khoản$/);
    await name.press('Enter');
    await sees('Không liên lạc được máy chủ.');
    await isForEverybody();
    await excel.page.unroute(path);
    await button('Thử lại').press('Enter');
    await sees('lần này');
    await isForEverybody();
    await button(/^Kết thúc lần đăng nhập lúc /).press('Enter');
    await sees('Không có lần nào khác ngoài lần này.');
    await isForEverybody();
    const me = await fetch(`${pair.server.url}/api/v1/me`, { headers: { authorization: otherClerk } });
    assert.equal(me.status, 401, 'whoever signed in there is out');
    await button('Đóng').press('Enter');
    await tab('Kết quả').waitFor();
    assert.equal(await excel.frame.evaluate('document.activeElement.id'), await name.getAttribute('id'));
  });

  /** The school's other clerk gives the class of a row that was sent, at another computer. Answers the row's id. */
  async function elsewhereTo(className: string): Promise<string> {
    const api = `${pair.server.url}/api/v1`;
    const json = { 'content-type': 'application/json' };
    const credentials = JSON.stringify({ username: MAIN_CLERK, password: TRYOUT_PASSWORD });
    const session = await fetch(`${api}/session`, { method: 'POST', headers: json, body: credentials });
    const { accessToken } = (await session.json()) as { accessToken: string };
    const authorization = `Bearer ${accessToken}`;
    otherClerk = authorization;
    const page = await fetch(`${api}/statuses?workbookId=pane-for-everybody`, { headers: { authorization } });
    const { items } = (await page.json()) as { items: readonly { rowId: string; outcome: string | null }[] };
    const rowId = items.find(({ outcome }) => outcome === 'match')?.rowId ?? '';
    const { version } = getLayout('student');
    const body = JSON.stringify({
      workbook: { template: 'student', version, unit: MAIN_SCHOOL, campaign: '', workbookId: 'pane-for-everybody' },
      columns: ['className'],
      rows: [{ rowId, cells: [className], base: 1 }],
    });
    const headers = { ...json, authorization, 'idempotency-key': 'another-clerk-at-work' };
    const answer = await fetch(`${api}/pushes`, { method: 'POST', headers, body });
    assert.equal(answer.status, 200);
    return rowId;
  }

  it('English', async () => {
    await button('English').press('Enter');
    await sees('Every row that was sent has its result.');
    await isForEverybody();
  });
});
