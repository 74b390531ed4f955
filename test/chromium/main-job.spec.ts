import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { MAIN_CLERK, TRYOUT_PASSWORD } from '../../cli/tryout/invent-accounts.ts';
import { MAIN_SCHOOL_NAME } from '../../cli/tryout/invent-units.ts';
import { ROW_STATE_WORDS } from '../../contract/verdict.ts';
import { cellText } from '../../rules/cell.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { Person } from '../excel-host/person.ts';
import { findShownMark } from '../excel-host/shown-mark.ts';
import { startWebHost, type WebHost } from '../excel-host/web-host.ts';
import { launchChromium } from '../support/chromium.ts';
import { type KnownRow, knownRoster } from '../support/known-roster.ts';
import { NEVER_IN_TIME, type RunningPair, startRunningPair } from '../support/running-pair.ts';
import { studentWorkbook } from './student-workbook.ts';
import { TemplateSheet } from './template-sheet.ts';

const AT_ONCE = 20;

/** What stands beside a row that still waits for its verdict, the answer to a killed server's question included. */
const WAITING: readonly string[] = ['', ROW_STATE_WORDS.pending.vi, ROW_STATE_WORDS['could-not-ask'].vi];

/** What Chromium says of requests that find the server killed. */
const LINE_DROPPED = /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)/;

describe('the main job in the pane, against the running server', function () {
  this.bail(true); // each step stands on the one before

  let browser: Browser;
  let pair: RunningPair;
  let excel: WebHost;
  let sheet: TemplateSheet;
  let person: Person;
  const roster = knownRoster();
  const broken = roster[2] as KnownRow;

  before(async () => {
    [browser, pair] = await Promise.all([launchChromium(), startRunningPair()]);
    const bytes = await studentWorkbook('walk-in-chromium', roster);
    const workbook = await loadXlsx(bytes);
    person = new Person(workbook.activeSheet);
    sheet = new TemplateSheet(workbook.activeSheet, person);
    excel = await startWebHost({ browser, paneUrl: `${pair.server.httpsUrl}/khung/`, workbook });
  });

  after(async () => {
    await excel?.close();
    await Promise.all([browser?.close(), pair?.stop()]);
  });

  afterEach(() => {
    assert.deepEqual(excel.host.unimplemented, [], 'the add-in used members of Excel that the host does not know');
    const complaints = excel.complaints.filter((text) => !LINE_DROPPED.test(text));
    assert.deepEqual(complaints, [], 'the pages complained');
    assert.deepEqual(excel.external, [], 'a request left the machine');
  });

  /** One that takes a press: keys are not held back from a greyed button, as clicks are. */
  const button = (name: RegExp | string) => excel.frame.getByRole('button', { name, disabled: false });
  const tab = (name: string) => excel.frame.getByRole('tab', { name });

  it('recognises the sheet and says what it is', async () => {
    await excel.frame.getByText(`Sổ của: ${MAIN_SCHOOL_NAME}`).waitFor();
    await excel.frame.getByText('Danh sách học sinh').waitFor();
  });

  it('checks the rows, and marks a wrong number on leaving its cell', async () => {
    await button('Kiểm tra').click();
    await excel.frame.getByText('Kiểm tra lúc').first().waitFor();
    const cell = sheet.cellOf(broken.rowId, 'Số định danh cá nhân/CCCD');
    assert.equal(findShownMark(sheet.sheet, cell.column, cell.row), undefined);

    person.type(cell.address, [spaced(broken)]);

    await excel.frame.getByText('Số định danh có dấu ngăn cách').first().waitFor();
    await sheet.until(() => findShownMark(sheet.sheet, cell.column, cell.row)?.fill !== undefined);
    assert.match(String(findShownMark(sheet.sheet, cell.column, cell.row)?.numberFormat), /"[^"]+"@/);
  });

  it('mends the number after showing before and after', async () => {
    const cell = sheet.cellOf(broken.rowId, 'Số định danh cá nhân/CCCD');
    await tab('Sửa').click();
    await button(/Sửa \d+ ô đã tích/).waitFor();
    await excel.frame.getByText(cellText(broken.values.citizenId)).first().waitFor();
    assert.equal(person.value(cell.address), spaced(broken), 'nothing is written before it is ticked and confirmed');
    await button(/Sửa \d+ ô đã tích/).click();
    await sheet.until(() => person.value(cell.address) === cellText(broken.values.citizenId));
    await sheet.until(() => findShownMark(sheet.sheet, cell.column, cell.row) === undefined);
  });

  it('signs in and pushes, saying first what will go', async () => {
    await pair.control({ latencyMs: NEVER_IN_TIME });
    await tab('Gửi').click();
    await button('Đăng nhập').first().click();
    await excel.frame.getByLabel('Tên đăng nhập').fill(MAIN_CLERK);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).fill(TRYOUT_PASSWORD);
    await excel.frame.getByLabel('Mật khẩu', { exact: true }).press('Enter');
    await tab('Gửi').click();
    await button('Xem trước khi gửi').click();
    await excel.frame.getByText(`Sẽ gửi ${roster.length} dòng`).waitFor();
    await button(`Gửi xác thực ${roster.length} dòng`).click();
    await sheet.until(() => sheet.verdicts().filter((verdict) => verdict === 'Đang chờ').length === roster.length);
  });

  it('brings every verdict into its own row, though rows were sorted and inserted and the server was killed', async () => {
    person.sortRows(sheet.firstRow, sheet.firstRow + roster.length - 1, sheet.columnOf('Họ và tên'), 'descending');
    person.insertRows(sheet.firstRow + 10);
    pair.server.kill();
    await pair.control({ latencyMs: AT_ONCE });

    await sheet.until(
      () => sheet.verdicts().filter((verdict) => !WAITING.includes(verdict)).length >= roster.length,
      () =>
        button(/Lấy kết quả|Thử lại/)
          .first()
          .click({ timeout: 1000 })
          .catch(() => {}),
    );

    const expected = roster.map(({ rowId, values, verdict }) => [rowId, cellText(values.citizenId), verdict]);
    const found = roster.map(({ rowId }) => [
      rowId,
      sheet.text(rowId, 'Số định danh cá nhân/CCCD'),
      sheet.text(rowId, 'Kết quả xác thực'),
    ]);
    assert.deepEqual(found, expected);
    assert.ok(new Set(expected.map(([, , verdict]) => verdict)).size >= 3, 'the roster shows several verdicts');
    const inserted = `${sheet.columnOf('Kết quả xác thực')}${sheet.firstRow + 10}`;
    assert.equal(person.value(inserted), null, 'the inserted row has no verdict');
    assert.ok(
      pair.output.some((line) => line.includes('SIGKILL')),
      'the server was really killed',
    );
  });

  it('shows which field differs, and no value of the register', () => {
    const typo = roster.find(({ planted }) => planted === 'register.name-typo') as KnownRow;
    const cell = sheet.cellOf(typo.rowId, 'Họ và tên');
    assert.match(String(findShownMark(sheet.sheet, cell.column, cell.row)?.numberFormat), /≠/);
    assert.match(sheet.text(typo.rowId, 'Nguyên nhân'), /họ tên/i);
    assert.notEqual(sheet.text(typo.rowId, 'Việc cần làm'), '');
  });
});

/** The number as people copy it from a card: three digits, a space, three digits … */
function spaced({ values }: KnownRow): string {
  return cellText(values.citizenId).replace(/(\d{3})(?=\d)/g, '$1 ');
}
