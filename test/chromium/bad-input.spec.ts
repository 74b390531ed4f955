import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL, MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { resetPassword } from '../../server/admin/reset-password.ts';
import { openExistingStore } from '../../server/data-folder.ts';
import { DEFAULT_SETS, type RequirementSets } from '../excel-host/excel-host.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { Person } from '../excel-host/person.ts';
import type { HostSheet } from '../excel-host/sheet.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { HostWorkbook } from '../excel-host/workbook.ts';
import { launchChromium } from '../support/chromium.ts';
import { knownRoster } from '../support/known-roster.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { studentWorkbook } from './student-workbook.ts';

const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh cá nhân/CCCD'];
const PUPILS = [
  [1, 'Nguyễn Thị An', "'05/06/2014", 'Nữ', "'001314000123"],
  [2, 'Trần Văn Bình', "'17/11/2014", 'Nam', "'001214000456"],
];

/**
 * As many pupils as one likes, each number its own: province and year change every thousand. A thousand share a name, so that
 * every row has a finding and a mark.
 */
function manyPupils(at: number): (string | number)[] {
  const province = ['001', '002', '004', '006', '008', '010', '011', '012', '014', '015'][Math.floor(at / 2000)];
  const year = 2013 + (Math.floor(at / 1000) % 2);
  const name = `Nguyễn Thị ${'ABCDEFGHIKLMNOPQRSTU'[Math.floor(at / 1000)]}n`;
  return [at + 1, name, `'05/06/${year}`, 'Nữ', `'${province}3${year % 100}000${String(at % 1000).padStart(3, '0')}`];
}

/** What the browser itself says of an answer that is a refusal, or of a line that is cut. */
const REFUSED = /Failed to load resource|ERR_(FAILED|CONNECTION_REFUSED|INTERNET_DISCONNECTED)/;

