import { MemorySheetPort } from '../../desk/memory-sheet-port.ts';
import { MemoryWorkbook } from '../../desk/memory-workbook.ts';
import type { HarnessWorkbook, SheetPortHarness } from './sheet-port-harness.ts';

export async function memoryHarness(made: HarnessWorkbook): Promise<SheetPortHarness> {
  const byRow = <E extends { readonly row: number; readonly column: number }>(
    entries: readonly E[] = [],
    text: (entry: E) => string,
  ) => {
    const rows = new Map<number, Map<number, string>>();
    for (const entry of entries) {
      rows.set(entry.row, (rows.get(entry.row) ?? new Map<number, string>()).set(entry.column, text(entry)));
    }
    return rows;
  };
  const numberFormats = byRow(made.numberFormats, (entry) => entry.format);
  const formulas = byRow(made.formulas, (entry) => entry.formula);
  const mergedAreas = Array.from({ length: made.mergedAreas ?? 0 }, (_, index) => ({
    firstRow: 1 + index,
    lastRow: 1 + index,
    firstColumn: 0,
    lastColumn: 3,
  }));
  return harnessOf(
    new MemoryWorkbook({
      sheets: [{ name: made.sheetName, cells: made.cells, numberFormats, formulas, mergedAreas }],
      identity: made.identity ?? null,
      journal: made.journal ?? [],
    }),
  );
}

function harnessOf(workbook: MemoryWorkbook): SheetPortHarness {
  const sheet = workbook.activeSheet;
  const wholeRow = (row: number) => ({
    firstRow: row,
    lastRow: row,
    firstColumn: 0,
    lastColumn: sheet.columnCount - 1,
  });
  let selection: { firstRow: number; lastRow: number } | undefined;
  return {
    port: new MemorySheetPort(workbook, { findSelection: async () => selection }),
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
    selectRows: async (firstRow, lastRow) => {
      selection = { firstRow, lastRow };
      return true;
    },
    protect: async (on) => sheet.setProtected(on),
    saveAndReopen: async () => harnessOf(new MemoryWorkbook(structuredClone(workbook.toData()))),
    requests: () => 0,
    close: async () => {},
  };
}
