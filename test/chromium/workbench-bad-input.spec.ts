import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { MARKS_HEADER } from '../../templates/sheet-match.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { Gate } from '../server/gate.ts';
import { launchChromium } from '../support/chromium.ts';
import { type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { toWindows1258 } from '../xlsx/import/encode-text.ts';
import { bookOf, bytesOf } from '../xlsx/import/sheetjs-fixture.ts';
import { axeViolations } from './axe-violations.ts';
import { WorkbenchPerson } from './workbench-person.ts';

/** The smallest picture (GIF89a, one pixel). */
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIBAAA=', 'base64');
const WRONG = '09431500O049';

describe('bad input in the workbench', () => {
  let browser: Browser;
  let pair: RunningPair;
  let person: WorkbenchPerson;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
  });

  after(async () => {
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  beforeEach(async () => {
    person = await WorkbenchPerson.sitDown(browser, pair.server.url);
  });

  afterEach(async () => {
    assert.deepEqual(await axeViolations(person.page, ['revo-grid']), []);
    await person.leave();
  });

  it('says of a wrong password what to look at, and lets one try again', async () => {
    await person.signIn('khong-phai-mat-khau');
    await person.sees('Tên đăng nhập hoặc mật khẩu chưa đúng.');
    await person.sees(/Caps Lock/);
    await person.signIn();
    await person.sees('Đăng xuất');
  });

  it('refuses a picture that was renamed .xlsx, and keeps what is open', async () => {
    await person.openFile('danh-sach.xlsx', await workbookOf([HEADER, PUPIL]));
    await person.sees('1 dòng');
    await person.openFile('anh.xlsx', PICTURE);
    await person.sees(/Tệp này không phải sổ tính \(có thể là ảnh/);
    await person.sees('danh-sach.xlsx');
    assert.equal((await person.rows()).get(2)?.get('Họ và tên')?.text, PUPIL[1]);
  });

  it('says of an empty sheet that nothing is in it', async () => {
    await person.openFile('trong.xlsx', await workbookOf([]));
    await person.sees(/Trang “Trang 1” chưa có gì/);
    await person.sees(/dán danh sách vào/);
  });

  it('says of a sheet without a header what a header needs', async () => {
    await person.openFile(
      'khong-tieu-de.xlsx',
      await workbookOf([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    );
    await person.sees(/Chưa nhận ra hàng tiêu đề ở trang “Trang 1”/);
    await person.sees(/“Họ và tên” và “Ngày sinh”/);
  });

  it('checks a workbook that it did not make, and downloads it with nothing changed but what was added', async () => {
    await person.openFile('danh-sach.xlsx', await workbookOf([HEADER, PUPIL]));
    await person.sees(/Tệp này không do Sổ Sạch lập/);
    await person.check();
    await person.sees('Chữ cái lẫn trong số định danh');
    await person.until(2, HEADER[4] ?? '', ({ text, symbol }) => text === WRONG && symbol === '✖');
    const { sheets } = await readWorkbook(await person.download());
    const [header, first] = sheets[0]?.cells ?? [];
    assert.deepEqual(header?.slice(0, HEADER.length), HEADER);
    assert.deepEqual(first?.slice(0, PUPIL.length), PUPIL);
    assert.ok(header?.includes('Kết quả xác thực'), 'the result columns stand beside');
    const marks = first?.[header?.indexOf(MARKS_HEADER) ?? -1];
    assert.match(String(marks), /E/);
  });

  for (const [kind, bytes] of [
    ['.xls', () => bytesOf(bookOf([HEADER, PUPIL]), 'biff8')],
    ['.csv', () => toWindows1258([HEADER, PUPIL].map((line) => line.join(';')).join('\r\n'))],
  ] as const) {
    it(`opens ${kind} as an .xlsx, says so, and hands out an .xlsx`, async () => {
      await person.openFile(`danh-sach${kind}`, bytes());
      await person.sees(`Tệp ${kind} được mở dưới dạng .xlsx; tệp gốc không bị đổi.`);
      await person.check();
      await person.until(2, HEADER[4] ?? '', ({ text, symbol }) => text === WRONG && symbol === '✖');
      const { sheets } = await readWorkbook(await person.download());
      await person.sees('Đã tải về danh-sach.xlsx.');
      assert.deepEqual(sheets[0]?.cells[1]?.slice(0, PUPIL.length), PUPIL);
    });
  }

  it('says in which line of a .csv the quotes do not match', async () => {
    await person.openFile('danh-sach.csv', new TextEncoder().encode('Họ và tên,Ngày sinh\n"An,05/09/2015\n'));
    await person.sees(/Dấu ngoặc kép ở dòng 2 không khớp/);
  });

  it('asks about what was changed while another workbook was on its way, and takes no other press meanwhile', async () => {
    await person.openFile('danh-sach.xlsx', await workbookOf([HEADER, PUPIL]));
    await person.sees('1 dòng');
    await person.signIn();
    const mayCome = new Gate();
    await person.page.route('**/api/v1/workbooks/**', async (route) => {
      await mayCome.passed;
      await route.continue();
    });
    await person.button('Mở sổ học sinh').click();
    await person.sees('Đang mở sổ…');
    for (const name of ['Mở sổ cán bộ', 'Mở tệp…', 'Tải về .xlsx']) {
      assert.equal(await person.button(name).getAttribute('aria-disabled'), 'true', name);
    }
    await person.clickName(2);
    await person.type('Duong Thi Anh');
    await person.until(2, 'Họ và tên', ({ text }) => text === 'Duong Thi Anh');
    mayCome.open();
    await person.sees('Có thay đổi chưa tải về');
    assert.equal((await person.inView()).get(2)?.get('Họ và tên')?.text, 'Duong Thi Anh');
    await person.button('Ở lại').click();
    await person.sees('danh-sach.xlsx');
  });

  it('goes on checking and mending with the server down, and loses nothing', async () => {
    await person.signIn();
    await person.button('Mở sổ cán bộ').click();
    await person.sees('60 dòng');
    await pair.server.stop();
    await person.check();
    await person.tab('Sửa').click();
    await person.button(/^Sửa \d+ ô đã tích$/).click();
    await person.sees(/Đã sửa \d+ ô/);
    const mended = await person.rows();
    await person.tab('Gửi').click();
    await person.button('Xem trước khi gửi').click();
    await person.button(/^Gửi xác thực \d+ dòng$/).click();
    await person.sees(/Mất mạng giữa chừng|Không liên lạc được máy chủ/);
    await person.sees('Mất kết nối máy chủ. Vẫn kiểm tra và sửa được; gửi khi có mạng trở lại.');
    const after = await person.rows();
    for (const [row, cells] of mended) {
      for (const header of ['Họ và tên', 'Ngày sinh', 'Số CMND/CCCD']) {
        assert.equal(after.get(row)?.get(header)?.text, cells.get(header)?.text);
      }
    }
    assert.ok((await person.download()).length > 0, 'what was mended can be taken home');
  });
});

const HEADER = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh cá nhân/CCCD', 'Lớp', 'Dân tộc'];
const PUPIL = ['1', 'Dương Thị Anh', '21/12/2015', 'Nữ', WRONG, '6A', 'Kinh'];

/** A workbook as schools have them, made by something else than Sổ Sạch. */
async function workbookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Trang 1').addRows(rows.map((row) => [...row]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
