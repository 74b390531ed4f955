import { SheetError } from '../../desk/sheet-error.ts';
import { readZipDirectory } from '../package/zip-directory.ts';
import { findFileText } from './decode-text-file.ts';

/** What a file turned out to be, by its bytes: a name says nothing. */
export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'xml' | 'text';

/** How much of a text is looked at; even, for UTF-16. */
const HEAD = 4096;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const XML_WORKBOOK = 'urn:schemas-microsoft-com:office:spreadsheet';
/** Documents and pictures whose first bytes could pass for text. */
const NO_LIST = /^(?:%PDF|\{\\rtf|‰PNG|GIF8)/;
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|meta|style|table|body|div)\b/i;

/**
 * Tells what a file is by its first bytes; an empty one is left to the reader of packages, which says so.
 * @throws SheetError `unreadable`: not-a-zip for what is no workbook, html-page; of a zip file damaged, too-large
 */
export function fileFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'xlsx';
  if (startsWith(bytes, COMPOUND)) return 'xls';
  if (startsWith(bytes, ZIP)) return isOpenDocument(bytes) ? 'ods' : 'xlsx';
  const head = findFileText(bytes.subarray(0, HEAD));
  if (head === undefined || NO_LIST.test(head)) throw new SheetError('unreadable', 'not-a-zip');
  if (!/^\s*</.test(head)) return 'text';
  if (head.includes(XML_WORKBOOK)) return 'xml';
  throw new SheetError('unreadable', HTML.test(head) ? 'html-page' : 'not-a-zip');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function isOpenDocument(bytes: Uint8Array): boolean {
  const names = new Set(readZipDirectory(bytes).entries.map(({ name }) => name));
  return names.has('content.xml') && !names.has('[Content_Types].xml');
}
