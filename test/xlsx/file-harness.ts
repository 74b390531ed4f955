import type { FileSheetPort } from '../../xlsx/file-sheet-port.ts';
import { openFileSheet } from '../../xlsx/file-sheet-port.ts';
import type { HarnessWorkbook, SheetPortHarness } from '../desk/sheet-port-harness.ts';
import { fixtureBytes } from './workbook-fixture.ts';

/** A real .xlsx behind the port; the person's own edits happen in the open workbook. */
export async function fileHarness(made: HarnessWorkbook): Promise<SheetPortHarness> {
  const merges = Array.from({ length: made.mergedAreas ?? 0 }, (_, index) => `A${1 + index}:D${1 + index}`);
  const bytes = await fixtureBytes({
    sheets: [
      {
        name: made.sheetName,
        cells: made.cells,
        numberFormats: made.numberFormats ?? [],
        formulas: made.formulas ?? [],
        merges,
      },
    ],
    identity: made.identity ?? null,
    journal: made.journal ?? [],
  });
  return harnessOf(await openFileSheet(bytes));
}

function harnessOf(port: FileSheetPort): SheetPortHarness {
  const sheet = port.file.memory.activeSheet;
  const wholeRow = (row: number) => ({
    firstRow: row,
    lastRow: row,
    firstColumn: 0,
    lastColumn: sheet.columnCount - 1,
  });
  return {
    port,
    edit: async (row, column, value) => sheet.editCell(row, column, value),
    read: async (row, column) => sheet.read(row, column),
    numberFormat: async (row, column) => sheet.numberFormat(row, column),
    formula: async (row, column) => sheet.findFormula(row, column) ?? null,
    isHidden: async (column) => sheet.isHidden(column),
    sort: async (firstRow, lastRow, byColumn) => sheet.sortRows(firstRow, lastRow, byColumn),
    insertRow: async (before) => sheet.insertRow(before),
    deleteRow: async (row) => sheet.deleteRow(row),
    insertColumn: async (before) => sheet.insertColumn(before),
    deleteColumn: async (column) => sheet.deleteColumn(column),
    cutRow: async (from, to) => sheet.cutPaste(wholeRow(from), to, 0),
    copyRow: async (from, to) => sheet.copyPaste(wholeRow(from), to, 0),
    selectRows: async () => false,
    protect: async (on) => sheet.setProtected(on),
    // Through the file itself: `save` would refuse the fixtures that are nobody's workbook, which has a test of its own.
    saveAndReopen: async () => harnessOf(await openFileSheet(await port.file.toBytes())),
    requests: () => 0,
    close: async () => {},
  };
}
