import ExcelJS, { type CellValue as ExceljsValue } from 'exceljs';
import type { CellValue } from '../../rules/cell.ts';
import {
  encodeIdentity,
  IDENTITY_SHEET,
  JOURNAL_FIRST_ROW,
  type WorkbookIdentity,
} from '../../templates/workbook-identity.ts';
import { writeIdentitySheet } from '../../xlsx/master/identity-sheet.ts';

export interface FixtureSheet {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly hidden?: boolean;
  readonly numberFormats?: readonly { readonly row: number; readonly column: number; readonly format: string }[];
  readonly formulas?: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
  readonly merges?: readonly string[];
  readonly protected?: boolean;
}

export interface FixtureWorkbook {
  readonly sheets: readonly FixtureSheet[];
  readonly identity?: WorkbookIdentity | null;
  readonly journal?: readonly (readonly string[])[];
  readonly date1904?: boolean;
}

/** An .xlsx as some other program might have written it. */
export async function fixtureBytes(fixture: FixtureWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = fixture.date1904 ?? false;
  for (const made of fixture.sheets) {
    const sheet = workbook.addWorksheet(made.name, { state: made.hidden ? 'hidden' : 'visible' });
    made.cells.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value === null) return;
        const cell = sheet.getCell(row + 1, column + 1);
        cell.value = writtenValue(value);
        if (typeof value === 'object' && value.kind === 'date') cell.numFmt = 'dd/mm/yyyy';
      });
    });
    for (const { row, column, format } of made.numberFormats ?? []) sheet.getCell(row, column + 1).numFmt = format;
    for (const { row, column, formula } of made.formulas ?? []) {
      const cell = sheet.getCell(row, column + 1);
      cell.value = { formula: formula.slice(1), result: cell.value as string, date1904: false };
    }
    for (const merge of made.merges ?? []) sheet.mergeCells(merge);
    if (made.protected) await sheet.protect('mật khẩu', {});
  }
  if (fixture.identity) writeIdentitySheet(workbook, encodeIdentity(fixture.identity));
  if (fixture.journal?.length) writeJournal(workbook, fixture.journal);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeJournal(workbook: ExcelJS.Workbook, journal: readonly (readonly string[])[]): void {
  const sheet = workbook.getWorksheet(IDENTITY_SHEET) ?? workbook.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
  journal.forEach((chunks, index) => {
    chunks.forEach((chunk, column) => {
      sheet.getCell(JOURNAL_FIRST_ROW + index, column + 1).value = chunk;
    });
  });
}

/** Our value as exceljs writes it. Text stays text, whatever sign it begins with. */
function writtenValue(value: CellValue): ExceljsValue {
  if (value === null || value === '') return null;
  if (typeof value !== 'object') return value;
  if (value.kind === 'error') return { error: value.code } as ExceljsValue;
  return new Date(Date.UTC(value.year, value.month - 1, value.day));
}
