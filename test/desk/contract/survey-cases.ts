import assert from 'node:assert/strict';
import { contractGrid, IDENTITY, SHEET_NAME } from '../contract-sheet.ts';
import { type ContractBench, trimmed } from './contract-bench.ts';

export function surveyCases(bench: ContractBench): void {
  describe('survey', () => {
    it('hands over the raw grid of a sheet that was never bound, and writes nothing', async () => {
      await bench.open();
      const survey = await bench.harness.port.survey();
      assert.equal(survey.sheetName, SHEET_NAME);
      assert.equal(survey.identity, null);
      assert.equal(survey.protected, false);
      assert.equal(survey.mergedAreas, 0);
      assert.deepEqual(trimmed(survey.grid), trimmed(contractGrid()));
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(contractGrid()));
    });

    it('reads the identity, protection and merged areas', async () => {
      await bench.open({ identity: IDENTITY, mergedAreas: 2 });
      await bench.harness.protect(true);
      const survey = await bench.harness.port.survey();
      assert.deepEqual(survey.identity, IDENTITY);
      assert.equal(survey.protected, true);
      assert.equal(survey.mergedAreas, 2);
    });

    it('answers with an empty grid for an empty sheet', async () => {
      await bench.open({ cells: [] });
      assert.deepEqual(trimmed((await bench.harness.port.survey()).grid), []);
    });
  });
}
