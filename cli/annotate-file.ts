import { randomUUID } from 'node:crypto';
import { type CheckedSheet, openFindings } from '../desk/check-sheet.ts';
import { findingMarks } from '../desk/row-marks.ts';
import { openFileSheet } from '../xlsx/file-sheet-port.ts';
import { markSheet } from './mark-sheet.ts';
import { zlibCodec } from './zlib-codec.ts';

/**
 * The workbook with the open findings of its checked sheets as marks in the cells.
 * Verdicts already in the sheets stay beside them.
 * `clearAnnotations` gives the workbook back as it was.
 * @throws SheetError `sheet-protected`, `unreadable`
 */
export async function annotateFile(bytes: Uint8Array, checked: readonly CheckedSheet[]): Promise<Uint8Array> {
  const port = await openFileSheet(bytes, undefined, zlibCodec);
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
