import assert from 'node:assert/strict';
import { rowFingerprint } from '../../../desk/row-fingerprint.ts';
import { isRowId } from '../../../desk/row-id.ts';
import { formatRowMarks, NO_MARKS, readRowMarks } from '../../../desk/row-marks.ts';
import { COLUMN, FIRST_ROW, LAYOUT, MADE, PEOPLE } from '../contract-sheet.ts';
import type { ContractBench } from './contract-bench.ts';

export function rowIdCases(bench: ContractBench): void {
  describe('row ids', () => {
    it('fills blanks, and leaves ids that stand', async () => {
      await bench.open();
      await bench.bind();
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), PEOPLE.length);
      const first = await bench.rows();
      assert.equal(new Set(first.map((row) => row.rowId)).size, PEOPLE.length);
      for (const row of first) assert.ok(isRowId(row.rowId));
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), 0);
      assert.deepEqual(await bench.rows(), first);
    });

    it('mints anew for every copy of a doubled id', async () => {
      const before = await bench.openBound();
      await bench.harness.copyRow(FIRST_ROW, FIRST_ROW + PEOPLE.length);
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), 2);
      const after = await bench.rows();
      const ids = after.map((row) => row.rowId);
      assert.equal(new Set(ids).size, PEOPLE.length + 1);
      assert.equal(ids.includes(before[0]!.rowId), false, 'the doubled id is gone from both copies');
      assert.deepEqual(
        ids.slice(1, PEOPLE.length),
        before.slice(1).map((row) => row.rowId),
      );
    });

    it('leaves a doubled id with the copy that still fits its fingerprint', async () => {
      const before = await bench.openBound();
      const { rowId, values } = before[1]!;
      await bench.harness.port.apply({ marks: [{ rowId, marks: `##${rowFingerprint(rowId, values)}` }] });
      const copy = FIRST_ROW + PEOPLE.length;
      await bench.harness.copyRow(FIRST_ROW + 1, copy);
      await bench.harness.edit(FIRST_ROW + 1, COLUMN.fullName, 'Hoàng Văn Khác');
      await bench.harness.edit(FIRST_ROW + 1, COLUMN.citizenId, '001216000177');
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), 1);
      const after = await bench.rows();
      assert.deepEqual([after[1]!.rowId === rowId, after.at(-1)!.rowId], [false, rowId]);
    });

    it('keeps with its row what was seen of the record, digit by digit: sorted, cut and pasted, saved and reopened', async () => {
      const before = await bench.openBound();
      const seen = (index: number) => ({ revision: index + 1, content: index === 0 ? null : '18446744073709551615' });
      const marks = before.map(({ rowId, values }, index) => ({
        rowId,
        marks: formatRowMarks(LAYOUT, {
          ...{ marks: NO_MARKS, claimHash: null },
          ...{ fingerprint: rowFingerprint(rowId, values), seen: seen(index) },
        }),
      }));
      await bench.harness.port.apply({ marks });
      await bench.harness.sort(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, COLUMN.fullName);
      await bench.harness.cutRow(FIRST_ROW, FIRST_ROW + PEOPLE.length + 1);
      const expected = new Map(before.map(({ rowId }, index) => [rowId, seen(index)]));
      const read = async () =>
        new Map((await bench.rows()).map((row) => [row.rowId, readRowMarks(LAYOUT, row.marks).seen]));
      assert.deepEqual([...(await read())].sort(), [...expected].sort());
      await bench.reopen();
      await bench.bind();
      assert.deepEqual([...(await read())].sort(), [...expected].sort());
    });

    it('mints anew where the desk asks for it', async () => {
      const before = await bench.openBound();
      const anew = new Set([before[2]!.rowId]);
      assert.equal(await bench.harness.port.mintRowIds(bench.mint, { anew }), 1);
      const changed = (await bench.rows()).map((row, index) => row.rowId !== before[index]!.rowId);
      assert.deepEqual(changed, [false, false, true, false]);
    });

    it('replaces what is none of our ids', async () => {
      const before = await bench.openBound();
      await bench.harness.edit(FIRST_ROW + 1, MADE.rowId, 'STT 2');
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), 1);
      const after = await bench.rows();
      assert.ok(isRowId(after[1]!.rowId));
      assert.notEqual(after[1]!.rowId, before[1]!.rowId);
    });

    it('is refused on a protected sheet with nothing written, unless there is nothing to mint', async () => {
      await bench.open();
      await bench.bind();
      await bench.harness.protect(true);
      await bench.refuses('sheet-protected', () => bench.harness.port.mintRowIds(bench.mint));
      assert.deepEqual(
        (await bench.rows()).map((row) => row.rowId),
        ['', '', '', ''],
      );
      await bench.harness.protect(false);
      await bench.harness.port.mintRowIds(bench.mint);
      await bench.harness.protect(true);
      assert.equal(await bench.harness.port.mintRowIds(bench.mint), 0);
    });
  });
}
