import assert from 'node:assert/strict';
import type { SheetPatch, SheetRow } from '../../../desk/sheet-port.ts';
import type { CellValue } from '../../../rules/cell.ts';
import { date } from '../contract-sheet.ts';
import { type ContractBench, FIX, trimmed, UNDO } from './contract-bench.ts';

/** A name in three columns, the middle name far from the others, and a date in three: numbers here, text there. */
const HEADERS = ['STT', 'Họ', 'Tên', 'Ngày', 'Tháng', 'Năm', 'Giới tính', 'Tên đệm'];
const PEOPLE: readonly (readonly CellValue[])[] = [
  [1, 'nguyễn', 'an', 5, 6, 2016, 'Nữ', 'thị'],
  [2, 'Trần', 'Bình', '05', '25', '2016', 'Nam', 'Văn'],
  [3, 'Lê', 'Châu', null, null, 2015, 'Nữ', null],
];
const HEADER_ROW = 1;
const FIRST_ROW = 2;
const AT = { family: 1, given: 2, day: 3, month: 4, year: 5, sex: 6, middle: 7 } as const;

export function partsCases(bench: ContractBench): void {
  describe('a field in several columns', () => {
    const open = (formulas: readonly { row: number; column: number; formula: string }[] = []) =>
      bench.openBound({ cells: [HEADERS, ...PEOPLE].map((line) => [...line]), formulas });
    const nameFix = (row: SheetRow, after: string): SheetPatch => ({
      cells: [{ rowId: row.rowId, field: 'fullName', before: row.values.fullName ?? null, after }],
      journal: FIX,
    });
    const undo = async () => {
      const [entry] = await bench.harness.port.readJournal();
      const cells = entry!.cells.map(({ rowId, field, before, after }) => ({
        rowId,
        field,
        before: after,
        after: before,
      }));
      return bench.harness.port.apply({ cells, journal: UNDO });
    };
    const line = async (row: number) => Promise.all(Object.values(AT).map((column) => bench.harness.read(row, column)));

    it('reads as one value', async () => {
      const rows = await open();
      assert.deepEqual(
        rows.map((row) => [row.values.fullName, row.values.birthDate]),
        [
          ['nguyễn thị an', '05/06/2016'],
          ['Trần Văn Bình', '05/25/2016'],
          ['Lê Châu', '2015'],
        ],
      );
    });

    it('is written into its parts, and into no part that reads the same already', async () => {
      const [first, second] = await open();
      const date = { rowId: second!.rowId, field: 'birthDate', before: '05/25/2016', after: '25/05/2016' } as const;
      const patch = { ...nameFix(first!, 'Nguyễn Thị An'), journal: FIX };
      const answer = await bench.harness.port.apply({ ...patch, cells: [...patch.cells!, date] });
      assert.deepEqual(answer, { applied: [...patch.cells!, date], stale: [], missingRows: [] });
      assert.deepEqual(await line(FIRST_ROW), ['Nguyễn', 'An', 5, 6, 2016, 'Nữ', 'Thị']);
      assert.deepEqual(await line(FIRST_ROW + 1), ['Trần', 'Bình', '25', '05', '2016', 'Nam', 'Văn']);
      assert.equal((await bench.rows())[1]!.values.birthDate, '25/05/2016');
    });

    it('comes back part by part, after save and reopen too', async () => {
      const before = await open();
      const grid = await bench.wholeSheet();
      const dates = [
        { rowId: before[0]!.rowId, field: 'birthDate', before: '05/06/2016', after: '06/05/2016' },
        { rowId: before[2]!.rowId, field: 'birthDate', before: '2015', after: '12/03/2015' },
      ] as const;
      const patch = nameFix(before[0]!, 'Nguyễn An');
      await bench.harness.port.apply({ ...patch, cells: [...patch.cells!, ...dates] });
      assert.deepEqual(await line(FIRST_ROW), ['Nguyễn', 'An', 6, 5, 2016, 'Nữ', null]);
      await bench.reopen();
      await bench.bind();
      assert.deepEqual((await undo()).stale, []);
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(grid));
      assert.equal(await bench.harness.numberFormat(FIRST_ROW + 2, AT.day), 'General');
    });

    it('is stale when one part changed, holds a formula, or was changed after the fix', async () => {
      const [first, second, third] = await open([{ row: FIRST_ROW + 1, column: AT.given, formula: '="Bì"&"nh"' }]);
      await bench.harness.edit(FIRST_ROW, AT.middle, 'văn');
      const changed = nameFix(first!, 'Nguyễn Thị An').cells![0]!;
      const formula = nameFix(second!, 'Trần Văn Bính').cells![0]!;
      const fits = nameFix(third!, 'Lê Chấu').cells![0]!;
      const answer = await bench.harness.port.apply({ cells: [changed, formula, fits], journal: FIX });
      assert.deepEqual(answer.applied, [fits]);
      assert.deepEqual(answer.stale, [
        { ...changed, why: 'changed', found: 'nguyễn văn an' },
        { ...formula, why: 'formula', found: 'Trần Văn Bình' },
      ]);
      assert.deepEqual(await line(FIRST_ROW + 1), ['Trần', 'Bình', '05', '25', '2016', 'Nam', 'Văn']);
      await bench.harness.edit(FIRST_ROW + 2, AT.family, 'Lê Chấu');
      await bench.harness.edit(FIRST_ROW + 2, AT.given, null);
      assert.deepEqual(
        (await undo()).stale.map((cell) => cell.why),
        ['changed'],
        'it reads the same, but in other cells',
      );
    });

    it('needs every one of its columns where it was bound', async () => {
      await open();
      await bench.harness.edit(HEADER_ROW, AT.middle, 'Biệt danh');
      await bench.refuses('not-bound', () => bench.harness.port.snapshot());
    });
  });

  describe('a sex, or a birth date, in the column of boys or that of girls', () => {
    const marked: readonly (readonly CellValue[])[] = [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Nam', 'Nữ'],
      [1, 'Nguyễn Văn An', '5-9-2016', 'X', null],
      [2, 'Trần Thị Bình', '12/03/2016', null, 'x'],
      [3, 'Lê Châu', '01/01/2016', 1, 0],
      [4, 'Phạm Dung', '02/01/2016', null, null],
      [5, 'Vũ Giang', '03/01/2016', 'x', 'x'],
    ];
    const born: readonly (readonly CellValue[])[] = [
      ['STT', 'Họ và tên', 'Nam sinh', 'Nữ sinh', 'Ghi chú'],
      [1, 'Nguyễn Văn An', '5-9-2016', null, null],
      [2, 'Trần Thị Bình', null, date(12, 3, 2016), null],
      [3, 'Lê Châu', '01/01/2016', '02/01/2016', null],
      [4, 'Phạm Dung', null, null, null],
    ];
    const open = (cells: readonly (readonly CellValue[])[]) =>
      bench.openBound({ cells: cells.map((line) => [...line]) });
    const undo = async () => {
      const entry = (await bench.harness.port.readJournal()).at(-1)!;
      const cells = entry.cells.map(({ rowId, field, before, after }) => ({
        rowId,
        field,
        before: after,
        after: before,
      }));
      return bench.harness.port.apply({ cells, journal: UNDO });
    };

    it('is read by the column that is filled', async () => {
      assert.deepEqual(
        (await open(marked)).map((row) => row.values.sex),
        ['Nam', 'Nữ', 'Nam', null, 'Nam/Nữ'],
      );
      assert.deepEqual(
        (await open(born)).map((row) => [row.values.sex, row.values.birthDate]),
        [
          ['Nam', '5-9-2016'],
          ['Nữ', date(12, 3, 2016)],
          ['Nam/Nữ', '01/01/2016 + 02/01/2016'],
          [null, null],
        ],
      );
    });

    it('takes its mark over into the other column, and back again', async () => {
      const rows = await open(marked);
      const grid = await bench.wholeSheet();
      const cells = [
        { rowId: rows[0]!.rowId, field: 'sex', before: 'Nam', after: 'Nữ' },
        { rowId: rows[2]!.rowId, field: 'sex', before: 'Nam', after: 'Nữ' },
        { rowId: rows[3]!.rowId, field: 'sex', before: null, after: 'Nữ' },
        { rowId: rows[4]!.rowId, field: 'sex', before: 'Nam/Nữ', after: 'Nam' },
      ] as const;
      assert.deepEqual((await bench.harness.port.apply({ cells, journal: FIX })).stale, []);
      const both = async (row: number) => [await bench.harness.read(row, 3), await bench.harness.read(row, 4)];
      assert.deepEqual(await both(2), [null, 'X']);
      assert.deepEqual(await both(4), [0, 1]);
      assert.deepEqual(await both(5), [null, 'x']);
      assert.deepEqual(await both(6), ['x', null]);
      await bench.reopen();
      await bench.bind();
      assert.deepEqual((await undo()).stale, []);
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(grid));
    });

    it('is mended where the date stands; the sex takes the date along, each in a step of its own', async () => {
      const rows = await open(born);
      const grid = await bench.wholeSheet();
      const written = { rowId: rows[0]!.rowId, field: 'birthDate', before: '5-9-2016', after: '05/09/2016' } as const;
      const moved = { rowId: rows[0]!.rowId, field: 'sex', before: 'Nam', after: 'Nữ' } as const;
      const other = { rowId: rows[1]!.rowId, field: 'sex', before: 'Nữ', after: 'Nam' } as const;
      const answer = await bench.harness.port.apply({ cells: [written, moved, other], journal: FIX });
      assert.deepEqual(answer.applied, [written, other]);
      assert.deepEqual(
        answer.stale.map(({ field, why }) => [field, why]),
        [['sex', 'changed']],
        'both lie in one cell',
      );
      assert.deepEqual([await bench.harness.read(2, 2), await bench.harness.read(2, 3)], ['05/09/2016', null]);
      assert.deepEqual([await bench.harness.read(3, 2), await bench.harness.read(3, 3)], [date(12, 3, 2016), null]);
      assert.deepEqual((await undo()).stale, []);
      assert.deepEqual(trimmed(await bench.wholeSheet()), trimmed(grid));
      assert.equal(await bench.harness.numberFormat(3, 2), 'General');
    });
  });
}
