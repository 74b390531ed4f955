import assert from 'node:assert/strict';
import { COLUMN, date, FIRST_ROW, MADE, PEOPLE } from '../contract-sheet.ts';
import { type ContractBench, FIX, trimmed } from './contract-bench.ts';

export function applyCases(bench: ContractBench): void {
  describe('apply', () => {
    it('writes a cell that still holds what it held', async () => {
      const [first] = await bench.openBound();
      const patch = bench.sexFix(first!);
      assert.deepEqual(await bench.harness.port.apply(patch), { applied: patch.cells, stale: [], missingRows: [] });
      assert.equal(await bench.harness.read(FIRST_ROW, COLUMN.sex), 'Nữ');
      assert.equal(await bench.harness.read(FIRST_ROW, COLUMN.own), 'áo 7', 'the person’s own column stays');
    });

    it('finds its rows after a sort', async () => {
      const before = await bench.openBound();
      await bench.harness.sort(FIRST_ROW, FIRST_ROW + PEOPLE.length - 1, COLUMN.fullName);
      await bench.harness.port.apply({
        ...bench.sexFix(before[0]!),
        results: before.map(({ rowId, values }) => ({
          rowId,
          verdict: `của ${String(values.fullName)}`,
          reason: '',
          nextStep: '',
        })),
        marks: before.map(({ rowId, values }) => ({ rowId, marks: `E.${String(values.ordinal)}` })),
      });
      const after = await bench.rows();
      assert.notDeepEqual(
        after.map((row) => row.rowId),
        before.map((row) => row.rowId),
        'the sort moved rows',
      );
      for (const row of after) {
        assert.equal(row.results.verdict, `của ${String(row.values.fullName)}`);
        assert.equal(row.marks, `E.${String(row.values.ordinal)}`);
      }
      assert.equal(after.find((row) => row.rowId === before[0]!.rowId)!.values.sex, 'Nữ');
    });

    it('finds its rows after one was put in, one deleted and one cut and pasted', async () => {
      const before = await bench.openBound();
      await bench.harness.insertRow(FIRST_ROW);
      await bench.harness.deleteRow(FIRST_ROW + 2);
      await bench.harness.cutRow(FIRST_ROW + 1, FIRST_ROW + 6);
      const [first, second, third] = before;
      const answer = await bench.harness.port.apply({
        ...bench.sexFix(first!),
        marks: [second!, third!].map(({ rowId }) => ({ rowId, marks: 'N' })),
      });
      assert.deepEqual(answer.stale, []);
      assert.deepEqual(answer.missingRows, [second!.rowId]);
      const after = await bench.rows();
      const moved = after.find((row) => row.rowId === first!.rowId);
      assert.equal(moved!.rowNumber, FIRST_ROW + 6);
      assert.equal(moved!.values.fullName, 'Nguyễn Thị An');
      assert.equal(moved!.values.sex, 'Nữ');
      assert.equal(after.find((row) => row.rowId === third!.rowId)!.marks, 'N');
    });

    it('leaves what was typed after the snapshot, and says what it found', async () => {
      const [first, second] = await bench.openBound();
      await bench.harness.edit(FIRST_ROW, COLUMN.sex, 'Nam');
      const stale = { rowId: first!.rowId, field: 'sex', before: 'nu', after: 'Nữ' } as const;
      const fits = {
        rowId: second!.rowId,
        field: 'fullName',
        before: 'Trần Văn Bình',
        after: 'Trần Văn Bính',
      } as const;
      const answer = await bench.harness.port.apply({ cells: [stale, fits], journal: FIX });
      assert.deepEqual(answer.applied, [fits]);
      assert.deepEqual(answer.stale, [{ ...stale, why: 'changed', found: 'Nam' }]);
      assert.equal(await bench.harness.read(FIRST_ROW, COLUMN.sex), 'Nam');
      const journal = await bench.harness.port.readJournal();
      assert.deepEqual(
        journal.map((entry) => entry.cells),
        [[fits]],
        'only what was written is journalled',
      );
    });

    it('tells a number from the same digits as text, and sees a formula error', async () => {
      const [, , third, fourth] = await bench.openBound();
      const asText = {
        rowId: third!.rowId,
        field: 'citizenId',
        before: '1315000103',
        after: '001315000103',
      } as const;
      const error = { kind: 'error', code: '#REF!' } as const;
      const broken = { rowId: fourth!.rowId, field: 'citizenId', before: null, after: '001216000104' } as const;
      const answer = await bench.harness.port.apply({ cells: [asText, broken] });
      assert.deepEqual(answer.stale, [
        { ...asText, why: 'changed', found: 1315000103 },
        { ...broken, why: 'changed', found: error },
      ]);
      const mended = { ...broken, before: error };
      assert.deepEqual((await bench.harness.port.apply({ cells: [mended] })).applied, [mended]);
      assert.equal(await bench.harness.read(FIRST_ROW + 3, COLUMN.citizenId), '001216000104');
    });

    it('answers row-gone, row-doubled and column-gone, and writes nothing there', async () => {
      const [first, second, third] = await bench.openBound();
      await bench.harness.deleteRow(FIRST_ROW + 1);
      await bench.harness.copyRow(FIRST_ROW, FIRST_ROW + PEOPLE.length);
      const gone = { rowId: second!.rowId, field: 'sex', before: 'Nam', after: 'Nữ' } as const;
      const doubled = { rowId: first!.rowId, field: 'sex', before: 'nu', after: 'Nữ' } as const;
      const noColumn = { rowId: third!.rowId, field: 'passport', before: null, after: 'C0000103' } as const;
      const words = { verdict: 'Đang chờ', reason: '', nextStep: '' };
      const answer = await bench.harness.port.apply({
        cells: [gone, doubled, noColumn],
        results: [{ rowId: first!.rowId, ...words }],
        journal: FIX,
      });
      assert.deepEqual(answer, {
        applied: [],
        stale: [
          { ...gone, why: 'row-gone' },
          { ...doubled, why: 'row-doubled' },
          { ...noColumn, why: 'column-gone' },
        ],
        missingRows: [first!.rowId],
      });
      assert.equal(await bench.harness.read(FIRST_ROW, COLUMN.sex), 'nu');
      assert.equal(await bench.harness.read(FIRST_ROW + PEOPLE.length, COLUMN.sex), 'nu');
      assert.deepEqual(await bench.harness.port.readJournal(), [], 'nothing was done, so nothing is journalled');
    });

    it('leaves a formula standing', async () => {
      const formula = '="Lê Minh "&"Châu"';
      const before = await bench.openBound({ formulas: [{ row: FIRST_ROW + 2, column: COLUMN.fullName, formula }] });
      const { rowId } = before[2]!;
      assert.equal(before[2]!.values.fullName, 'Lê Minh Châu');
      const cell = { rowId, field: 'fullName', before: 'Lê Minh Châu', after: 'LÊ MINH CHÂU' } as const;
      const answer = await bench.harness.port.apply({ cells: [cell], marks: [{ rowId, marks: '.E' }], journal: FIX });
      assert.deepEqual(answer, {
        applied: [],
        stale: [{ ...cell, why: 'formula', found: 'Lê Minh Châu' }],
        missingRows: [],
      });
      assert.equal(await bench.harness.formula(FIRST_ROW + 2, COLUMN.fullName), formula);
    });

    it('refuses a protected sheet with nothing written, the journal included', async () => {
      const [first] = await bench.openBound();
      await bench.harness.protect(true);
      const before = await bench.wholeSheet();
      await bench.refuses('sheet-protected', () =>
        bench.harness.port.apply({ ...bench.sexFix(first!), marks: [{ rowId: first!.rowId, marks: 'E' }] }),
      );
      assert.deepEqual(await bench.wholeSheet(), before);
      assert.deepEqual(await bench.harness.port.readJournal(), []);
    });

    it('overwrites results, and empties them', async () => {
      const [first, second] = await bench.openBound();
      const rowId = first!.rowId;
      await bench.harness.port.apply({ results: [{ rowId, verdict: 'Đang chờ', reason: 'r', nextStep: 'n' }] });
      await bench.harness.edit(FIRST_ROW, MADE.verdict, 'chữ của người dùng');
      await bench.harness.port.apply({ results: [{ rowId, verdict: 'Đã xác thực', reason: '', nextStep: '' }] });
      const after = await bench.rows();
      assert.deepEqual(after[0]!.results, { verdict: 'Đã xác thực', reason: '', nextStep: '' });
      assert.deepEqual(after[1]!.results, second!.results);
    });

    it('takes marks off without a trace', async () => {
      const before = await bench.openBound();
      const grid = await bench.wholeSheet();
      await bench.harness.port.apply({ marks: before.map(({ rowId }) => ({ rowId, marks: 'EQND.VW.' })) });
      assert.equal((await bench.rows())[2]!.marks, 'EQND.VW.');
      await bench.harness.port.apply({ marks: before.map(({ rowId }) => ({ rowId, marks: '' })) });
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(grid));
    });

    it('takes the marks off a row whose contents were deleted, and leaves its id', async () => {
      const [first] = await bench.openBound();
      await bench.harness.port.apply({ marks: [{ rowId: first!.rowId, marks: '.E......' }] });
      for (const column of Object.values(COLUMN)) await bench.harness.edit(FIRST_ROW, column, null);
      await bench.harness.port.apply({ marks: [] });
      assert.equal(await bench.harness.read(FIRST_ROW, MADE.marks), null);
      assert.equal(await bench.harness.read(FIRST_ROW, MADE.rowId), first!.rowId);
    });

    it('keeps text as text: leading zeros, dates, formula signs', async () => {
      const before = await bench.openBound();
      const cells = [
        { rowId: before[2]!.rowId, field: 'citizenId', before: 1315000103, after: '001315000103' },
        { rowId: before[0]!.rowId, field: 'birthDate', before: date(5, 6, 2016), after: '05/06/2016' },
        { rowId: before[1]!.rowId, field: 'fullName', before: 'Trần Văn Bình', after: '=1+1' },
      ] as const;
      await bench.harness.port.apply({ cells });
      await bench.reopen();
      await bench.bind();
      const after = await bench.rows();
      assert.equal(after[2]!.values.citizenId, '001315000103');
      assert.equal(after[0]!.values.birthDate, '05/06/2016');
      assert.equal(after[1]!.values.fullName, '=1+1');
      assert.equal(await bench.harness.numberFormat(FIRST_ROW + 2, COLUMN.citizenId), '@');
    });

    it('writes nothing once cancelled', async () => {
      const [first] = await bench.openBound();
      const grid = await bench.wholeSheet();
      const answer = await bench.harness.port.apply(bench.sexFix(first!), { signal: { aborted: true } });
      assert.deepEqual(answer.applied, []);
      assert.deepEqual(await bench.wholeSheet(), grid);
      assert.deepEqual(await bench.harness.port.readJournal(), []);
    });
  });
}
