import assert from 'node:assert/strict';
import { IDENTITY } from '../contract-sheet.ts';
import { type ContractBench, FIX } from './contract-bench.ts';

const CONFIRM = {
  id: 'confirm-1',
  at: '2026-11-22T08:10:00Z',
  kind: 'confirm',
  label: 'citizen-id.sex-disagrees',
  reason: '=giấy khai sinh ghi như vậy_x000D_',
  keys: ['0123456789abcdef', 'fedcba9876543210'],
} as const;

const WITHDRAW = { ...CONFIRM, id: 'withdraw-1', kind: 'withdraw', reason: '' } as const;

export function confirmationCases(bench: ContractBench): void {
  describe('confirmations', () => {
    it('are there after save and reopen, in order, and are no entries of the journal', async () => {
      const [first] = await bench.openBound({ identity: IDENTITY });
      const { port } = bench.harness;
      await port.appendConfirmation(CONFIRM);
      await port.apply(bench.sexFix(first!));
      await port.appendConfirmation(WITHDRAW);
      await bench.reopen();
      assert.deepEqual(await bench.harness.port.readConfirmations(), [CONFIRM, WITHDRAW]);
      const journal = await bench.harness.port.readJournal();
      assert.deepEqual(
        journal.map(({ id }) => id),
        [FIX.id],
      );
      assert.deepEqual((await bench.harness.port.survey()).identity, IDENTITY);
    });

    it('are kept in a workbook that had no `_sosach` sheet, and touch no cell', async () => {
      await bench.openBound({ identity: null });
      const before = await bench.wholeSheet();
      await bench.harness.port.appendConfirmation(CONFIRM);
      assert.deepEqual(await bench.wholeSheet(), before);
      await bench.reopen();
      assert.deepEqual(await bench.harness.port.readConfirmations(), [CONFIRM]);
      assert.deepEqual(await bench.harness.port.readJournal(), []);
    });

    it('may be longer than a cell takes', async () => {
      await bench.openBound();
      const keys = Array.from({ length: 8000 }, (_, index) => String(index).padStart(16, '0'));
      await bench.harness.port.appendConfirmation({ ...CONFIRM, keys });
      await bench.harness.port.appendConfirmation(WITHDRAW);
      await bench.reopen();
      assert.deepEqual(await bench.harness.port.readConfirmations(), [{ ...CONFIRM, keys }, WITHDRAW]);
    });
  });
}
