import ExcelJS, { type Workbook } from 'exceljs';
import { SheetError } from '../desk/sheet-error.ts';
import { findZipDirectory } from './zip-directory.ts';

/** Larger files are photographs in a workbook, or not meant for us; a school's 100,000 rows come to about 16 MB. */
const LARGEST_FILE = 50 * 1024 * 1024;
/** 100,000 rows of 25 columns inflate to about 150 MB; a zip bomb of 700 KB claims 600 MB and would take the process with it. */
const LARGEST_INFLATED = 300 * 1024 * 1024;
const MOST_ENTRIES = 2000;
/** How an OLE compound file begins: an encrypted .xlsx, or an .xls of Excel 97–2003 (MS-CFB 2.2). */
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_MAGIC = [0x50, 0x4b];
/** Parts that checking does not need. Validations above all: one over a whole column takes exceljs seconds to take apart. */
const BESIDE_VALUES = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'picture',
  'tableParts',
  'autoFilter',
];

export interface LoadOptions {
  /** Only cells, formats, merges and protection: what a workbook needs that is never saved. */
  readonly valuesOnly?: boolean;
}

/**
 * Loads an .xlsx with exceljs's whole-document reader (its streaming reader damages Vietnamese letters on chunk borders).
 * @throws SheetError `unreadable`; `detail` says why: empty-file, encrypted-or-xls, not-a-zip, too-large, not-a-workbook, damaged
 */
export async function loadWorkbook(bytes: Uint8Array, options: LoadOptions = {}): Promise<Workbook> {
  const sheets = sheetsDeclared(bytes);
  const workbook = new ExcelJS.Workbook();
  // A file of its own: exceljs reads the whole buffer behind a view.
  const file = bytes.slice().buffer;
  try {
    await workbook.xlsx.load(file, options.valuesOnly ? { ignoreNodes: BESIDE_VALUES } : undefined);
  } catch (cause) {
    throw new SheetError('unreadable', 'damaged', { cause });
  }
  // A sheet that exceljs passed over would be a list that nobody checks.
  if (workbook.worksheets.length < sheets) throw new SheetError('unreadable', 'damaged');
  return workbook;
}

/** Refuses what is no workbook before anything is inflated; answers how many sheets the package holds. */
function sheetsDeclared(bytes: Uint8Array): number {
  if (bytes.length === 0) throw new SheetError('unreadable', 'empty-file');
  if (bytes.length > LARGEST_FILE) throw new SheetError('unreadable', 'too-large');
  if (startsWith(bytes, OLE_MAGIC)) throw new SheetError('unreadable', 'encrypted-or-xls');
  if (!startsWith(bytes, ZIP_MAGIC)) throw new SheetError('unreadable', 'not-a-zip');
  const entries = findZipDirectory(bytes);
  if (entries === undefined) throw new SheetError('unreadable', 'damaged');
  const inflated = entries.reduce((sum, entry) => sum + entry.inflatedSize, 0);
  if (inflated > LARGEST_INFLATED || entries.length > MOST_ENTRIES) throw new SheetError('unreadable', 'too-large');
  const sheets = entries.filter((entry) => /^\/?xl\/worksheets\/[^/]+\.xml$/.test(entry.name)).length;
  if (sheets === 0) throw new SheetError('unreadable', 'not-a-workbook');
  return sheets;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
