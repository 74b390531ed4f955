import type { Workbook, WorkbookView, Worksheet } from 'exceljs';
import { GENERAL_FORMAT } from '../desk/cell-format.ts';
import type { MemorySheetData } from '../desk/memory-sheet.ts';
import type { CellValue } from '../rules/cell.ts';
import { IDENTITY_SHEET, type WorkbookIdentity } from '../templates/workbook-identity.ts';
import { findFormula, readCell } from './cell-conversion.ts';
import { isProtected, mergedAreas } from './exceljs-internals.ts';
import { readIdentity, readJournalRows } from './identity-sheet.ts';
import { loadWorkbook } from './load-workbook.ts';

export interface ReadSheet extends MemorySheetData {
  /** Hidden from the person, as our lists are. */
  readonly hidden: boolean;
}

/** A workbook file as plain data. `_sosach` is no sheet in it. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly identity: WorkbookIdentity | null;
  /** Rows of `_sosach` from `JOURNAL_FIRST_ROW` down. */
  readonly journal: readonly (readonly string[])[];
  /** The sheet that was in front when the file was saved. */
  readonly activeSheet: string | undefined;
  /** It counts days from 1904. */
  readonly date1904: boolean;
}

/**
 * Reads any .xlsx: dates of both date systems resolved to days, rich text and links flattened to text, formulas as what they
 * last came to. Throws SheetError `unreadable` (see `loadWorkbook`).
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  return readSheets(await loadWorkbook(bytes, { valuesOnly: true }));
}

/** The same of a workbook that is loaded already. */
export function readSheets(workbook: Workbook): ReadWorkbook {
  const sheets = workbook.worksheets.filter((sheet) => sheet.name !== IDENTITY_SHEET).map(readSheet);
  // Typed as present, yet absent in a workbook whose file names no view.
  const views = workbook.views as readonly WorkbookView[] | undefined;
  const front = workbook.worksheets[views?.[0]?.activeTab ?? 0]?.name;
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return {
    sheets,
    identity: readIdentity(workbook),
    journal: readJournalRows(workbook),
    date1904: workbook.properties.date1904 ?? false,
    activeSheet: (shown.find((sheet) => sheet.name === front) ?? shown[0])?.name,
  };
}

function readSheet(sheet: Worksheet): ReadSheet {
  const columnFormats = new Map<number, string>();
  const hiddenColumns: number[] = [];
  for (let column = 1; column <= sheet.columnCount; column++) {
    const { numFmt, hidden } = sheet.getColumn(column);
    if (numFmt) columnFormats.set(column - 1, numFmt);
    if (hidden) hiddenColumns.push(column - 1);
  }
  const { cells, numberFormats, formulas } = readRows(sheet, columnFormats);
  return {
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    cells,
    columnFormats,
    numberFormats,
    formulas,
    hiddenColumns,
    protected: isProtected(sheet),
    mergedAreas: mergedAreas(sheet),
  };
}

type ByCell = Map<number, Map<number, string>>;

function readRows(sheet: Worksheet, columnFormats: ReadonlyMap<number, string>) {
  const cells: CellValue[][] = [];
  const numberFormats: ByCell = new Map();
  const formulas: ByCell = new Map();
  for (let rowNumber = 1; rowNumber <= sheet.rowCount; rowNumber++) {
    const row = sheet.findRow(rowNumber);
    const line: CellValue[] = [];
    // `findRow` and `findCell` look; `getRow` and `getCell` would make what they do not find, and saving would write it.
    for (let column = 1; row && column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      const value = cell ? readCell(cell) : null;
      if (cell) {
        const format = cell.numFmt ?? GENERAL_FORMAT;
        if (format !== (columnFormats.get(column - 1) ?? GENERAL_FORMAT)) put(numberFormats, rowNumber, column, format);
        const formula = findFormula(cell);
        if (formula !== undefined) put(formulas, rowNumber, column, formula);
      }
      if (value === null || value === '') continue;
      while (line.length < column - 1) line.push(null);
      line.push(value);
    }
    cells.push(line);
  }
  while (cells.at(-1)?.length === 0) cells.pop();
  return { cells, numberFormats, formulas };
}

function put(cells: ByCell, row: number, column: number, text: string): void {
  const line = cells.get(row) ?? new Map<number, string>();
  line.set(column - 1, text);
  cells.set(row, line);
}
