import type { Workbook, Worksheet } from 'exceljs';
import {
  encodeIdentity,
  findIdentity,
  IDENTITY_SHEET,
  JOURNAL_FIRST_ROW,
  type WorkbookIdentity,
} from '../templates/workbook-identity.ts';

/** Writes the veryHidden sheet `_sosach`, as text throughout: a unit code keeps its zeros. */
export function writeIdentitySheet(workbook: Workbook, identity: WorkbookIdentity): void {
  const sheet = workbook.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
  encodeIdentity(identity).forEach(([key, value], index) => {
    sheet.getCell(index + 1, 1).value = key;
    const cell = sheet.getCell(index + 1, 2);
    cell.numFmt = '@';
    cell.value = value;
  });
}

/** What `_sosach` says the workbook was made for; null where there is none of ours. */
export function readIdentity(workbook: Workbook): WorkbookIdentity | null {
  const sheet = workbook.getWorksheet(IDENTITY_SHEET);
  if (!sheet) return null;
  const rows: [string, string][] = [];
  for (let row = 1; row < JOURNAL_FIRST_ROW; row++) rows.push([sheet.getCell(row, 1).text, sheet.getCell(row, 2).text]);
  return findIdentity(rows) ?? null;
}

/** The journal's rows as cells of text, from `JOURNAL_FIRST_ROW` down. */
export function readJournalRows(workbook: Workbook): readonly (readonly string[])[] {
  const sheet = workbook.getWorksheet(IDENTITY_SHEET);
  if (!sheet) return [];
  const rows: string[][] = [];
  for (let row = JOURNAL_FIRST_ROW; row <= sheet.rowCount; row++) rows.push(textsOf(sheet, row));
  return rows;
}

/** Writes the journal rows that the file does not hold yet; makes `_sosach` where there is none. */
export function appendJournalRows(workbook: Workbook, journal: readonly (readonly string[])[], written: number): void {
  const sheet = workbook.getWorksheet(IDENTITY_SHEET) ?? workbook.addWorksheet(IDENTITY_SHEET);
  // LibreOffice turns veryHidden into hidden, which a curious person unhides and edits.
  sheet.state = 'veryHidden';
  journal.slice(written).forEach((chunks, index) => {
    chunks.forEach((chunk, column) => {
      sheet.getCell(JOURNAL_FIRST_ROW + written + index, column + 1).value = chunk;
    });
  });
}

function textsOf(sheet: Worksheet, row: number): string[] {
  const texts: string[] = [];
  for (let column = 1; column <= sheet.getRow(row).cellCount; column++) texts.push(sheet.getCell(row, column).text);
  return texts;
}
