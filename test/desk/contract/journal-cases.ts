import assert from 'node:assert/strict';
import { encodeJournalEntry } from '../../../desk/journal-codec.ts';
import { COLUMN, date, FIRST_ROW, IDENTITY, MADE } from '../contract-sheet.ts';
import { type ContractBench, FIX, UNDO } from './contract-bench.ts';

export function journalCases(bench: ContractBench): void {
  describe('journal', () => {
    it('is there after save and reopen, and so are ids, results and marks', async () => {
      const before = await bench.openBound({ identity: IDENTITY });
      const patch = bench.sexFix(before[0]!);
      const results = [{ rowId: before[1]!.rowId, verdict: 'Đang chờ', reason: 'đã gửi', nextStep: '' }];
      await bench.harness.port.apply({ ...patch, results, marks: [{ rowId: before[2]!.rowId, marks: '.E' }] });
      const stood = await bench.rows();
      await bench.reopen();
      assert.deepEqual((await bench.harness.port.survey()).identity, IDENTITY);
      await bench.bind();
      assert.deepEqual(await bench.harness.port.readJournal(), [{ ...FIX, cells: patch.cells }]);
      assert.deepEqual(await bench.rows(), stood);
      assert.equal(await bench.harness.isHidden(MADE.rowId), true);
    });

    it('is kept in a workbook that had no `_sosach` sheet, in order', async () => {
      const [first] = await bench.openBound({ identity: null });
      await bench.harness.port.apply(bench.sexFix(first!, 'Nữ'));
      await bench.harness.port.apply({
        cells: [{ rowId: first!.rowId, field: 'sex', before: 'Nữ', after: 'nu' }],
        journal: UNDO,
      });
      await bench.reopen();
      assert.deepEqual(
        (await bench.harness.port.readJournal()).map((entry) => entry.id),
        ['fix-1', 'undo-1'],
      );
      assert.equal((await bench.harness.port.survey()).identity, null);
    });

    it('undoes after save and reopen to the exact value, kind and format', async () => {
      const before = await bench.openBound({
        numberFormats: [{ row: FIRST_ROW, column: COLUMN.birthDate, format: 'd/m/yyyy' }],
      });
      const cells = [
        { rowId: before[0]!.rowId, field: 'birthDate', before: date(5, 6, 2016), after: '05/06/2016' },
        { rowId: before[2]!.rowId, field: 'citizenId', before: 1315000103, after: '001315000103' },
        { rowId: before[3]!.rowId, field: 'fullName', before: 'Phạm Đức Dũng', after: '' },
      ] as const;
      const numberFormat = await bench.harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId);
      await bench.harness.port.apply({ cells, journal: FIX });
      await bench.reopen();
      await bench.bind();
      const [entry] = await bench.harness.port.readJournal();
      const answer = await bench.harness.port.apply({
        cells: entry!.cells.map(({ rowId, field, before, after }) => ({
          rowId,
          field,
          before: after,
          after: before,
        })),
        journal: UNDO,
      });
      assert.deepEqual(answer.stale, []);
      assert.deepEqual(
        (await bench.rows()).map((row) => row.values),
        before.map((row) => row.values),
      );
      assert.equal(await bench.harness.numberFormat(FIRST_ROW, COLUMN.birthDate), 'd/m/yyyy');
      assert.equal(await bench.harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId), numberFormat);
    });

    it('reports a damaged line and still reads the others', async () => {
      const whole = { ...FIX, cells: [{ rowId: bench.mint(), field: 'sex', before: 'nu', after: 'Nữ' }] } as const;
      await bench.open({ identity: IDENTITY, journal: [['|{"v":1,"id":"fix-0"'], encodeJournalEntry(whole)] });
      const entries = await bench.harness.port.readJournal();
      assert.deepEqual(
        entries.map((entry) => entry.kind),
        ['damaged', 'fix'],
      );
      assert.deepEqual(entries[1], whole);
    });
  });
}
