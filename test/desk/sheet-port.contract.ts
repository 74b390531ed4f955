import { applyCases } from './contract/apply-cases.ts';
import { bindCases } from './contract/bind-cases.ts';
import { confirmationCases } from './contract/confirmation-cases.ts';
import { ContractBench } from './contract/contract-bench.ts';
import { journalCases } from './contract/journal-cases.ts';
import { partsCases } from './contract/parts-cases.ts';
import { rowIdCases } from './contract/row-id-cases.ts';
import { sizeCases } from './contract/size-cases.ts';
import { snapshotCases } from './contract/snapshot-cases.ts';
import { surveyCases } from './contract/survey-cases.ts';
import { watchCases } from './contract/watch-cases.ts';
import type { MakeHarness } from './sheet-port-harness.ts';

/** What every adapter of `SheetPort` keeps: run it from a spec file of the adapter's own. */
export function sheetPortContract(name: string, makeHarness: MakeHarness): void {
  describe(`sheet port contract: ${name}`, () => {
    const bench = new ContractBench(makeHarness);
    beforeEach(() => bench.reset());
    afterEach(() => bench.close());

    surveyCases(bench);
    bindCases(bench);
    rowIdCases(bench);
    snapshotCases(bench);
    applyCases(bench);
    journalCases(bench);
    confirmationCases(bench);
    partsCases(bench);
    watchCases(bench);
    sizeCases(bench);
  });
}
