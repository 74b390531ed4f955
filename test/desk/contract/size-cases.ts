import assert from 'node:assert/strict';
import type { CellValue } from '../../../rules/cell.ts';
import { contractGrid } from '../contract-sheet.ts';
import { type ContractBench, FIX } from './contract-bench.ts';

export function sizeCases(bench: ContractBench): void {
  describe('size', () => {
    const many = (count: number): CellValue[][] =>
      Array.from({ length: count }, (_, index) => [
        index + 1,
        `Nguyễn Văn Thử ${index}`,
        `${String((index % 28) + 1).padStart(2, '0')}/03/2016`,
        index % 2 === 0 ? 'nu' : 'Nam',
        `001216000${String(index % 1000).padStart(3, '0')}`,
      ]);

    async function applyToAll(count: number): Promise<number> {
      const before = await bench.openBound({ cells: contractGrid(many(count)) });
      const start = bench.harness.requests();
      const answer = await bench.harness.port.apply({
        cells: before.flatMap(({ rowId, values }) =>
          values.sex === 'nu' ? [{ rowId, field: 'sex' as const, before: 'nu', after: 'Nữ' }] : [],
        ),
        results: before.map(({ rowId }) => ({
          rowId,
          verdict: 'Đã xác thực',
          reason: 'Khớp: số, họ tên, ngày sinh',
          nextStep: '',
        })),
        marks: before.map(({ rowId, values }) => ({ rowId, marks: `..V....${values.sex === 'nu' ? 'E' : '.'}` })),
        journal: FIX,
      });
      const used = bench.harness.requests() - start;
      assert.equal(answer.applied.length, Math.ceil(count / 2));
      assert.deepEqual([answer.stale, answer.missingRows], [[], []]);
      return used;
    }

    it('needs no more requests for 200 rows than for 20', async () => {
      const few = await applyToAll(20);
      await bench.close();
      assert.equal(await applyToAll(200), few);
    });

    it('takes 20,000 rows in few requests', async () => {
      const used = await applyToAll(20_000);
      assert.ok(used <= 40, `${used} requests`);
      const after = await bench.rows();
      assert.equal(after.length, 20_000);
      assert.ok(after.every((row) => row.values.sex !== 'nu' && row.results.verdict === 'Đã xác thực'));
      assert.ok(after.every((row) => row.marks.startsWith('..V....')));
      const [entry] = await bench.harness.port.readJournal();
      assert.equal(entry!.cells.length, 10_000);
    });
  });
}
