import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { MemoryWorkbook } from '../../desk/memory-workbook.ts';
import type { CellValue } from '../../rules/cell.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { fixtureBytes } from './workbook-fixture.ts';

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('Ng', 'ễ', ' ', '&', '<', '>', '"', "'", '=', '0', 'ữ', '\n', '😀', '_'),
    maxLength: 12,
  }),
  fc.constantFrom('079319000123', 'Đặng Thị Thử', '=1+1', '  hai  ', '_x0041_', 'TRUE', 'a\tb'),
);
const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(
  (date): CellValue => ({
    kind: 'date',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
  day,
);
const grid = fc.array(fc.array(value, { maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** What a grid reads as: blank text is no cell, and no row ends in blanks. */
function normal(cells: readonly (readonly CellValue[])[]): CellValue[][] {
  const lines = cells.map((line) => {
    const made = line.map((cell) => (cell === '' ? null : cell));
    while (made.length > 0 && made.at(-1) === null) made.pop();
    return made;
  });
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

async function byExceljs(bytes: Uint8Array): Promise<(string | number | boolean | Date | null)[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const lines: (string | number | boolean | Date | null)[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row, number) => {
    const line: (string | number | boolean | Date | null)[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => line.push((cell.value as string) ?? null));
    lines[number - 1] = line;
  });
  return lines;
}

const plain = (cell: CellValue) =>
  typeof cell === 'object' && cell?.kind === 'date' ? new Date(Date.UTC(cell.year, cell.month - 1, cell.day)) : cell;

describe('reading and writing cells', () => {
  for (const date1904 of [false, true]) {
    it(`reads what exceljs wrote, as exceljs reads it (${date1904 ? 1904 : 1900} system)`, async () => {
      await fc.assert(
        fc.asyncProperty(grid, async (cells) => {
          // exceljs writes an escape-like text without escaping it, and every reader takes it for the escape.
          const sound = cells.map((line) => line.map((cell) => (cell === '_x0041_' ? 'A' : cell)));
          const bytes = await fixtureBytes({ sheets: [{ name: 'DS', cells: sound }], date1904 });
          const { sheets } = await readWorkbook(bytes);
          assert.deepEqual(sheets[0]!.cells, normal(sound));
          const oracle = (await byExceljs(bytes)).map((line) => line.map((cell) => (cell === '' ? null : cell)));
          sheets[0]!.cells.forEach((line, row) => {
            line.forEach((cell, column) => {
              assert.deepEqual(plain(cell), oracle[row]?.[column] ?? null);
            });
          });
        }),
        { numRuns: 15 },
      );
    });
  }

  it('writes any grid over any other so that both readers read the new one', async () => {
    await fc.assert(
      fc.asyncProperty(grid, grid, async (before, after) => {
        const port = await openFileSheet(await fixtureBytes({ sheets: [{ name: 'DS', cells: before }] }));
        const { activeSheet } = port.file.memory;
        const rows = Math.max(before.length, after.length);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < 5; column++) {
            const made = after[row]?.[column] ?? null;
            const format = typeof made === 'object' && made !== null ? 'dd/mm/yyyy' : 'General';
            activeSheet.write([{ row: row + 1, column, value: made, format }]);
          }
        }
        const saved = await port.file.toBytes();
        const { sheets } = await readWorkbook(saved);
        assert.deepEqual(sheets[0]!.cells, normal(after));
        const unchanged = new MemoryWorkbook(port.file.memory.toData());
        assert.deepEqual(normal(unchanged.activeSheet.toData().cells), normal(after));
        const oracle = await byExceljs(saved);
        sheets[0]!.cells.forEach((line, row) => {
          line.forEach((cell, column) => {
            if (typeof cell !== 'string') assert.deepEqual(plain(cell), oracle[row]?.[column] ?? null);
          });
        });
      }),
      { numRuns: 15 },
    );
  });
});
