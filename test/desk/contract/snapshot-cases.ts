import assert from 'node:assert/strict';
import { COLUMN, contractGrid, FIRST_ROW, headerCells, MADE, PEOPLE } from '../contract-sheet.ts';
import type { ContractBench } from './contract-bench.ts';

export function snapshotCases(bench: ContractBench): void {
  describe('snapshot', () => {
    it('reads every field as it stands: text, numbers, dates, formula errors', async () => {
      const found = await bench.openBound();
      assert.deepEqual(
        found.map(({ rowNumber, values }) => [rowNumber, values]),
        PEOPLE.map((person, index) => [
          FIRST_ROW + index,
          {
            ordinal: person[COLUMN.ordinal],
            fullName: person[COLUMN.fullName],
            birthDate: person[COLUMN.birthDate],
            sex: person[COLUMN.sex],
            citizenId: person[COLUMN.citizenId],
          },
        ]),
      );
      assert.deepEqual(found[0]!.results, { verdict: '', reason: '', nextStep: '' });
      assert.equal(found[0]!.marks, '');
    });

    it('skips blank rows and repeated headers, and mints nothing for them', async () => {
      const [first, second] = PEOPLE;
      const lines = [[...first!], [], [' ', '', null], headerCells(), [...second!]];
      const found = await bench.openBound({ cells: contractGrid(lines) });
      assert.deepEqual(
        found.map((row) => row.rowNumber),
        [FIRST_ROW, FIRST_ROW + 4],
      );
      assert.equal(await bench.harness.read(FIRST_ROW + 1, MADE.rowId), null);
      assert.equal(await bench.harness.read(FIRST_ROW + 3, MADE.rowId), null);
    });

    it('holds what it read: later typing does not reach it', async () => {
      const found = await bench.openBound();
      await bench.harness.edit(FIRST_ROW, COLUMN.fullName, 'Đặng Thu Em');
      assert.equal(found[0]!.values.fullName, 'Nguyễn Thị An');
      assert.equal((await bench.rows())[0]!.values.fullName, 'Đặng Thu Em');
    });
  });
}
