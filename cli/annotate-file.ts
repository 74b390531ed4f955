import { randomUUID } from 'node:crypto';
import { type CheckedSheet, openFindings } from '../desk/check-sheet.ts';
import { findingMarks } from '../desk/row-marks.ts';
import { FileSheetPort } from '../xlsx/file-sheet-port.ts';
import { type OpenedPackage, WorkbookFile } from '../xlsx/workbook-file.ts';
import { markSheet } from './mark-sheet.ts';

/**
 * The workbook with the open findings of its checked sheets as marks in the cells.
 * Verdicts already in the sheets stay beside them.
 * `clearAnnotations` gives the workbook back as it was.
 * @param opened the workbook as it was read for the check: it is not read once more
 * @throws SheetError `sheet-protected`, `unreadable`
 */
export async function annotateFile(opened: OpenedPackage, checked: readonly CheckedSheet[]): Promise<Uint8Array> {
  const port = new FileSheetPort(new WorkbookFile(opened));
  for (const each of checked) {
    const { sheet } = each;
    port.file.memory.activate(sheet.sheetName);
    await port.bind(sheet.layout, sheet.match);
    const marked = rowsToMark(each);
    // The other rows stay as they are: a list of a hundred thousand gets a few thousand cells, not a hundred thousand.
    await port.mintRowIds(randomUUID, { needsId: (rowNumber) => marked.has(rowNumber) });
    const { rows } = await port.snapshot();
    await markSheet(port, each, rows);
  }
  return port.saveAnnotated();
}

/** Numbers of the rows with an open finding, or with marks and results that may have to go. */
function rowsToMark(checked: CheckedSheet): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const index of findingMarks(openFindings(checked)).keys()) {
    const row = checked.rows[index];
    if (row) marked.add(row.rowNumber);
  }
  for (const { rowNumber, marks, results } of checked.rows) {
    if (marks !== '' || results.verdict !== '') marked.add(rowNumber);
  }
  return marked;
}
