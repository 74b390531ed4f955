import ExcelJS, { type Workbook } from 'exceljs';
import { SheetError } from '../desk/sheet-error.ts';
import { WorkbookPackage } from './package/workbook-package.ts';

/**
 * Loads an .xlsx with exceljs's whole-document reader (its streaming reader damages Vietnamese letters on chunk borders).
 * @throws SheetError `unreadable`; `detail` says why: empty-file, encrypted-or-xls, not-a-zip, too-large, not-a-workbook, damaged
 */
export async function loadWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const sheets = new WorkbookPackage(bytes).directory.entries.filter(({ name }) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(name),
  ).length;
  const workbook = new ExcelJS.Workbook();
  // A file of its own: exceljs reads the whole buffer behind a view.
  const file = bytes.slice().buffer;
  try {
    await workbook.xlsx.load(file);
  } catch (cause) {
    throw new SheetError('unreadable', 'damaged', { cause });
  }
  // A sheet that exceljs passed over would be a list that nobody checks.
  if (workbook.worksheets.length < sheets) throw new SheetError('unreadable', 'damaged');
  return workbook;
}
