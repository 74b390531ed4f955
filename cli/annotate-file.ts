import { randomUUID } from 'node:crypto';
import type { CheckedSheet } from '../desk/check-sheet.ts';
import { openFileSheet } from '../xlsx/file-sheet-port.ts';
import { markSheet } from './mark-sheet.ts';
import { zlibCodec } from './zlib-codec.ts';

/**
 * The workbook with the open findings of its checked sheets as marks in the cells, as the pane would leave it after a check.
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
    await port.mintRowIds(randomUUID);
    const { rows } = await port.snapshot();
    await markSheet(port, each, rows);
  }
  return port.saveAnnotated();
}
