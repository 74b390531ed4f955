import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_BLOCK_CELLS, MAX_REQUEST_BYTES, MAX_REQUEST_CELLS, packRequests } from '../../../addin/excel/payload.ts';
import { toBlocks, type WriteBlock } from '../../../addin/excel/write-blocks.ts';
import type { CellWrite } from '../../../desk/plan-patch.ts';

/** What blocks do to a sheet: cells by `row,column`, with value and format where one is set. */
function applied(blocks: readonly WriteBlock[]): Map<string, { value: unknown; format: unknown }> {
  const cells = new Map<string, { value: unknown; format: unknown }>();
  for (const block of blocks) {
    block.values.forEach((line, down) => {
      line.forEach((value, right) => {
        if (value === null) return;
        const key = `${block.firstRow + down},${block.firstColumn + right}`;
        assert.ok(!cells.has(key), `${key} is written twice`);
        const format = Array.isArray(block.formats) ? block.formats[down]?.[right] : block.formats;
        cells.set(key, { value, format: format ?? undefined });
      });
    });
  }
  return cells;
}

describe('write blocks', () => {
  const writes = fc.uniqueArray(
    fc.record({
      row: fc.integer({ min: 1, max: 400 }),
      column: fc.integer({ min: 0, max: 5 }),
      value: fc.oneof(fc.constantFrom('Nữ', '0012', '=1', ''), fc.integer(), fc.boolean()),
      format: fc.option(fc.constantFrom('@', 'dd/mm/yyyy'), { nil: undefined }),
    }),
    { selector: ({ row, column }) => `${row},${column}`, maxLength: 200 },
  );
  const asWrites = (
    made: { row: number; column: number; value: string | number | boolean; format: string | undefined }[],
  ) => made.map(({ format, ...rest }): CellWrite => (format === undefined ? rest : { ...rest, format }));

  it('write each given cell once and no other', () => {
    fc.assert(
      fc.property(writes, (made) => {
        const cells = applied(toBlocks(asWrites(made)));
        assert.equal(cells.size, made.length);
        for (const { row, column, value, format } of made) {
          const cell = cells.get(`${row},${column}`);
          assert.equal(cell?.format, format);
          assert.equal(String(cell?.value).replace(/^'/, ''), String(value));
        }
      }),
    );
  });

  it('keep text as text in a cell that gets another format', () => {
    const [block] = toBlocks([{ row: 4, column: 2, value: '0012', format: 'General' }]);
    assert.deepEqual(block?.values, [["'0012"]]);
    const [own] = toBlocks([{ row: 4, column: 2, value: '0012' }], true);
    assert.deepEqual([own?.values, own?.formats], [[['0012']], '@']);
  });

  it('stay small enough that Excel tells one event each', () => {
    const column = Array.from({ length: 5000 }, (_, row): CellWrite => ({ row: row + 1, column: 0, value: 'E' }));
    const three = column.flatMap((write) => [write, { ...write, column: 1 }, { ...write, column: 2 }]);
    for (const blocks of [toBlocks(column), toBlocks(three)]) {
      assert.ok(blocks.every((block) => block.cells <= MAX_BLOCK_CELLS));
    }
    assert.equal(toBlocks(column).length, 4);
    assert.equal(toBlocks(three).length, 10);
  });

  it('begin anew where the gap is wide', () => {
    const at = (row: number): CellWrite => ({ row, column: 0, value: 'E' });
    assert.equal(toBlocks([at(1), at(90)]).length, 1);
    assert.equal(toBlocks([at(1), at(900)]).length, 2);
  });
});

describe('requests', () => {
  it('are filled up to both limits, in order, with nothing lost', () => {
    const sizes = fc.array(
      fc.record({ bytes: fc.integer({ min: 0, max: 1_500_000 }), cells: fc.integer({ min: 0, max: 25_000 }) }),
    );
    fc.assert(
      fc.property(sizes, (pieces) => {
        const requests = packRequests(pieces, (piece) => piece);
        assert.deepEqual(requests.flat(), pieces);
        requests.forEach((request, index) => {
          assert.ok(request.length > 0);
          const sum = (of: 'bytes' | 'cells', more: readonly { bytes: number; cells: number }[] = []) =>
            [...request, ...more].reduce((total, piece) => total + piece[of], 0);
          if (request.length > 1) {
            assert.ok(sum('bytes') <= MAX_REQUEST_BYTES);
            assert.ok(sum('cells') <= MAX_REQUEST_CELLS);
          }
          const next = requests[index + 1]?.slice(0, 1);
          if (next) assert.ok(sum('bytes', next) > MAX_REQUEST_BYTES || sum('cells', next) > MAX_REQUEST_CELLS);
        });
      }),
    );
  });
});
