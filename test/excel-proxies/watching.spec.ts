import assert from 'node:assert/strict';
import { openExcelSheet } from '../../addin/excel/open-excel-sheet.ts';
import type { SheetEdit } from '../../desk/sheet-port.ts';
import { DEFAULT_SETS } from '../excel-host/excel-host.ts';
import { abilitiesOf, settled } from './excel-harness.ts';
import { ExcelSession, sexFix } from './excel-session.ts';

describe('Excel adapter: watching', () => {
  const excel = new ExcelSession();

  afterEach(() => excel.close());

  for (const [version, what] of [
    ['1.17', 'by what Excel says caused the event'],
    ['1.9', 'by comparing values, where Excel does not say'],
  ] as const) {
    it(`knows its own writes ${what} (ExcelApi ${version})`, async () => {
      const before = await excel.openBound({}, { ...DEFAULT_SETS, ExcelApi: version });
      const heard: SheetEdit[] = [];
      const stop = await excel.harness.port.watch((edit) => heard.push(edit));
      await excel.harness.port.apply({
        cells: [sexFix(before[0]!), { ...sexFix(before[2]!), before: 'Nữ', after: 'Nam' }],
        results: before.map(({ rowId }) => ({ rowId, verdict: 'Đang chờ', reason: '', nextStep: '' })),
        marks: before.map(({ rowId }) => ({ rowId, marks: 'W' })),
      });
      await settled();
      assert.deepEqual(heard, []);
      excel.harness.person.type('D4', 'Nam');
      await settled();
      assert.deepEqual(heard, [{ firstRow: 4, lastRow: 4, source: 'local' }]);
      await stop();
      assert.equal(excel.harness.host.registrations, 0);
    });
  }

  it('puts a burst together and tells a co-author’s edits apart', async () => {
    await excel.openBound();
    const heard: SheetEdit[] = [];
    const stop = await excel.harness.port.watch((edit) => heard.push(edit));
    excel.harness.person.type('B4', 'Nguyễn Thị An');
    excel.harness.person.type('B6', ['Lê Minh Châu', '31/12/2015'], ['Phạm Đức Dũng', '01/01/2016']);
    excel.harness.remote.type('C5', '13/3/2016');
    await settled();
    assert.deepEqual(heard, [
      { firstRow: 4, lastRow: 7, source: 'local' },
      { firstRow: 5, lastRow: 5, source: 'remote' },
    ]);
    await stop();
  });

  it('takes nothing in our own columns for an edit, whoever wrote it', async () => {
    await excel.openBound();
    const heard: SheetEdit[] = [];
    const stop = await excel.harness.port.watch((edit) => heard.push(edit));
    excel.harness.person.type('G4', 'chữ trong cột Kết quả');
    excel.harness.remote.type('K4', 'E');
    await settled();
    assert.deepEqual(heard, []);
    excel.harness.person.type('F4', ['áo 1', 'chữ trong cột Kết quả']);
    await settled();
    assert.equal(heard.length, 1);
    await stop();
  });

  it('stops without a word when the sheet is gone', async () => {
    await excel.openBound();
    const stop = await excel.harness.port.watch(() => {});
    excel.harness.sheet.workbook.addSheet('Khác');
    excel.harness.sheet.workbook.removeSheet(excel.harness.sheet);
    await stop();
  });

  it('hears of sheets that come to the front, until it is stopped', async () => {
    await excel.open();
    const { host, sheet } = excel.harness;
    const other = sheet.workbook.addSheet('Cán bộ');
    const failures: unknown[] = [];
    let heard = 0;
    const opened = openExcelSheet(abilitiesOf(host), (error) => failures.push(error));
    const stop = opened.watchSheet(() => heard++);
    await settled();
    sheet.workbook.activate(other);
    await settled();
    assert.equal(heard, 1);
    stop();
    await settled();
    sheet.workbook.activate(sheet);
    await settled();
    assert.deepEqual([heard, failures, host.registrations], [1, [], 0]);
  });

  it('says so when Excel will not tell of sheets', async () => {
    await excel.open({}, { ExcelApi: '1.6' });
    const failures: { code?: string }[] = [];
    openExcelSheet(abilitiesOf(excel.harness.host), (error) => failures.push(error as { code?: string })).watchSheet(
      () => {},
    );
    await settled();
    assert.deepEqual(
      failures.map(({ code }) => code),
      ['refused'],
    );
  });
});
