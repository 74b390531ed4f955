import { SheetError } from '../../desk/sheet-error.ts';
import type { XmlScanner } from '../package/xml-scanner.ts';
import { COLUMN_COUNT, LAST_ROW } from '../sheet-xml/cell-reference.ts';
import { findFileText } from './decode-text-file.ts';
import type { ForeignWorkbook } from './foreign-workbook.ts';
import { readBySheetJs } from './sheetjs-workbook.ts';
import { walkStrictXml } from './walk-strict-xml.ts';

/** 20,000 rows of 25 columns come to 44 MB. */
const LARGEST_FILE = 64 * 1024 * 1024;
const DECLARATION = '<?xml version="1.0"?>';
/** Places that may be named; beyond them lies nothing. */
const PLACES = [
  ['ss:Index', LAST_ROW],
  ['ss:Span', COLUMN_COUNT],
  ['ss:MergeAcross', COLUMN_COUNT],
  ['ss:MergeDown', LAST_ROW],
] as const;
/** Columns that runs of columns may come to, all sheets together. */
const MOST_SPANNED = 500_000;

/**
 * A workbook in one XML file, as Excel 2003 and many web systems write it, mostly under the name .xls.
 * @throws SheetError `unreadable`: not-a-zip, damaged, too-large
 */
export async function readXmlWorkbook(bytes: Uint8Array): Promise<ForeignWorkbook> {
  if (bytes.length > LARGEST_FILE) throw new SheetError('unreadable', 'too-large');
  const text = findFileText(bytes);
  if (text === undefined) throw new SheetError('unreadable', 'not-a-zip');
  const trimmed = text.trimStart();
  // Without it the library takes the document for a web page.
  const contents = trimmed.startsWith('<?xml') ? trimmed : `${DECLARATION}${trimmed}`;
  let spanned = 0;
  walkStrictXml(new TextEncoder().encode(contents), (xml) => {
    if (!xml.is('Cell') && !xml.is('Row') && !xml.is('Column')) return;
    spanned += refuseAbsurd(xml);
    if (spanned > MOST_SPANNED) throw new SheetError('unreadable', 'too-large');
  });
  return readBySheetJs(contents);
}

/** Answers with how many columns it spans. */
function refuseAbsurd(xml: XmlScanner): number {
  let span = 0;
  for (const [name, most] of PLACES) {
    const value = xml.find(name);
    if (value === undefined) continue;
    if (!(Number(value) >= 0 && Number(value) <= most)) throw new SheetError('unreadable', 'damaged');
    if (name === 'ss:Span') span = Number(value);
  }
  return span;
}
