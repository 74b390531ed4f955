import { columnLetters } from '../templates/column-letters.ts';
import { escapeXml } from './package/escape-xml.ts';
import { decodeText, XmlScanner } from './package/xml-scanner.ts';
import { COLUMN_COUNT, columnIndex } from './sheet-xml/cell-reference.ts';

/**
 * The hidden name, one a sheet, that covers the columns the annotator made. Excel and LibreOffice keep it when they save and move
 * it with its columns, so that `--clear` never takes a column of results that the school had before for one of ours.
 */
export const OWN_COLUMNS_NAME = '_sosach_cot';

/** By the sheet's place in the workbook: the 0-based columns that the annotator made. */
export function readOwnColumns(workbookXml: Uint8Array): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, ReadonlySet<number>>();
  const xml = new XmlScanner(workbookXml);
  while (xml.next()) {
    if (xml.closing || xml.empty || !xml.is('definedName') || xml.find('name') !== OWN_COLUMNS_NAME) continue;
    const sheet = Number(xml.find('localSheetId'));
    const start = xml.tagEnd;
    xml.skipElement();
    const text = decodeText(new TextDecoder().decode(workbookXml.subarray(start, xml.tagStart)));
    if (Number.isInteger(sheet)) found.set(sheet, columnsIn(text));
  }
  return found;
}

/** The `definedName` element for columns of the sheet at `index`. */
export function ownColumnsName(index: number, sheetName: string, columns: Iterable<number>, prefix: string): string {
  const sheet = `'${sheetName.replaceAll("'", "''")}'!`;
  const runs: { first: number; last: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && column === run.last + 1) run.last = column;
    else runs.push({ first: column, last: column });
  }
  // Whole columns: rows may be deleted under the name, the first one too.
  const areas = runs.map(({ first, last }) => `${sheet}$${columnLetters(first)}:$${columnLetters(last)}`);
  const tag = `${prefix}definedName`;
  return `<${tag} name="${OWN_COLUMNS_NAME}" localSheetId="${index}" hidden="1">${escapeXml(areas.join(','))}</${tag}>`;
}

/** `'DS'!$F:$J` or `'DS'!$F$1:$J$1048576`, several of them after commas. Of a name that lost its columns (`#REF!`) nothing is left. */
function columnsIn(text: string): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const [, left = '', right = left] of text.matchAll(
    /!\$?([A-Z]{1,3})(?:\$?\d+)?(?::\$?([A-Z]{1,3})(?:\$?\d+)?)?(?=,|$)/gi,
  )) {
    const last = Math.min(columnIndex(right), COLUMN_COUNT - 1);
    for (let column = columnIndex(left); column <= last; column++) columns.add(column);
  }
  return columns;
}
