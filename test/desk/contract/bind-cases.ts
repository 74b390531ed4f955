import assert from 'node:assert/strict';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../../templates/sheet-match.ts';
import { COLUMN, contractGrid, HEADER_ROW, headerCells, LAYOUT, MADE, matchOf, PEOPLE } from '../contract-sheet.ts';
import { type ContractBench, trimmed } from './contract-bench.ts';

export function bindCases(bench: ContractBench): void {
  describe('bind', () => {
    it('makes result columns and hidden columns right of everything in use', async () => {
      await bench.open();
      await bench.bind();
      const header = [];
      for (let column = 0; column <= MADE.marks; column++) header.push(await bench.harness.read(HEADER_ROW, column));
      assert.deepEqual(header, [
        ...headerCells(),
        'Kết quả xác thực',
        'Nguyên nhân',
        'Việc cần làm',
        ROW_ID_HEADER,
        MARKS_HEADER,
      ]);
      assert.equal(await bench.harness.isHidden(MADE.rowId), true);
      assert.equal(await bench.harness.isHidden(MADE.marks), true);
      assert.equal(await bench.harness.isHidden(MADE.verdict), false);
      assert.equal(await bench.harness.isHidden(COLUMN.own), false);
    });

    it('makes them once, even when bound again with the match from before', async () => {
      await bench.open();
      const match = matchOf(await bench.harness.port.survey());
      await bench.harness.port.bind(LAYOUT, match);
      const once = trimmed(await bench.wholeSheet());
      await bench.harness.port.bind(LAYOUT, match);
      await bench.bind();
      assert.deepEqual(trimmed(await bench.wholeSheet()), once);
    });

    it('refuses a protected sheet that lacks the columns, and writes nothing', async () => {
      await bench.open();
      await bench.harness.protect(true);
      await bench.refuses('sheet-protected', () => bench.bind());
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(contractGrid()));
    });

    it('binds a protected sheet that has the columns already', async () => {
      await bench.openBound();
      await bench.harness.protect(true);
      await bench.bind();
      assert.equal((await bench.rows()).length, PEOPLE.length);
    });

    it('comes before every other step', async () => {
      await bench.open();
      await bench.refuses('not-bound', () => bench.harness.port.snapshot());
      await bench.refuses('not-bound', () => bench.harness.port.mintRowIds(bench.mint));
      await bench.refuses('not-bound', () => bench.harness.port.apply({ marks: [] }));
    });

    for (const [what, move] of [
      ['a column was put in', () => bench.harness.insertColumn(COLUMN.sex)],
      ['a row was put in above the header', () => bench.harness.insertRow(1)],
      ['a column was deleted', () => bench.harness.deleteColumn(COLUMN.own)],
    ] as const) {
      it(`no longer holds once ${what}: nothing is read or written at the wrong place`, async () => {
        const [first] = await bench.openBound();
        await move();
        const before = await bench.wholeSheet();
        const result = { rowId: first!.rowId, verdict: 'Đã xác thực', reason: '', nextStep: '' };
        await bench.refuses('not-bound', () => bench.harness.port.snapshot());
        await bench.refuses('not-bound', () => bench.harness.port.mintRowIds(bench.mint));
        await bench.refuses('not-bound', () => bench.harness.port.apply({ results: [result] }));
        assert.deepEqual(await bench.wholeSheet(), before);

        await bench.bind();
        const [again] = await bench.rows();
        assert.equal(again!.rowId, first!.rowId);
        assert.deepEqual(again!.values, first!.values);
        assert.deepEqual((await bench.harness.port.apply({ results: [result] })).missingRows, []);
        assert.equal((await bench.rows())[0]!.results.verdict, 'Đã xác thực');
      });
    }
  });
}
