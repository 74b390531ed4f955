import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { cellText } from '../../rules/cell.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { Person } from '../excel-host/person.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { launchChromium } from '../support/chromium.ts';
import { type KnownRow, knownRoster } from '../support/known-roster.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { axeViolations } from './axe-violations.ts';
import { studentWorkbook } from './student-workbook.ts';
import { TemplateSheet } from './template-sheet.ts';

/** As wide as Excel makes a pane. */
const PANE = { width: 320, height: 700 } as const;

/** Circular 1118, steps 2 ↔ 3, by a clerk at the pane: refused twice, mended by the paper, agreed the third time. */
describe('the loop in the pane, against the running server', function () {
  this.bail(true); // each round stands on the one before

  let browser: Browser;
  let pair: RunningPair;
  let excel: WebHost;
  let sheet: TemplateSheet;
  let person: Person;
  const roster = knownRoster().filter(({ planted }) => planted === null);
  const pupil = roster[4] as KnownRow;
  const other = roster[5] as KnownRow;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
    const bytes = await studentWorkbook('loop-in-chromium', roster.slice(0, 12));
    const workbook = await loadXlsx(bytes);
    person = new Person(workbook.activeSheet);
    sheet = new TemplateSheet(workbook.activeSheet, person);
    excel = await startWebHost({ browser, paneUrl: `${pair.server.httpsUrl}/khung/`, workbook, viewport: PANE });
    await pair.control({ latencyMs: 0 });
  });

  after(async () => {
    await excel?.close();
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  /** One that takes a press: keys are not held back from a greyed button, as clicks are. */
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name, disabled: false });
  const tab = (name: string) => excel.frame.getByRole('tab', { name });
  const sees = (text: string | RegExp) => excel.frame.getByText(text).first().waitFor();
  const type = (row: KnownRow, header: string, text: string) =>
    person.type(sheet.cellOf(row.rowId, header).address, [text]);
  const select = (...rows: readonly KnownRow[]) => {
    sheet.sheet.workbook.selection = rows.map((row) => sheet.cellOf(row.rowId, 'Họ và tên').address).join(',');
  };

  async function send(): Promise<void> {
    await tab('Gửi').click();
    await button('Xem trước khi gửi').press('Enter');
    await button(/^Gửi xác thực \d+ dòng$/).press('Enter');
    await sees('Mọi dòng đã gửi đều có kết quả.');
  }

  /** What every screen has to keep. */
  async function isForEverybody(): Promise<void> {
    assert.deepEqual(await axeViolations(excel.frame), []);
    const [page, pane] = (await excel.frame.evaluate(
      '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
    )) as [number, number];
    assert.ok(pane <= page, `the pane is ${pane} px wide in ${page} px`);
  }

  it('refuses a pupil whose name and birth date are wrong, and another', async () => {
    type(pupil, 'Họ và tên', 'Nguyễn Thị Hoàng Phương Khánh Ngọc Trâm Anh Tuyết Nhung');
    type(pupil, 'Ngày sinh', '07/07/2013');
    type(other, 'Họ và tên', 'Lê Văn Khác');
    await button('Kiểm tra').click();
    await sees('Kiểm tra lúc');
    await tab('Kết quả').click();
    await sees('Chọn một hay nhiều dòng trong trang tính');
    await isForEverybody();
    await excel.page.keyboard.press('Alt+KeyC');
    await sees('Chưa chọn dòng nào');
    await tab('Gửi').click();
    await button('Đăng nhập').first().click();
    await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await send();
    assert.notEqual(sheet.text(pupil.rowId, 'Kết quả xác thực'), 'Đã xác thực');
  });

  it('shows the selected row, and what may be done about it', async () => {
    select(pupil);
    await excel.frame.locator('h1').click();
    await excel.page.keyboard.press('Alt+KeyC');
    await sees(/Nguyễn Thị Hoàng Phương Khánh Ngọc/);
    await sees('Lần 1');
    await isForEverybody();
    await button('Đã nhắc phụ huynh nộp giấy thông báo').press('Enter');
    await sees(/Đã nhắc phụ huynh nộp giấy thông báo: đã ghi 1 dòng/);
    await sheet.until(() => sheet.text(pupil.rowId, 'Kết quả xác thực') === 'Chờ phụ huynh nộp giấy thông báo');
    await isForEverybody();
  });

  it('records the notice by keys alone, after saying what is missing', async () => {
    await button('Ghi giấy thông báo').press('Enter');
    await excel.frame.getByLabel('Số giấy').waitFor();
    await isForEverybody();
    await excel.frame.getByLabel('Số giấy').press('Enter');
    await sees('Nhập số giấy, ngày và nơi cấp.');
    await excel.frame.getByLabel('Số giấy').fill('128/TB-CAX');
    await excel.frame.getByLabel('Nơi cấp').fill('Công an xã Thử Nghiệm, tỉnh Thử Nghiệm Rất Dài Tên');
    await excel.frame.getByLabel(/^Ngày giấy/).fill('31/02/2026');
    await excel.frame.getByLabel(/^Ngày giấy/).press('Enter');
    await sees(/Ngày giấy phải là ngày có thật/);
    await isForEverybody();
    await excel.frame.getByLabel(/^Ngày giấy/).fill('20/11/2025');
    await excel.frame.getByLabel('họ tên').press('Space');
    await excel.frame.getByLabel(/^Ngày giấy/).press('Enter');
    await sees(/Ghi giấy thông báo: đã ghi 1 dòng/);
    await sees(/Giấy số •+CAX/);
    await sees('Ghi giấy thông báo và so đủ các ô trước.');
    assert.equal(sheet.text(pupil.rowId, 'Kết quả xác thực'), 'Đã nhận giấy thông báo');
    await isForEverybody();
  });

  it('voids the verdict as soon as the name is mended by the paper, before anything is sent', async () => {
    type(pupil, 'Họ và tên', cellText(pupil.values.fullName));
    await sheet.until(() => sheet.text(pupil.rowId, 'Kết quả xác thực') === 'Đã sửa theo giấy');
    await excel.page.keyboard.press('Alt+KeyC');
    await sees(/Đã sửa sau lần gửi trước/);
    await isForEverybody();
    await send();
    assert.notEqual(sheet.text(pupil.rowId, 'Kết quả xác thực'), 'Đã xác thực', 'the birth date is still wrong');
  });

  it('agrees the third time, and tells all three rounds in the row and in the pane', async () => {
    type(pupil, 'Ngày sinh', cellText(pupil.values.birthDate));
    await sheet.until(() => sheet.text(pupil.rowId, 'Kết quả xác thực') === 'Chưa gửi');
    await send();
    await sheet.until(() => sheet.text(pupil.rowId, 'Kết quả xác thực') === 'Đã xác thực');
    const day = String.raw`\d\d/\d\d/\d{4}`;
    assert.match(
      sheet.text(pupil.rowId, 'Nguyên nhân'),
      new RegExp(
        `Lần 1 ${day}: .+ gửi – chưa xác thực.*; lần 2 ${day}: .+ sửa họ tên – chưa xác thực.*; lần 3 ${day}: .+ sửa ngày sinh – đã xác thực`,
      ),
    );
    await excel.page.keyboard.press('Alt+KeyC');
    for (const round of ['Lần 1', 'Lần 2', 'Lần 3']) await sees(round);
    await sees('Đã sửa: Họ và tên');
    await sees('Đã sửa: Ngày sinh');
    await sees('Dòng này không phải làm gì.');
    await isForEverybody();
  });

  it('does one thing for many rows, and says for how many', async () => {
    select(pupil, other, roster[6] as KnownRow);
    await excel.page.keyboard.press('Alt+KeyC');
    await sees('3 dòng đang chọn');
    await button('Đã hướng dẫn phụ huynh liên hệ công an (1 dòng)').press('Enter');
    await sees(/đã ghi 1 dòng/);
    await sheet.until(() => sheet.text(other.rowId, 'Kết quả xác thực') === 'Đã hướng dẫn phụ huynh liên hệ công an');
    await isForEverybody();
  });

  it('says when the server is gone, and keeps what is shown', async () => {
    await excel.page.context().setOffline(true);
    await button(/dòng\)$/)
      .first()
      .press('Enter');
    await sees('Không liên lạc được máy chủ.');
    await sees('3 dòng đang chọn');
    await isForEverybody();
    await excel.page.context().setOffline(false);
  });
});
