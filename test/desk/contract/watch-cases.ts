import assert from 'node:assert/strict';
import type { SheetEdit } from '../../../desk/sheet-port.ts';
import { COLUMN, FIRST_ROW } from '../contract-sheet.ts';
import type { ContractBench } from './contract-bench.ts';

export function watchCases(bench: ContractBench): void {
  describe('watch and select', () => {
    it('hears a person’s edits and not our own, until it is stopped', async () => {
      const [first] = await bench.openBound();
      const heard: SheetEdit[] = [];
      const stop = await bench.harness.port.watch((edit) => heard.push(edit));
      await bench.harness.port.apply({ ...bench.sexFix(first!), marks: [{ rowId: first!.rowId, marks: 'E' }] });
      await bench.harness.port.mintRowIds(bench.mint);
      assert.deepEqual(heard, []);
      await bench.harness.edit(FIRST_ROW + 1, COLUMN.fullName, 'Trần Văn Bính');
      assert.deepEqual(heard, [{ firstRow: FIRST_ROW + 1, lastRow: FIRST_ROW + 1, source: 'local' }]);
      await stop();
      await bench.harness.edit(FIRST_ROW + 1, COLUMN.fullName, 'Trần Văn Bình');
      assert.equal(heard.length, 1);
    });

    it('selects a cell by row id, and says when the row is gone', async () => {
      const before = await bench.openBound();
      await bench.harness.port.select(before[1]!.rowId, 'citizenId');
      await bench.refuses('row-gone', () => bench.harness.port.select(bench.mint(), 'citizenId'));
    });

    it('names the rows that a person has selected, wherever they are by now', async () => {
      const before = await bench.openBound();
      const { port } = bench.harness;
      const selects = await bench.harness.selectRows(FIRST_ROW + 1, FIRST_ROW + 2);
      const expected = selects ? before.slice(1, 3).map(({ rowId }) => rowId) : [];
      assert.deepEqual(await port.selectedRowIds(), expected);
      await bench.harness.insertRow(FIRST_ROW);
      await bench.harness.selectRows(1, FIRST_ROW + 2);
      assert.deepEqual(await port.selectedRowIds(), selects ? before.slice(0, 2).map(({ rowId }) => rowId) : []);
      await bench.harness.selectRows(1, 2);
      assert.deepEqual(await port.selectedRowIds(), []);
    });
  });
}
