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
import { ROW_TAG, readSheet, type SheetContext } from './sheet-xml/read-sheet.ts';
import { readSharedStrings } from './sheet-xml/shared-strings.ts';

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
 * @throws SheetError `unreadable`; `detail` says why: empty-file, password, not-a-zip, too-large, not-a-workbook, damaged
 */
export async function readWorkbook(bytes: Uint8Array, codec?: Codec): Promise<ReadWorkbook> {
  const file = new WorkbookPackage(bytes, codec);
  return readPackage(file, await readWorkbookMap(file));
}

/** The same of a package whose map is known. */
export async function readPackage(file: WorkbookPackage, map: WorkbookMap): Promise<ReadWorkbook> {
  const context = await readContext(file, map);
  const sheets: ReadSheet[] = [];
  let own: readonly (readonly CellValue[])[] = [];
  for (const sheet of map.sheets) {
    if (sheet.part === undefined) continue;
    const contents = await readSheet(file.segments(sheet.part, ROW_TAG), context);
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
  return {
    codec: file.codec,
    strings: map.sharedStrings === undefined ? undefined : await readSharedStrings(file, map.sharedStrings),
    styles: readCellStyles(map.styles === undefined ? undefined : await file.getXml(map.styles)),
    date1904: map.date1904,
  };
}

function isHidden(sheet: SheetPart): boolean {
  return sheet.state !== 'visible';
}
