import type { Workbook } from 'exceljs';
import { encodeIdentity, IDENTITY_SHEET, type WorkbookIdentity } from '../templates/workbook-identity.ts';

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
