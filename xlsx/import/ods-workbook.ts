import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import { WorkbookPackage } from '../package/workbook-package.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { ForeignWorkbook } from './foreign-workbook.ts';
import { OdsFormats } from './ods-formats.ts';
import { readOdsSheets } from './ods-sheets.ts';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const MANIFEST = 'META-INF/manifest.xml';
/** What a package of this kind, or a template of it, calls itself (ODF 1.3 part 2, 3.3). */
const KIND = /^application\/vnd\.oasis\.opendocument\.spreadsheet/;

/**
 * A spreadsheet in OpenDocument (ISO/IEC 26300): LibreOffice, Google, WPS. Read by our own scanner: the library we read .xls with
 * drops spaces out of the names in it, and carries out repetitions before anybody can say no.
 * @throws SheetError `unreadable`: password, not-a-workbook (a text or a drawing), damaged, too-large
 */
export async function readOds(bytes: Uint8Array, codec: Codec): Promise<ForeignWorkbook> {
  const file = new WorkbookPackage(bytes, codec);
  const kind = file.find('mimetype');
  if (kind && !KIND.test(new TextDecoder().decode(await file.inflate(kind)))) {
    throw new SheetError('unreadable', 'not-a-workbook');
  }
  const manifest = file.find(MANIFEST);
  if (manifest && isEncrypted(await file.xml(manifest))) throw new SheetError('unreadable', 'password');
  const content = await file.getXml(CONTENT);
  const formats = new OdsFormats();
  const styles = file.find(STYLES);
  if (styles) formats.read(await file.xml(styles));
  formats.read(content);
  // Days are written out in full, so it does not matter which day the file itself counts from.
  return { sheets: readOdsSheets(content, formats, codec), date1904: false };
}

function isEncrypted(manifest: Uint8Array): boolean {
  const xml = new XmlScanner(manifest);
  while (xml.next()) if (xml.is('encryption-data')) return true;
  return false;
}
