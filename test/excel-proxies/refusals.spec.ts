import assert from 'node:assert/strict';
import { LAYOUT, matchOf } from '../desk/contract-sheet.ts';
import { DEFAULT_SETS, HOST_ERROR } from '../excel-host/excel-host.ts';
import { settled } from './excel-harness.ts';
import { ExcelSession, sexFix, writes } from './excel-session.ts';

describe('Excel adapter: refusals', () => {
  const excel = new ExcelSession();

  afterEach(() => excel.close());

  it('of cell editing: says so where Excel cannot wait', async () => {
    const { DelayForCellEdit: _, ...sets } = DEFAULT_SETS;
    const before = await excel.openBound({}, sets);
    excel.harness.host.startCellEdit();
    await assert.rejects(excel.harness.port.apply({ cells: [sexFix(before[0]!)] }), { code: 'cell-being-edited' });
    excel.harness.host.endCellEdit();
    assert.equal(excel.harness.person.value('D4'), 'nu');
  });

  it('of cell editing: waits for its end where Excel can', async () => {
    const before = await excel.openBound();
    excel.harness.host.startCellEdit();
    let done = false;
    const applying = excel.harness.port.apply({ cells: [sexFix(before[0]!)] }).then((answer) => {
      done = true;
      return answer;
    });
    await settled();
    assert.equal(done, false);
    excel.harness.host.endCellEdit();
    assert.equal((await applying).applied.length, 1);
  });

  it('of protection that comes in the last moment', async () => {
    const before = await excel.openBound();
    excel.beforeFirstWrite(() => excel.harness.person.protect());
    await assert.rejects(excel.harness.port.apply({ cells: [sexFix(before[0]!)] }), {
      code: 'sheet-protected',
      detail: 'AccessDenied',
    });
    assert.equal(excel.harness.person.value('D4'), 'nu');
  });

  it('of a workbook opened for reading only, before anything is asked to be written', async () => {
    await excel.open({}, DEFAULT_SETS, { readOnly: true });
    const match = matchOf(await excel.harness.port.survey());
    const entry = { id: 'c', at: '2026-11-22T08:00:00Z', kind: 'confirm', label: '', reason: '', keys: ['k'] } as const;
    const records = await excel.recorded(async () => {
      await assert.rejects(excel.harness.port.bind(LAYOUT, match), { code: 'read-only' });
      await assert.rejects(excel.harness.port.appendConfirmation(entry), { code: 'read-only' });
    });
    assert.ok(!records.some(({ request }) => writes(request)));
  });

  it('of a sheet that was deleted', async () => {
    const before = await excel.openBound();
    excel.harness.sheet.workbook.addSheet('Khác');
    excel.harness.sheet.workbook.removeSheet(excel.harness.sheet);
    await assert.rejects(excel.harness.port.snapshot(), { code: 'sheet-gone' });
    await assert.rejects(excel.harness.port.apply({ cells: [sexFix(before[0]!)] }), { code: 'sheet-gone' });
  });

  it('of anything else: names Excel’s own code and no cell', async () => {
    await excel.openBound();
    excel.harness.host.payloadLimit = 10;
    await assert.rejects(excel.harness.port.snapshot(), (error: Error & { code: string; cause?: unknown }) => {
      assert.equal(error.code, 'too-large');
      assert.equal(error.cause, undefined);
      return true;
    });
    assert.equal(excel.harness.host.records.at(-1)?.error, `host ${HOST_ERROR.requestTooLarge}`);
  });
});
