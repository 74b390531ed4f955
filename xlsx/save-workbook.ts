import type { MemoryWorkbookData } from '../desk/memory-workbook.ts';
import { IDENTITY_SHEET, JOURNAL_FIRST_ROW } from '../templates/workbook-identity.ts';
import { deflatePart } from './package/deflate-part.ts';
import { WorkbookChanges } from './package/workbook-changes.ts';
import type { WorkbookMap } from './package/workbook-map.ts';
import type { WorkbookPackage } from './package/workbook-package.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { isUnchanged, sheetChanges, withHeights } from './sheet-changes.ts';
import { readCellStyles } from './sheet-xml/cell-styles.ts';
import { readColumnLooks } from './sheet-xml/column-looks.ts';
import { type PatchContext, SheetPatcher } from './sheet-xml/patch-sheet.ts';
import { ROW_TAG } from './sheet-xml/read-sheet.ts';
import type { AddedFormats, CellPatch, SheetPatch } from './sheet-xml/sheet-patch.ts';
import { StyleBook } from './sheet-xml/style-book.ts';

const emptySheet = (namespace: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetData/></worksheet>`;

/** For a workbook that has no styles at all: what Excel wants of them at least. */
const bareStyles = (namespace: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`;

/** The mark formats that sheets are to have, by sheet name. */
export type FormatsToAdd = ReadonlyMap<string, (styles: StyleBook) => AddedFormats>;

/**
 * The parts that change when `before` becomes `after`: sheets with their cells in place, styles where a cell needs another number
 * format, the journal on `_sosach`. Parts that are not named stay as they are.
 * @param formats given when what is ours is written as well: what other programs dropped of it is then made again
 */
export async function changedParts(
  file: WorkbookPackage,
  map: WorkbookMap,
  before: ReadWorkbook,
  after: MemoryWorkbookData,
  formats?: FormatsToAdd,
): Promise<WorkbookChanges> {
  const changes = new WorkbookChanges(file, map);
  const styleBytes = map.styles === undefined ? undefined : await file.getXml(map.styles);
  const { main } = map.namespaces;
  const styles = new StyleBook(styleBytes ?? new TextEncoder().encode(bareStyles(main)), main);
  const context = { styles, date1904: map.date1904 };
  const looks = readCellStyles(styleBytes);
  let lostFormula = false;
  for (const { name, part } of map.sheets) {
    const old = before.sheets.find((sheet) => sheet.name === name);
    const now = after.sheets.find((sheet) => sheet.name === name);
    if (!old || !now || part === undefined) continue;
    const changed = sheetChanges(old, now);
    if (isUnchanged(changed)) continue;
    const conditionalFormats = formats?.get(name)?.(context.styles);
    const patch = conditionalFormats ? { ...changed, conditionalFormats } : changed;
    const columns = readColumnLooks(await firstSegment(file, part), looks);
    const patcher = new SheetPatcher(withHeights(patch, now, columns), context);
    changes.parts.set(part, await deflatePart(patched(file, part, patcher), file.get(part).inflatedSize, file.codec));
    lostFormula ||= patcher.lostFormula;
  }
  if (formats) await hideOwnSheet(changes, map);
  await writeJournal(changes, map, before, after, context);
  if (lostFormula) await changes.dropCalcChain();
  if (styles.changed) await changes.setStyles(styles.toBytes());
  return changes;
}

/** A sheet's part as far as a row near its beginning. */
async function firstSegment(file: WorkbookPackage, part: string): Promise<Uint8Array> {
  for await (const { bytes } of file.segments(part, ROW_TAG)) return bytes;
  return new Uint8Array();
}

async function* patched(file: WorkbookPackage, part: string, patcher: SheetPatcher): AsyncGenerator<Uint8Array> {
  for await (const segment of file.segments(part, ROW_TAG)) yield patcher.next(segment);
}

/** LibreOffice turns veryHidden into hidden, which a curious person unhides and edits. */
async function hideOwnSheet(changes: WorkbookChanges, map: WorkbookMap): Promise<void> {
  const sheet = map.sheets.find(({ name }) => name === IDENTITY_SHEET);
  if (sheet && sheet.state !== 'veryHidden') await changes.setState(IDENTITY_SHEET, 'veryHidden');
}

/** Writes the journal lines that the file does not hold yet; makes `_sosach` where there is none. */
async function writeJournal(
  changes: WorkbookChanges,
  map: WorkbookMap,
  before: ReadWorkbook,
  after: MemoryWorkbookData,
  context: PatchContext,
): Promise<void> {
  const sheet = map.sheets.find(({ name }) => name === IDENTITY_SHEET);
  if (after.journal.length === before.journal.length) return;
  const patch = journalPatch(after.journal, before.journal.length);
  const bytes =
    sheet?.part === undefined
      ? new TextEncoder().encode(emptySheet(map.namespaces.main))
      : await changes.current(sheet.part);
  const journalled = new SheetPatcher(patch, context).next({ bytes, last: true, plain: false });
  if (sheet?.part !== undefined) changes.parts.set(sheet.part, journalled);
  else await changes.addSheet(IDENTITY_SHEET, 'veryHidden', new TextDecoder().decode(journalled));
}

function journalPatch(journal: readonly (readonly string[])[], written: number): SheetPatch {
  const cells = new Map<number, Map<number, CellPatch>>();
  journal.slice(written).forEach((chunks, index) => {
    const line = chunks.map((value, column) => [column, { value }] as const);
    cells.set(JOURNAL_FIRST_ROW + written + index, new Map(line));
  });
  return { cells, hide: new Set(), heights: new Map() };
}