describe('bad input', () => {
  let browser: Browser;
  let pair: RunningPair;
  let excel: WebHost;
  let person: Person;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), pair?.stop()]);
  });
  /** The host knew every member it was asked for, the pages complained of nothing, and no request left the machine. */
  async function closeExcel(): Promise<void> {
    await excel.close();
    assert.deepEqual(excel.host.unimplemented, []);
    assert.deepEqual(
      excel.complaints.filter((text) => !REFUSED.test(text)),
      [],
    );
    assert.deepEqual(excel.external, []);
  }

  async function open(workbook: HostWorkbook, requirementSets: RequirementSets = DEFAULT_SETS): Promise<void> {
    person = new Person(workbook.activeSheet);
    const paneUrl = `${pair.server.httpsUrl}/khung/`;
    excel = await startWebHost({ browser, paneUrl, workbook, requirementSets });
  }

  /** Somebody's own sheet, with whatever header, at its very top. */
  async function openTyped(...rows: (string | number)[][]): Promise<void> {
    const workbook = new HostWorkbook('Lớp 7A');
    if (rows.length > 0) new Person(workbook.activeSheet).type('A1', ...rows);
    await open(workbook);
  }

  /** Our own workbook with five pupils in whom nothing is wrong. */
  async function openTemplate(unit = MAIN_SCHOOL, unitName = MAIN_SCHOOL_NAME, sets = DEFAULT_SETS): Promise<void> {
    const bytes = await studentWorkbook(`bad-input-${unit}`, knownRoster().slice(0, 5), { unit, unitName });
    await open(await loadXlsx(bytes), sets);
  }

  const says = (text: string | RegExp) => excel.frame.getByText(text).first().waitFor();
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name }).first();
  const press = (name: RegExp | string) => button(name).click();
  const tab = (name: string) => excel.frame.getByRole('tab', { name }).click();

  async function check(): Promise<void> {
    await press('Kiểm tra');
    await says('Kiểm tra lúc');
  }

  async function signIn(password = TRYOUT_PASSWORD): Promise<void> {
    await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
  }

  async function signedIn(): Promise<void> {
    await press('Đăng nhập');
    await signIn();
    await button('Đăng xuất').waitFor();
  }

  describe('in the pane', () => {
    afterEach(closeExcel);

    it('an empty sheet: says so, and reads the list that is then pasted', async () => {
      await openTyped();
      await says('Trang “Lớp 7A” chưa có gì.');
      await says(/dán danh sách vào/);
      person.type('A1', HEADER, ...PUPILS);
      await press('Đọc lại trang tính');
      await says('Danh sách học sinh');
    });

    it('no header: says what a header needs, and touches nothing', async () => {
      await openTyped(['Quà Tết', 'Số lượng'], ['Bánh chưng', 40], ['Mứt', 25]);
      const before = typed(person.sheet);
      await says('Chưa nhận ra hàng tiêu đề ở trang “Lớp 7A”.');
      await says(/cần có “Họ và tên” và “Ngày sinh”/);
      assert.deepEqual(typed(person.sheet), before);
    });

    it('two headers alike, and a column that is missing: both are findings, and the list is checked all the same', async () => {
      const header = ['STT', 'Họ và tên', 'Giới tính', 'Giới tính', 'Số định danh cá nhân/CCCD'];
      await openTyped(header, [1, 'Nguyễn Thị An', 'Nữ', 'Nữ', "'001314000123"]);
      const before = typed(person.sheet);
      await check();
      await says('Không có cột “Ngày sinh”. Thêm cột này vào dòng tiêu đề, hoặc sửa tên cột cho đúng.');
      await press(/Hai cột cùng tên/);
      await says(/Có hơn một cột “Giới tính”; chỉ cột đầu tiên được đọc/);
      keeps(before);
    });

    it('merged cells and formulas with errors: each named, nothing pulled apart', async () => {
      const [an, binh] = PUPILS as [(string | number)[], (string | number)[]];
      await openTyped(HEADER, an, [2, '#REF!', ...binh.slice(2)], [3, '=A2&"?"', ...binh.slice(2)]);
      person.sheet.merged.push({ top: 1, bottom: 2, left: 3, right: 3 });
      const before = typed(person.sheet);
      await check();
      await says('Công thức bị lỗi');
      await says('Có ô gộp');
      await press(/Công thức bị lỗi/);
      keeps(before);
      assert.equal(person.sheet.merged.length, 1);
    });

    it('20,000 rows with a finding each: checked and marked, every cell as it was typed', async () => {
      const workbook = new HostWorkbook('Lớp 7A');
      const rows = Array.from({ length: 20_000 }, (_, at) => manyPupils(at));
      new Person(workbook.activeSheet).type('A1', HEADER, ...rows);
      await open(workbook);
      await says('20.000 dòng');
      const before = typed(person.sheet);
      await check();
      await says('0 / 20.000');
      await press(/Có thể trùng người/);
      keeps(before);
    });

    it('a protected sheet: says how to unprotect it, and goes on once that is done', async () => {
      await openTyped(HEADER, ...PUPILS);
      await says('Danh sách học sinh');
      person.protect();
      const before = typed(person.sheet);
      await press('Kiểm tra');
      await button('Thử lại').waitFor();
      await says(/Trang tính đang khóa.*Unprotect Sheet/);
      assert.deepEqual(typed(person.sheet), before);
      person.unprotect();
      await press('Thử lại');
      await says('Kiểm tra lúc');
      keeps(before);
    });

    it('a cell being edited: an older Excel is told to finish it, a newer one is waited for', async () => {
      const { DelayForCellEdit: _, ...older } = DEFAULT_SETS;
      await openTemplate(MAIN_SCHOOL, MAIN_SCHOOL_NAME, older);
      await says(`Sổ của: ${MAIN_SCHOOL_NAME}`);
      const before = typed(person.sheet);
      excel.host.startCellEdit();
      await press('Kiểm tra');
      await says(/Một ô đang được gõ dở.*Enter/);
      excel.host.endCellEdit();
      await press('Thử lại');
      await says('Kiểm tra lúc');
      keeps(before);
      await excel.close();

      await openTemplate();
      await says(`Sổ của: ${MAIN_SCHOOL_NAME}`);
      excel.host.startCellEdit();
      await press('Kiểm tra');
      await says('Đang kiểm tra…');
      excel.host.endCellEdit();
      await says('Kiểm tra lúc');
      keeps(before);
    });

    it('a wrong password: says so, and keeps the form and the name', async () => {
      await openTemplate();
      await press('Đăng nhập');
      await signIn('sai-mat-khau');
      await says('Tên đăng nhập hoặc mật khẩu chưa đúng.');
      await says(/Caps Lock và bộ gõ tiếng Việt/);
      assert.equal(await excel.frame.getByLabel('Tên đăng nhập').inputValue(), MAIN_CLERK);
      await signIn();
      await button('Đăng xuất').waitFor();
    });

    it('the server out of reach: checking goes on, sending says so, and nothing is lost or doubled on the next try', async () => {
      await openTemplate();
      await signedIn();
      await check();
      const before = typed(person.sheet);
      await tab('Gửi');
      await press('Xem trước khi gửi');
      await says('Sẽ gửi 5 dòng');
      await excel.page.context().setOffline(true);
      await press('Gửi xác thực 5 dòng');
      await says('Không liên lạc được máy chủ.');
      await says(/không mất và không bị trùng/);
      keeps(before);
      await excel.page.context().setOffline(false);
      await press('Thử lại');
      await says('Sẽ gửi 5 dòng');
      await press('Gửi xác thực 5 dòng');
      await says('Kết quả xác thực');
      keeps(before);
    });

    it('the same rows pushed twice: the second time nothing is new', async () => {
      await openTemplate();
      await signedIn();
      for (const again of [false, true]) {
        await tab('Gửi');
        await press('Xem trước khi gửi');
        await press('Gửi xác thực 5 dòng');
        await says('Lấy kết quả');
        await tab('Gửi');
        await says('Đã gửi xong.');
        if (again) await says(/không đổi từ lần gửi trước/);
      }
    });

    it('another school’s workbook: refused in words that name it, and nothing is written into it', async () => {
      await openTemplate('TN-TH-01', 'Trường Tiểu học Thử Nghiệm');
      await signedIn();
      const before = typed(person.sheet);
      await tab('Gửi');
      await press('Xem trước khi gửi');
      await says(/Sổ tính này phát cho Trường Tiểu học Thử Nghiệm/);
      await says(/Mở đúng sổ của trường mình/);
      await says('Sổ của đơn vị khác');
      keeps(before);
    });

    // Last: it changes the account's password.
    it('a session that has ended: asks to sign in again and goes on from there', async () => {
      await openTemplate();
      await signedIn();
      await check();
      const before = typed(person.sheet);
      await tab('Gửi');
      await press('Xem trước khi gửi');
      await says('Sẽ gửi 5 dòng');
      const store = await openExistingStore(pair.dataDir);
      const password = await resetPassword(store, MAIN_CLERK).finally(async () => await store.close());
      await press('Gửi xác thực 5 dòng');
      await says('Đăng nhập để tiếp tục; trang tính vẫn giữ nguyên.');
      await signIn(password);
      await excel.frame.getByLabel('Mật khẩu mới', { exact: true }).fill('hoc-bai-2027');
      await excel.frame.getByLabel('Gõ lại mật khẩu mới').fill('hoc-bai-2027');
      await excel.frame.getByLabel('Gõ lại mật khẩu mới').press('Enter');
      await says('Sẽ gửi 5 dòng');
      keeps(before);
    });
  });

  it('a picture instead of a workbook: the workbench says what it is, and what to do', async () => {
    const page = await browser.newPage({ locale: 'vi-VN' });
    try {
      await page.goto(`${pair.server.url}/ban-lam-viec`);
      const picture = { name: 'ds.xlsx', mimeType: 'image/png', buffer: await page.screenshot() };
      await page.locator('input[type=file]').first().setInputFiles(picture);
      await page
        .getByText(/Tệp này không phải sổ tính \(có thể là ảnh/)
        .first()
        .waitFor();
    } finally {
      await page.close();
    }
  });

  /** Every cell that held something holds it still; our own columns may have been added beside them. */
  function keeps(before: ReadonlyMap<string, unknown>): void {
    const now = typed(person.sheet);
    for (const [place, value] of before) assert.deepEqual(now.get(place), value, place);
  }
});

/** What stands in the cells, formulas included. */
function typed(sheet: HostSheet): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>();
  sheet.rows.forEach((row, at) => {
    row?.cells.forEach((cell, column) => {
      if (cell && cell.value !== null) cells.set(`${at + 1}:${column}`, { value: cell.value, formula: cell.formula });
    });
  });
  return cells;
}
