import { SheetError } from '../../desk/sheet-error.ts';

/** Records of an .xls by their numbers (MS-XLS 2.3; BIFF5 has the same where both know a record). */
const EOF = 0x0a;
const DATE_1904 = 0x22;
const FILE_PASS = 0x2f;
const CONTINUE = 0x3c;
const CODE_PAGE = 0x42;
const MERGE_CELLS = 0xe5;
const FORMULA = 0x06;
const BEGIN = 0x809;
/** What cells, their formats and the names of sheets are told by. Everything else (links, notes, drawings, names) is not looked at. */
const KEPT = new Set([
  BEGIN,
  EOF,
  CODE_PAGE,
  DATE_1904,
  0x85, // sheet names
  0x1e, // formats, as BIFF5 may number them
  0x41e, // formats
  0xe0, // cell formats
  0xfc, // shared strings
  CONTINUE,
  0x200, // used area
  0x203, // number
  0x27e, // number, packed
  0xbd, // numbers, packed
  FORMULA,
  0x207, // text of a formula
  0x205, // truth value or error
  0x204, // text
  0xd6, // text with fonts
  0xfd, // shared text
  MERGE_CELLS,
]);
/** Default row height: read by everybody, of no consequence to values. */
const HARMLESS = 0x225;
/** Where the length of a formula's own tokens stands in its record: none of them is read. */
const FORMULA_TOKENS_AT = 20;
/** One holds a thousand areas. */
const MOST_MERGES = 2000;
const BIFF5 = 0x500;
const BIFF8 = 0x600;

export interface BiffStream {
  /** The stream with nothing left to read but what cells need: same records at the same places. */
  readonly bytes: Uint8Array;
  /** Of 8-bit texts; undefined for BIFF8, whose texts are Unicode. */
  readonly codePage: number | undefined;
}

/**
 * Looks an .xls through before a library reads it: refuses what needs a password and what is not whole, and blanks the records
 * that are not needed. Some of those name ranges of a billion cells that would be walked one by one.
 * @throws SheetError `unreadable`: password, damaged, too-large, not-a-workbook for versions before Excel 5
 */
export function reduceBiff(stream: Uint8Array): BiffStream {
  const bytes = stream.slice();
  const view = new DataView(bytes.buffer);
  let at = 0;
  let kept = false;
  let last = 0;
  let codePage = 1252;
  let merges = 0;
  const version = bytes.length >= 6 && view.getUint16(0, true) === BEGIN ? view.getUint16(4, true) : 0;
  if (version !== BIFF5 && version !== BIFF8) throw new SheetError('unreadable', 'not-a-workbook');
  while (at + 4 <= bytes.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (type === 0 && last === EOF) break; // what is left fills the last sector up
    if (at + 4 + length > bytes.length) throw new SheetError('unreadable', 'damaged');
    if (type === FILE_PASS) throw new SheetError('unreadable', 'password');
    if (type === CODE_PAGE && length >= 2) codePage = view.getUint16(at + 4, true);
    if (type === MERGE_CELLS && ++merges > MOST_MERGES) throw new SheetError('unreadable', 'too-large');
    if (type !== CONTINUE) kept = KEPT.has(type);
    if (!kept) view.setUint16(at, HARMLESS, true);
    else if (type === FORMULA && length >= FORMULA_TOKENS_AT + 2) view.setUint16(at + 4 + FORMULA_TOKENS_AT, 0, true);
    last = type;
    at += 4 + length;
  }
  return { bytes, codePage: version === BIFF8 ? undefined : codePage };
}
