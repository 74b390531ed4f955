import { TEXT_FORMAT } from '../../desk/cell-format.ts';
import { OfflineError } from '../../desk/http-transport.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { findFileText } from './decode-text-file.ts';
import type { ForeignRow, ForeignWorkbook } from './foreign-workbook.ts';
import type { CsvLine } from './read-csv.ts';

/** 100,000 rows of 25 columns come to 36 MB, as UTF-16 to 60 MB. */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** Those have 2.5 million cells; each costs memory, be it ever so empty. */
const MOST_CELLS = 6_000_000;

/**
 * A list in plain text (.csv, .tsv, .txt). Every cell stays text exactly as it stands in the file: Excel, asked to open one, eats
 * the leading zero of every identity number.
 * @throws SheetError `unreadable`: not-a-zip for what is no text, csv-quotes with the line, too-large
 */
export async function readTextWorkbook(bytes: Uint8Array): Promise<ForeignWorkbook> {
  if (bytes.length > LARGEST_TEXT || countEnds(bytes) > MOST_CELLS) throw new SheetError('unreadable', 'too-large');
  const text = findFileText(bytes);
  if (text === undefined) throw new SheetError('unreadable', 'not-a-zip');
  const lines = await readLines(text);
  return { sheets: [{ name: 'Sheet1', state: 'visible', rows: rowsOf(lines), mergedAreas: [] }], date1904: false };
}

/** The parser is fetched only now. */
async function readLines(text: string): Promise<readonly CsvLine[]> {
  const { CsvError, readCsv } = await import('./read-csv.ts').catch((cause: unknown) => {
    throw new OfflineError('the library for .csv could not be fetched', { cause });
  });
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvError) throw new SheetError('unreadable', `csv-quotes ${error.line}`);
    throw error;
  }
}

/** Made as they are asked for: a list of 100,000 rows is not held twice. */
function* rowsOf(lines: readonly CsvLine[]): Iterable<ForeignRow> {
  for (const { row, cells } of lines) {
    const filled = cells.flatMap((value, column) => (value === '' ? [] : [{ column, value, format: TEXT_FORMAT }]));
    yield { row, cells: filled };
  }
}

/** Bytes that may end a cell: as many cells as that there can be, before any is made. */
function countEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x2c || byte === 0x3b || byte === 9 || byte === 0x7c || byte === 10) count++;
  }
  return count;
}
