import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { GENERAL_FORMAT } from '../../desk/cell-format.ts';
import { OfflineError } from '../../desk/http-transport.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook } from './foreign-workbook.ts';

/** Values and number formats; no formulas, styles, texts as displayed, properties. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  nodim: true,
};

/** Errors by the byte that stands for them (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
const STATES = ['visible', 'hidden', 'veryHidden'] as const;

/**
 * Reads what SheetJS reads. Callers have looked the bytes through for what would hold it up.
 * @param fixText what a text of the file has to go through
 * @throws SheetError `unreadable`, damaged; OfflineError when the library cannot be fetched
 */
export async function readBySheetJs(
  contents: Uint8Array | string,
  fixText = (text: string) => text,
): Promise<ForeignWorkbook> {
  const { read } = await import('@e965/xlsx').catch((cause: unknown) => {
    throw new OfflineError('the library for .xls could not be fetched', { cause });
  });
  let workbook: WorkBook;
  try {
    workbook = read(contents, { ...OPTIONS, type: typeof contents === 'string' ? 'string' : 'buffer' });
  } catch (cause) {
    throw new SheetError('unreadable', 'damaged', { cause });
  }
  return {
    sheets: workbook.SheetNames.flatMap((name, index) => {
      const sheet = workbook.Sheets[name];
      const hidden = Number(workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0);
      return sheet && isWorksheet(sheet)
        ? [foreignSheet(fixText(name), STATES[hidden] ?? 'hidden', sheet, fixText)]
        : [];
    }),
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
  };
}

/** Charts and macro sheets hold no list. */
function isWorksheet(sheet: WorkSheet): boolean {
  return sheet['!type'] === undefined || sheet['!type'] === 'sheet';
}

function foreignSheet(
  name: string,
  state: ForeignSheet['state'],
  sheet: WorkSheet,
  fixText: (text: string) => string,
): ForeignSheet {
  const mergedAreas = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
    lastColumn: e.c,
  }));
  return { name, state, rows: rowsOf(sheet['!data'] ?? [], fixText), mergedAreas };
}

/** By the keys there are: a cell in the last column of an otherwise empty row is one step, not sixteen thousand. */
function* rowsOf(data: (CellObject[] | undefined)[], fixText: (text: string) => string): Iterable<ForeignRow> {
  for (const row in data) {
    const line = data[row] ?? [];
    const cells: ForeignCell[] = [];
    for (const column in line) {
      const cell = line[column];
      const value = cell && plainValue(cell, fixText);
      if (cell && value !== undefined) cells.push({ column: Number(column), value, format: formatOf(cell) });
    }
    if (cells.length > 0) yield { row: Number(row) + 1, cells };
  }
}

function plainValue({ t, v }: CellObject, fixText: (text: string) => string): ForeignCell['value'] | undefined {
  if (t === 'e') return { kind: 'error', code: ERRORS[Number(v)] ?? '#VALUE!' };
  if (typeof v === 'string') return v === '' ? undefined : fixText(v);
  // A day that is none: a blank cell would hide it.
  if (typeof v === 'number') return Number.isFinite(v) ? v : { kind: 'error', code: '#VALUE!' };
  return typeof v === 'boolean' ? v : undefined;
}

/** Where the file says nothing, a cell is as Excel makes it. */
function formatOf({ z }: CellObject): string {
  return typeof z === 'string' && z !== '' ? z : GENERAL_FORMAT;
}
