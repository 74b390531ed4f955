import assert from 'node:assert/strict';
import { MemorySheet, type SheetChange } from '../../desk/memory-sheet.ts';
import type { CellValue } from '../../rules/cell.ts';

describe('memory sheet', () => {
  const sheetOf = (cells: CellValue[][]) => new MemorySheet({ name: 'S', cells });
  const column = (sheet: MemorySheet, at: number) =>
    Array.from({ length: sheet.rowCount }, (_, index) => sheet.read(index + 1, at));

  it('sorts as Excel does: numbers and dates, text, truth values, errors, blanks last either way', () => {
    const date = { kind: 'date', year: 1900, month: 1, day: 5 } as const;
    const error = { kind: 'error', code: '#N/A' } as const;
    const sheet = sheetOf([[null], ['Đào'], [error], [true], [9], [date], ['Bình'], ['đào 2'], ['']]);
    sheet.sortRows(1, 9, 0);
    assert.deepEqual(column(sheet, 0), [date, 9, 'Bình', 'Đào', 'đào 2', true, error, null, null]);
    sheet.sortRows(1, 9, 0, 'descending');
    assert.deepEqual(column(sheet, 0).slice(0, 4), [error, true, 'đào 2', 'Đào']);
    assert.equal(column(sheet, 0).at(-1), null);
  });

  it('moves formats and formulas with their rows and columns', () => {
    const sheet = new MemorySheet({
      name: 'S',
      cells: [
        ['b', 2],
        ['a', 1],
      ],
      numberFormats: new Map([[1, new Map([[1, '0.0']])]]),
      formulas: new Map([[2, new Map([[1, '=2-1']])]]),
      hiddenColumns: [1],
    });
    sheet.sortRows(1, 2, 0);
    assert.equal(sheet.numberFormat(2, 1), '0.0');
    assert.equal(sheet.findFormula(1, 1), '=2-1');
    sheet.insertRow(1);
    assert.equal(sheet.numberFormat(3, 1), '0.0');
    assert.equal(sheet.findFormula(2, 1), '=2-1');
    sheet.insertColumn(1);
    assert.equal(sheet.numberFormat(3, 2), '0.0');
    assert.deepEqual([sheet.isHidden(1), sheet.isHidden(2)], [false, true]);
    assert.equal(sheet.read(3, 2), 2);
    sheet.deleteColumn(0);
    assert.equal(sheet.findFormula(2, 1), '=2-1');
    sheet.deleteRow(1);
    assert.equal(sheet.findFormula(1, 1), '=2-1');
    sheet.editCell(1, 1, 7);
    assert.equal(sheet.findFormula(1, 1), undefined, 'typing replaces a formula');
  });

  it('cuts and pastes with format and formula, and leaves the source blank', () => {
    const sheet = new MemorySheet({
      name: 'S',
      cells: [['x', 5]],
      numberFormats: new Map([[1, new Map([[1, '0.0']])]]),
      formulas: new Map([[1, new Map([[1, '=2+3']])]]),
    });
    sheet.cutPaste({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }, 4, 2);
    assert.deepEqual([sheet.read(1, 0), sheet.read(1, 1)], [null, null]);
    assert.deepEqual([sheet.read(4, 2), sheet.read(4, 3)], ['x', 5]);
    assert.equal(sheet.findFormula(4, 3), '=2+3');
    assert.equal(sheet.numberFormat(4, 3), '0.0');
  });

  it('pastes over itself where source and target overlap', () => {
    const sheet = sheetOf([['a'], ['b'], ['c'], ['d']]);
    sheet.cutPaste({ firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 0 }, 2, 0);
    assert.deepEqual(column(sheet, 0), [null, 'a', 'b', 'c']);
  });

  it('keeps merged areas where their cells are', () => {
    const sheet = new MemorySheet({
      name: 'S',
      cells: [['t'], ['h'], ['a']],
      mergedAreas: [{ firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 1 }],
    });
    sheet.insertRow(3);
    assert.deepEqual(sheet.mergedAreas, [{ firstRow: 2, lastRow: 4, firstColumn: 0, lastColumn: 1 }]);
    sheet.deleteRow(1);
    sheet.insertColumn(0);
    assert.deepEqual(sheet.mergedAreas, [{ firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 2 }]);
    for (let times = 0; times < 3; times++) sheet.deleteRow(1);
    assert.deepEqual(sheet.mergedAreas, []);
  });

  it('tells its listeners what changed and by whom, until they stop', () => {
    const sheet = sheetOf([['a', 'b']]);
    const heard: SheetChange[] = [];
    const stop = sheet.listen((change) => heard.push(change));
    sheet.editCells(2, 1, [['x'], ['y']]);
    sheet.write([
      { row: 1, column: 0, value: 'p' },
      { row: 5, column: 3, value: 'q' },
    ]);
    sheet.editCell(1, 0, 'r', 'remote');
    stop();
    sheet.editCell(1, 0, 's');
    assert.deepEqual(heard, [
      { kind: 'cells', by: 'person', firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 },
      { kind: 'cells', by: 'program', firstRow: 1, lastRow: 5, firstColumn: 0, lastColumn: 3 },
      { kind: 'cells', by: 'remote', firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 },
    ]);
  });

  it('refuses every edit while protected, a person’s and the program’s', () => {
    const sheet = sheetOf([['a'], ['b']]);
    sheet.setProtected(true);
    const area = { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 };
    for (const edit of [
      () => sheet.editCell(1, 0, 'x'),
      () => sheet.sortRows(1, 2, 0),
      () => sheet.insertRow(1),
      () => sheet.deleteRow(1),
      () => sheet.insertColumn(0),
      () => sheet.deleteColumn(0),
      () => sheet.cutPaste(area, 2, 0),
      () => sheet.copyPaste(area, 2, 0),
      () => sheet.hideColumn(0),
      () => sheet.write([{ row: 1, column: 0, value: 'x' }]),
    ]) {
      assert.throws(edit, { name: 'SheetError', code: 'sheet-protected' });
    }
    assert.deepEqual(column(sheet, 0), ['a', 'b']);
  });

  it('hands out copies that no later edit reaches', () => {
    const sheet = sheetOf([['a']]);
    const data = sheet.toData();
    sheet.editCell(1, 0, 'b');
    assert.deepEqual(data.cells, [['a']]);
    assert.deepEqual(new MemorySheet(sheet.toData()).toData(), sheet.toData());
  });
});
