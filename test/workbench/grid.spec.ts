import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeMarks, MARK } from '../../templates/marks.ts';
import { EditHistory } from '../../workbench/edit-history.ts';
import { gridColumns } from '../../workbench/grid-columns.ts';
import { gridRows, placeOfRow, rowAtPlace, SPARE_ROWS } from '../../workbench/grid-rows.ts';
import { sheetView } from '../../workbench/sheet-view.ts';
import { LAYOUT } from '../desk/desk-fixture.ts';
import { columnOf, HEADER_ROW, sheetFixture } from './sheet-fixture.ts';

const WRONG_DATE = encodeMarks(LAYOUT, new Map([['birthDate', MARK.error]]));

describe('workbench: the grid over a sheet', () => {
  it('finds every row again by its place, with and without a pinned header', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.option(fc.integer({ min: 1, max: 40 })), (row, header) => {
        fc.pre(row !== header);
        assert.equal(rowAtPlace(placeOfRow(row, header), header), row);
      }),
    );
  });

  it('reads cells from the sheet as they are now, header left out, spare rows below', () => {
    const { sheet } = sheetFixture(['', '']);
    const rows = gridRows(sheet, HEADER_ROW);
    assert.equal(rows.length, sheet.rowCount - 1 + SPARE_ROWS);
    assert.ok(!rows.some((row) => row.rowNumber === HEADER_ROW));
    const first = rows[placeOfRow(HEADER_ROW + 1, HEADER_ROW)];
    const name = columnOf('fullName');
    assert.equal(first?.[name], sheet.read(HEADER_ROW + 1, name));
    sheet.editCell(HEADER_ROW + 1, name, 'Trần Thị Mới');
    assert.equal(first?.[name], 'Trần Thị Mới');
  });

  it('shows the mark of a cell, and of its row after sorting', () => {
    const { sheet, report } = sheetFixture([WRONG_DATE, '']);
    const view = sheetView(sheet, report);
    const date = columnOf('birthDate');
    assert.equal(view.findMark(HEADER_ROW + 1, date), 'E');
    assert.equal(view.findMark(HEADER_ROW + 1, columnOf('fullName')), undefined);
    sheet.sortRows(HEADER_ROW + 1, HEADER_ROW + 2, columnOf('ordinal'), 'descending');
    assert.deepEqual([view.findMark(HEADER_ROW + 1, date), view.findMark(HEADER_ROW + 2, date)], [undefined, 'E']);
  });

  it('hides ids and marks, and keeps our columns in view beside the name', () => {
    const { sheet, report } = sheetFixture(['']);
    const columns = gridColumns(sheet, sheetView(sheet, report), 'vi');
    assert.ok(
      !columns.some((column) => column.prop === sheet.columnCount - 1 || column.prop === sheet.columnCount - 2),
    );
    const pinned = columns.filter((column) => column.pin === 'colPinStart').map((column) => column.prop);
    assert.equal(pinned.at(-1), columnOf('nextStep'));
  });

  it('freezes through the name when our columns had to be made at the far right', () => {
    const { sheet, report } = sheetFixture(['']);
    assert.ok(report.recognised);
    const columns = new Map(
      [...report.match.columns].filter(([id]) => !['verdict', 'reason', 'nextStep'].includes(id)),
    );
    for (let row = 1; row <= sheet.rowCount; row++) {
      for (const id of ['verdict', 'reason', 'nextStep'] as const) sheet.editCell(row, columnOf(id), null);
    }
    const view = sheetView(sheet, { ...report, match: { ...report.match, columns } });
    assert.equal(view.frozenThrough, columnOf('fullName'));
  });

  it('pins nothing on a sheet that is not recognised', () => {
    const { sheet } = sheetFixture(['']);
    const view = sheetView(sheet, { recognised: false, sheetName: sheet.name, why: 'no-header-found' });
    assert.deepEqual([view.headerRow, view.frozenThrough, view.findMark(4, 5)], [null, -1, undefined]);
  });
});

describe('workbench: undo of typing', () => {
  it('puts back what stood there, block by block', () => {
    const { sheet } = sheetFixture(['', '']);
    const history = new EditHistory();
    const name = columnOf('fullName');
    const before = [sheet.read(4, name), sheet.read(5, name)];
    history.edit(sheet, [
      { row: 4, column: name, value: 'A' },
      { row: 5, column: name, value: 'B' },
    ]);
    assert.ok(history.undo());
    assert.deepEqual([sheet.read(4, name), sheet.read(5, name)], before);
    assert.ok(!history.undo());
  });

  it('leaves a cell alone that something else wrote since', () => {
    const { sheet } = sheetFixture(['']);
    const history = new EditHistory();
    const name = columnOf('fullName');
    history.edit(sheet, [{ row: 4, column: name, value: ' Lê  An' }]);
    sheet.write([{ row: 4, column: name, value: 'Lê An' }]);
    history.undo();
    assert.equal(sheet.read(4, name), 'Lê An');
  });

  it('is empty after rows moved, since places say nothing then', () => {
    const { sheet } = sheetFixture(['', '']);
    const history = new EditHistory();
    history.edit(sheet, [{ row: 4, column: columnOf('fullName'), value: 'A' }]);
    history.forget();
    assert.ok(!history.undo());
  });
});
