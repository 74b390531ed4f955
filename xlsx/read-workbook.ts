import type { MemorySheetData } from '../desk/memory-sheet.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { type CellValue, cellText } from '../rules/cell.ts';
import {
  findIdentity,
  IDENTITY_SHEET,
  JOURNAL_FIRST_ROW,
  type WorkbookIdentity,
} from '../templates/workbook-identity.ts';
import type { Codec } from './package/codec.ts';
import { readWorkbookMap, type SheetPart, type WorkbookMap } from './package/workbook-map.ts';
import { WorkbookPackage } from './package/workbook-package.ts';
import { readCellStyles } from './sheet-xml/cell-styles.ts';
import { readSheet, type SheetContext } from './sheet-xml/read-sheet.ts';
import { SharedStrings } from './sheet-xml/shared-strings.ts';

export interface ReadSheet extends MemorySheetData {
  /** Hidden from the person, as our lists are. */
  readonly hidden: boolean;
}

/** A workbook file as plain data. `_sosach` is no sheet in it. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly identity: WorkbookIdentity | null;
  /** Rows of `_sosach` from `JOURNAL_FIRST_ROW` down. */
  readonly journal: readonly (readonly string[])[];
  /** The sheet that was in front when the file was saved. */
  readonly activeSheet: string | undefined;
  /** It counts days from 1904. */
  readonly date1904: boolean;
}

/**
 * Reads any .xlsx or .xlsm: dates of both date systems resolved to days, rich text and links flattened to text, formulas as
 * what they last came to.
 * @param codec the host's own, where it has a faster one than the platform's
 * @throws SheetError `unreadable`; `detail` says why: empty-file, encrypted-or-xls, not-a-zip, too-large, not-a-workbook, damaged
 */
export async function readWorkbook(bytes: Uint8Array, codec?: Codec): Promise<ReadWorkbook> {
  const file = new WorkbookPackage(bytes, codec);
  return readPackage(file, await readWorkbookMap(file));
}

/** The same of a package whose map is known. */
export async function readPackage(file: WorkbookPackage, map: WorkbookMap): Promise<ReadWorkbook> {
  const parts = map.sheets.filter((sheet) => sheet.part !== undefined);
  // One part ahead, so that the host inflates while we scan; more would hold a whole workbook inflated at once.
  let ahead = inflated(file, parts[0]);
  const context = await readContext(file, map);
  const sheets: ReadSheet[] = [];
  let own: readonly (readonly CellValue[])[] = [];
  for (const [index, sheet] of parts.entries()) {
    const xml = await ahead;
    ahead = inflated(file, parts[index + 1]);
    const contents = readSheet(xml, context);
    if (sheet.name === IDENTITY_SHEET) own = contents.cells;
    else sheets.push({ name: sheet.name, hidden: isHidden(sheet), ...contents });
  }
  if (sheets.length === 0) throw new SheetError('unreadable', 'not-a-workbook');
  const texts = own.map((line) => line.map(cellText));
  const front = map.sheets[map.activeTab]?.name;
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return {
    sheets,
    identity: findIdentity(texts.slice(0, JOURNAL_FIRST_ROW - 1)) ?? null,
    journal: texts.slice(JOURNAL_FIRST_ROW - 1),
    date1904: map.date1904,
    activeSheet: (shown.find((sheet) => sheet.name === front) ?? shown[0])?.name,
  };
}

/** What the cells of all sheets refer to. */
async function readContext(file: WorkbookPackage, map: WorkbookMap): Promise<SheetContext> {
  const part = async (name: string | undefined) => {
    const entry = name === undefined ? undefined : file.find(name);
    return entry && file.xml(entry);
  };
  const strings = await part(map.sharedStrings);
  return {
    codec: file.codec,
    strings: strings && new SharedStrings(strings, file.codec),
    styles: readCellStyles(await part(map.styles)),
    date1904: map.date1904,
  };
}

function inflated(file: WorkbookPackage, sheet: SheetPart | undefined): Promise<Uint8Array> {
  const part = sheet?.part === undefined ? Promise.resolve(new Uint8Array()) : file.getXml(sheet.part);
  // Its failure is told when its turn comes; should another come first, this one must not end the process.
  part.catch(() => undefined);
  return part;
}

function isHidden(sheet: SheetPart): boolean {
  return sheet.state !== 'visible';
}
