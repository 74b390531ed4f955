import { SheetError } from '../../desk/sheet-error.ts';
import { reduceBiff } from './biff-stream.ts';
import { CompoundFile } from './compound-file.ts';
import type { ForeignWorkbook } from './foreign-workbook.ts';
import { readBySheetJs } from './sheetjs-workbook.ts';

/** 65,536 rows of 25 columns come to about 37 MB. */
const LARGEST_FILE = 50 * 1024 * 1024;
const NOT_LATIN_1 = /[^\x00-\xff]/;

/**
 * An .xls of Excel 97–2003 (BIFF8) or of Excel 5 and 95 (BIFF5).
 * @throws SheetError `unreadable`: password (an encrypted .xlsx is such a file too), not-a-workbook, damaged, too-large
 */
export async function readXls(bytes: Uint8Array): Promise<ForeignWorkbook> {
  if (bytes.length > LARGEST_FILE) throw new SheetError('unreadable', 'too-large');
  const file = new CompoundFile(bytes);
  if (file.find('EncryptedPackage')) throw new SheetError('unreadable', 'password');
  const stream = file.find('Workbook') ?? file.find('Book');
  if (!stream) throw new SheetError('unreadable', 'not-a-workbook');
  const { bytes: reduced, codePage } = reduceBiff(stream);
  return readBySheetJs(reduced, codePage === undefined ? undefined : codePageReader(codePage));
}

/** The library hands 8-bit texts on byte by byte; which letters they are, the code page says. */
function codePageReader(codePage: number): (text: string) => string {
  const decoder = findDecoder(`windows-${codePage}`) ?? new TextDecoder('windows-1252');
  return (text) => {
    if (NOT_LATIN_1.test(text)) return text;
    // Windows-1258 has its tones as letters of their own.
    return decoder.decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).normalize('NFC');
  };
}

function findDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined; // a code page that no browser knows
  }
}
