import type { Workbook } from 'exceljs';
import { IDENTITY_SHEET } from '../../templates/workbook-identity.ts';

/** Writes the veryHidden sheet `_sosach`, as text throughout: a unit code keeps its zeros. */
export function writeIdentitySheet(workbook: Workbook, rows: readonly (readonly [string, string])[]): void {
  const sheet = workbook.addWorksheet(IDENTITY_SHEET, { state: 'veryHidden' });
  rows.forEach(([key, value], index) => {
    sheet.getCell(index + 1, 1).value = key;
    const cell = sheet.getCell(index + 1, 2);
    cell.numFmt = '@';
    cell.value = value;
  });
}
