import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { FetchTransport } from '../../desk/fetch-transport.ts';
import { SyncClient } from '../../desk/sync-client.ts';
import { resetPassword } from '../../server/admin/reset-password.ts';
import { openStore } from '../../server/data-folder.ts';
import { readZipDirectory } from '../../xlsx/package/zip-directory.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { pupil, pushOf } from '../server/invented-rows.ts';
import { launchChromium } from '../support/chromium.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { axeViolations } from './axe-violations.ts';
import { ConsolePerson } from './console-person.ts';

const NAME = 'Cập nhật số định danh học sinh';
const PRIMARY = 'Trường Tiểu học Thử Nghiệm';
/** Columns of the table behind the school's name. */
const STAGE = 0;
const SENT = 1;
const OPENED = 2;
const ROWS = 4;
const DEADLINE = 9;

describe('the officers’ page, against the running server', function () {
  this.bail(true); // each step stands on the one before

  let browser: Browser;
  let pair: RunningPair;
  let person: ConsolePerson;
  let zip: Uint8Array;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
    person = await ConsolePerson.sitDown(browser, pair.server.url);
  });

  after(async () => {
    await person?.leave();
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  afterEach(() => {
    assert.deepEqual(person.complaints, [], 'the page complained');
    assert.deepEqual(person.external, [], 'a request left the machine');
  });

  const looksRight = async () => assert.deepEqual(await axeViolations(person.page), []);
  const withoutSideways = async () => {
    await person.page.setViewportSize({ width: 360, height: 740 });
    const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
    await person.page.setViewportSize({ width: 1280, height: 800 });
    assert.ok(width <= 360, `the page is ${width} wide on a telephone`);
  };

  it('says that its data is invented, and lets officers in only', async () => {
    await person.sees('DỮ LIỆU THỬ');
    await looksRight();
    await person.signIn(MAIN_CLERK);
    await person.sees('Trang này dành cho cán bộ quản lý');
    assert.equal(
      await person.page.getByRole('link', { name: 'Mở Bàn làm việc' }).getAttribute('href'),
      '/ban-lam-viec',
    );
    await looksRight();
    await person.button('Đăng xuất').click();
    await person.signIn();
    await person.sees('Chưa có đợt cập nhật nào');
    await looksRight();
    await withoutSideways();
  });

  it('says what is missing in a new campaign, at its field, and goes there', async () => {
    await person.page.getByRole('link', { name: 'Mở đợt mới' }).click();
    await person.sees('Tất cả trường đang hoạt động trong địa bàn (4)');
    await looksRight();
    // Pressed although it says why it is not ready: by the keyboard, as somebody who cannot see its colour would.
    await person.button('Xem lại').press('Enter');
    await person.sees('Chọn ngày hết hạn.');
    assert.equal(await person.field('Tên đợt *').getAttribute('aria-invalid'), 'true');
    assert.ok(await person.field('Tên đợt *').evaluate((field) => field === document.activeElement));
    await looksRight();
    await withoutSideways();
  });

  it('takes two parts with deadlines of two forms and chosen schools, and shows them once more', async () => {
    await person.field('Tên đợt *').fill(NAME);
    await person.field('Công văn').fill('1246/BGDĐT-CNTT ngày 24/3/2023');
    const first = await person.fillPart(1, 'Số định danh', 'student', '2099-10-24');
    await first.getByText('Hạn là: trước 14h00 ngày 24/10/2099').waitFor();
    await first.getByText('Cột hỏi thêm').click();
    await first.getByLabel('Thôn/Tổ/Số nhà').check();
    await person.button('Thêm phần việc').click();
    const second = await person.fillPart(2, 'Kết quả khối 9', 'results', '2020-04-26');
    await second.getByLabel('Hạn', { exact: true }).selectOption('within-day');
    await second.getByText(/^Hạn là: trong ngày 26\/4\/2020 \(quá hạn/).waitFor();
    await second.getByText('Hạn này đã qua theo giờ máy chủ').waitFor();
    await second.getByLabel('Chỉ các khối đã chọn').check();
    await second.getByLabel('Khối 9').check();
    await person.field('Chỉ các trường đã chọn').check();
    await person.field('Tìm trường').fill('tieu hoc');
    await person.button('Chọn 1 trường đang hiện').click();
    await person.field('Tìm trường').fill('');
    await person.field(new RegExp(`^${MAIN_SCHOOL_NAME}`)).check();
    await person.sees('Đã chọn 2 / 4 trường');
    await looksRight();
    await person.button('Xem lại').click();
    await person.sees('2 trường, 2 phần việc');
    await person.sees(/khối 9/);
    await person.sees(/hỏi thêm: Thôn\/Tổ\/Số nhà/);
    await looksRight();
  });

  it('keeps what was filled in when the server is out of reach, and opens once however often it is sent', async () => {
    const path = '**/api/v1/campaigns';
    // The request arrives and is carried out; the answer is lost on the way back.
    await person.page.route(path, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await person.button('Mở đợt').click();
    await person.sees('Không liên lạc được máy chủ.');
    await person.sees('2 trường, 2 phần việc');
    await looksRight();
    await person.page.unroute(path);
    await person.button('Thử lại').click();
    await person.sees(`Đã mở đợt “${NAME}” cho 2 trường.`);
    person.complaints.length = 0; // Chromium’s own line about the lost answer
    await person.page.getByRole('link', { name: '‹ Các đợt cập nhật' }).click();
    const links = person.page.getByRole('link', { name: NAME });
    await links.first().waitFor();
    assert.equal(await links.count(), 1);
    await person.sees(/trong ngày 26\/4\/2020/);
    await person.sees(/quá hạn/);
    await looksRight();
    await withoutSideways();
    await links.click();
  });

  it('shows each school with both kinds, and that nothing has happened yet', async () => {
    const [pupils, results] = await shown(MAIN_SCHOOL_NAME);
    assert.match(pupils?.[STAGE] ?? '', /Học sinh\s+○ Chưa mở/);
    assert.match(results?.[STAGE] ?? '', /Kết quả học tập\s+○ Chưa mở/);
    assert.equal(pupils?.[SENT], 'chưa');
    assert.match(pupils?.[DEADLINE] ?? '', /trước 14h00 ngày 24\/10\/2099\s+◷\s+Còn hạn:\s+còn/);
    assert.match(results?.[DEADLINE] ?? '', /⚠\s+Quá hạn:\s+quá hạn/);
    await looksRight();
    await withoutSideways();
  });

  it('downloads every school’s workbooks, and notes them as handed out', async () => {
    const download = await person.download(person.button('Tải sổ tính của mọi trường (ZIP)'));
    assert.match(download.name, /^so-sach-[0-9a-z-]+\.zip$/);
    zip = download.bytes;
    assert.deepEqual(
      readZipDirectory(zip)
        .entries.map(({ name }) => name)
        .sort(),
      ['results', 'student']
        .flatMap((kind) => ['TN-TH-01', MAIN_SCHOOL].map((unit) => `so-sach-${kind}-${unit}.xlsx`))
        .sort(),
    );
    await person.sees(/Đã tải so-sach-/);
    await reloadUntil(async () => /\d+h\d\d ngày/.test((await shown(PRIMARY))[0]?.[SENT] ?? ''));
    const one = await person.download(person.button(`Tải sổ Học sinh của ${PRIMARY}`));
    assert.equal(one.name, 'so-sach-student-TN-TH-01.xlsx');
    assert.equal((await readWorkbook(one.bytes)).identity?.unit, 'TN-TH-01');
  });

  it('shows what a clerk sends from such a workbook', async () => {
    const entry = readZipDirectory(zip).entries.find(({ name }) => name === `so-sach-student-${MAIN_SCHOOL}.xlsx`);
    assert.ok(entry);
    const start = entry.headerAt + 30 + entry.name.length;
    const { identity } = await readWorkbook(zip.slice(start, start + entry.deflatedSize));
    assert.ok(identity);
    const clerk = new SyncClient(new FetchTransport({ origin: pair.server.url, fetch }));
    await clerk.signIn(MAIN_CLERK, TRYOUT_PASSWORD);
    const { unit, campaign, workbookId, version } = identity;
    const rows = [pupil(1), pupil(2), pupil(3)];
    await clerk.push(pushOf(rows, { unit, campaign, workbookId, version }), 'cac-dong-cua-van-thu-1');
    await reloadUntil(async () => (await shown(MAIN_SCHOOL_NAME))[0]?.[ROWS] === '3');
    const [pupils] = await shown(MAIN_SCHOOL_NAME);
    assert.match(pupils?.[OPENED] ?? '', /\d+h\d\d ngày/);
    assert.match(pupils?.[STAGE] ?? '', /Còn dòng chưa xác thực|Xong/);
    await looksRight();
  });

  it('filters, searches and sorts', async () => {
    const names = () => person.page.locator('tbody th').allInnerTexts();
    await person.field('Tìm tên trường').fill('tieu hoc');
    assert.deepEqual(await names(), [PRIMARY]);
    await person.field('Tìm tên trường').fill('');
    await person.button('Trường').click();
    assert.deepEqual(await names(), [MAIN_SCHOOL_NAME, PRIMARY]);
    await person.button('Trường').press('Enter');
    assert.deepEqual(await names(), [PRIMARY, MAIN_SCHOOL_NAME]);
    assert.equal(
      await person.page.getByRole('columnheader', { name: 'Trường', exact: true }).getAttribute('aria-sort'),
      'descending',
    );
    await person.field('Hiện').selectOption('done');
    await person.sees('Không có trường nào như vậy.');
    await person.field('Hiện').selectOption('late');
    assert.equal((await names()).length, 2);
  });

  it('writes reminders that can be pasted, and names nobody in them', async () => {
    await person.button('Soạn lời nhắc').click();
    assert.match(await person.field('Nội dung').inputValue(), /^Kính gửi các trường có tên dưới đây,/);
    await looksRight();
    await withoutSideways();
    await person.button(`Nhắc ${PRIMARY}`).click();
    await person.button('Chép nội dung').click();
    await person.sees('Đã chép.');
    const letter = await person.clipboard();
    assert.match(letter, new RegExp(`^Kính gửi: ${PRIMARY},`));
    assert.match(letter, /Thực hiện công văn 1246\/BGDĐT-CNTT/);
    assert.match(letter, /- Học sinh: chưa mở sổ tính/);
    assert.ok(letter.includes(`${pair.server.url}/ban-lam-viec`));
    await person.field('Dạng').selectOption('note');
    await person.field(/^Gửi cho/).selectOption('');
    await person.button('Chép nội dung').click();
    await until(async () => /nhắc 2 trường/.test(await person.clipboard()));
    assert.doesNotMatch(await person.clipboard(), /\d{12}|Nguyễn/);
    await person.button('English').click();
    await person.page.getByRole('heading', { name: 'Reminders' }).waitFor();
    assert.match(await person.page.getByRole('textbox', { name: 'Text' }).inputValue(), /2 schools are not done/);
    await looksRight();
    await person.button('Tiếng Việt').click();
    await person.button('Đóng lời nhắc').click();
  });

  it('asks to sign in again when the session has ended, and goes on at the same page', async () => {
    const path = '**/api/v1/**';
    await person.page.route(path, (route) => {
      const code = route.request().url().endsWith('/refresh') ? 'token-missing' : 'token-expired';
      const words = { vi: 'x', en: 'x' };
      return route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', status: 401, code, title: words, nextStep: words, requestId: '1' }),
      });
    });
    await person.button('Tải lại').click();
    await person.sees('Phiên đã hết hạn. Đăng nhập lại để tiếp tục');
    assert.equal(await person.page.getByText(PRIMARY).count(), 0, 'nothing is shown to whoever stands there now');
    await looksRight();
    await person.page.unroute(path);
    await person.signIn();
    await person.page.getByRole('heading', { name: NAME }).waitFor();
    assert.ok((await shown(PRIMARY)).length > 0);
    person.complaints.length = 0; // Chromium’s own lines about the refusals
  });

  it('shows nothing of one officer’s page to the next, who sees their own schools only', async () => {
    await person.page.getByRole('link', { name: '‹ Các đợt cập nhật' }).click();
    await person.page.getByRole('link', { name: 'Mở đợt mới' }).click();
    // What was still on its way at signing out would be refused, and Chromium would say so.
    await person.sees('Tất cả trường đang hoạt động trong địa bàn (4)');
    await person.field('Tên đợt *').fill('Đang viết dở');
    await person.button('Đăng xuất').click();
    await person.signIn('canbo.xa');
    await person.sees('Tất cả trường đang hoạt động trong địa bàn (2)');
    assert.equal(await person.field('Tên đợt *').inputValue(), '');
    await person.page.getByRole('link', { name: '‹ Các đợt cập nhật' }).click();
    await person.page.getByRole('link', { name: NAME }).click();
    await person.sees('Đơn vị mở đợt: cấp trên');
    assert.equal(await person.button('Bỏ đợt này').count(), 0, 'only from where it was opened, or above');
    await person.sees(/^Số liệu lúc/);
    await person.button('Đăng xuất').click();
    await person.signIn();
    await person.page.getByRole('heading', { name: NAME }).waitFor();
  });

  it('has a one-time password changed before anything else', async () => {
    const store = await openStore(pair.dataDir);
    const password = await resetPassword(store, 'canbo.xa');
    await store.close();
    const other = await ConsolePerson.sitDown(browser, pair.server.url);
    await other.signIn('canbo.xa', password);
    await other.field('Mật khẩu mới').first().fill('mot mat khau moi');
    await other.field('Gõ lại mật khẩu mới').fill('mot mat khau moi');
    assert.deepEqual(await axeViolations(other.page), []);
    await other.button('Đổi mật khẩu').click();
    await other.page.getByRole('link', { name: NAME }).waitFor();
    assert.deepEqual(other.complaints, []);
    await other.leave();
  });

  it('reloads by itself every minute, and signs out whoever has left the computer', async () => {
    const other = await ConsolePerson.sitDown(browser, pair.server.url, true);
    await other.signIn();
    await other.page.getByRole('link', { name: NAME }).click();
    await other.page.getByRole('rowheader', { name: PRIMARY, exact: true }).waitFor();
    const reloaded = other.page.waitForRequest(/\/campaigns\/[^/]+\/units/);
    await other.page.clock.runFor(90_000);
    await reloaded;
    await other.page.clock.fastForward(16 * 60_000);
    await other.sees('Đã tự đăng xuất vì 15 phút không thao tác');
    assert.equal(await other.page.getByText(PRIMARY).count(), 0);
    assert.deepEqual(await axeViolations(other.page), []);
    await other.leave();
  });

  it('withdraws after asking once more', async () => {
    await person.button('Bỏ đợt này').click();
    await person.sees(`Bỏ đợt “${NAME}”?`);
    await looksRight();
    await person.button('Giữ lại').click();
    assert.equal(await person.button('Bỏ đợt').count(), 0);
    await person.button('Bỏ đợt này').click();
    await person.button('Bỏ đợt').click();
    await person.sees(`Đã bỏ đợt “${NAME}”.`);
    await person.sees('Chưa có đợt cập nhật nào');
    await looksRight();
  });

  it('says when the server is down, and loads when it is back', async () => {
    await person.page.context().setOffline(true);
    await person.page.getByRole('link', { name: 'Mở đợt mới' }).click();
    await person.sees('Không liên lạc được máy chủ.');
    await looksRight();
    await person.page.context().setOffline(false);
    await person.button('Thử lại').click();
    await person.sees('Tất cả trường đang hoạt động trong địa bàn (4)');
    person.complaints.length = 0; // Chromium’s own line about the missing line
  });

  async function shown(school: string): Promise<readonly (readonly string[])[]> {
    await person.page.getByRole('rowheader', { name: school, exact: true }).waitFor();
    return person.schoolRow(school);
  }

  /** As an officer does who waits for something. */
  function reloadUntil(isSo: () => Promise<boolean>): Promise<void> {
    return until(async () => {
      await person.button('Tải lại').click();
      return isSo();
    });
  }

  /** Looks until it is so; the test's own time-out ends a vain wait. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await person.page.waitForTimeout(100);
  }
});
