import type { MemoryWorkbookData } from '../desk/memory-workbook.ts';
import { cellText } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import { RESULT_COLUMNS, type ResultColumn } from '../templates/layout.ts';
import { LAYOUTS } from '../templates/layouts.ts';
import { isMarkFormula } from '../templates/mark-looks.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../templates/sheet-match.ts';
import { IDENTITY_SHEET } from '../templates/workbook-identity.ts';
import { OWN_COLUMNS_NAME, readOwnColumns } from './own-columns.ts';
import { changePackage } from './package/change-package.ts';
import { ORIGINAL_PART } from './package/original.ts';
import { WorkbookChanges } from './package/workbook-changes.ts';
import { readWorkbookMap, type WorkbookMap } from './package/workbook-map.ts';
import type { WorkbookPackage } from './package/workbook-package.ts';
import { type ReadSheet, type ReadWorkbook, readPackage } from './read-workbook.ts';
import { changedParts } from './save-workbook.ts';
import { stripSheet } from './sheet-xml/strip-sheet.ts';

/**
 * The package without what the annotator put in, told by what is ours to see: the columns it named, the headers of the two hidden
 * columns, mark formats, `_sosach`. A workbook that was made from a template keeps its columns and its identity and loses the marks
 * alone. Undefined when there is nothing of ours in it.
 */
export async function stripAnnotations(file: WorkbookPackage): Promise<Uint8Array | undefined> {
  const map = await readWorkbookMap(file);
  const read = await readPackage(file, map);
  const changes = read.identity ? await withoutMarks(file, map, read) : await withoutOwn(file, map, read);
  if (changes.parts.size === 0) return undefined;
  if (file.find(ORIGINAL_PART)) await changes.dropPart(ORIGINAL_PART);
  return changePackage(file, changes.parts);
}

async function withoutMarks(file: WorkbookPackage, map: WorkbookMap, read: ReadWorkbook): Promise<WorkbookChanges> {
  const sheets = read.sheets.map((sheet) => {
    const marks = findHeader(sheet, MARKS_HEADER);
    if (!marks) return sheet;
    const { row, column } = marks;
    const cells = sheet.cells.map((line, index) => {
      return index <= row || line.length <= column ? line : line.with(column, null);
    });
    return { ...sheet, cells };
  });
  const after: MemoryWorkbookData = { sheets, identity: read.identity, journal: read.journal };
  return changedParts(file, map, read, after);
}

async function withoutOwn(file: WorkbookPackage, map: WorkbookMap, read: ReadWorkbook): Promise<WorkbookChanges> {
  const changes = new WorkbookChanges(file, map);
  const named = readOwnColumns(await file.getXml(map.workbook));
  for (const [index, { name, part }] of map.sheets.entries()) {
    const sheet = read.sheets.find((candidate) => candidate.name === name);
    if (!sheet || part === undefined) continue;
    const columns = named.get(index) ?? findOwnColumns(sheet);
    if (columns.size === 0) continue;
    const dropsFormat = (formula: string) => isMarkFormula(formula);
    changes.parts.set(part, stripSheet(await file.getXml(part), { columns, dropsFormat }));
  }
  if (named.size > 0) await changes.dropNames(OWN_COLUMNS_NAME);
  if (read.journal.length > 0 || map.sheets.some(({ name }) => name === IDENTITY_SHEET)) {
    await changes.dropSheet(IDENTITY_SHEET);
  }
  return changes;
}

/**
 * The columns of a sheet whose name of them is lost: the two hidden ones, and result columns right before them that nothing stands
 * in. One with results may be the school's own, which is worse to lose than ours is to keep.
 */
function findOwnColumns(sheet: ReadSheet): ReadonlySet<number> {
  const own = new Set<number>();
  const marks = findHeader(sheet, MARKS_HEADER);
  const rowId = findHeader(sheet, ROW_ID_HEADER);
  if (!marks) return own;
  own.add(marks.column);
  if (!rowId) return own;
  own.add(rowId.column);
  const below = sheet.cells.slice(rowId.row + 1);
  let column = rowId.column - 1;
  for (const id of [...RESULT_COLUMNS].reverse()) {
    const ours = isResultHeader(id, cellText(sheet.cells[rowId.row]?.[column]));
    if (!ours || !below.every((line) => isBlank(line[column]))) break;
    own.add(column--);
  }
  return own;
}

function isResultHeader(id: ResultColumn, text: string): boolean {
  return Object.values(LAYOUTS).some(({ columns }) => columns.some((made) => made.id === id && made.header === text));
}

/** Where one of our headers stands; row and column 0-based. */
function findHeader(sheet: ReadSheet, header: string): { readonly row: number; readonly column: number } | undefined {
  for (const [row, line] of sheet.cells.entries()) {
    const column = line.indexOf(header);
    if (column >= 0) return { row, column };
  }
  return undefined;
}
