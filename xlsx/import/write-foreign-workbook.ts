import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import { escapeXml } from '../package/escape-xml.ts';
import { PackageWriter } from '../package/package-writer.ts';
import { ForeignStyles } from './foreign-styles.ts';
import type { ForeignSheet, ForeignWorkbook } from './foreign-workbook.ts';
import { TextPool, writeForeignSheet } from './write-foreign-sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel's limits for the name of a sheet. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\\x00-\x1f\ufffe\uffff]|^'|'$/g;
const MOST_SHEETS = 500;

/**
 * A workbook of another format as an .xlsx package: sheets with their names and whether they are hidden, values, number formats,
 * merged areas. @throws SheetError `unreadable`: not-a-workbook when there is no sheet, too-large
 */
export async function writeForeignWorkbook({ sheets, date1904 }: ForeignWorkbook, codec: Codec): Promise<Uint8Array> {
  if (sheets.length === 0) throw new SheetError('unreadable', 'not-a-workbook');
  if (sheets.length > MOST_SHEETS) throw new SheetError('unreadable', 'too-large');
  const styles = new ForeignStyles();
  const texts = new TextPool();
  const writer = new PackageWriter(codec);
  const add = (name: string, text: string) => writer.add(name, new TextEncoder().encode(HEAD + text));
  const numbers = sheets.map((_, index) => index + 1);
  await add('[Content_Types].xml', contentTypes(numbers));
  await add('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  const parts = numbers.map((number) => ['worksheet', `worksheets/sheet${number}.xml`] as const);
  await add(
    'xl/_rels/workbook.xml.rels',
    relationships([...parts, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
  );
  await add('xl/workbook.xml', workbookXml(sheets, date1904));
  for (const [index, sheet] of sheets.entries()) {
    await writer.add(`xl/worksheets/sheet${index + 1}.xml`, writeForeignSheet(sheet, styles, texts));
  }
  await add('xl/styles.xml', styles.toXml());
  await writer.add('xl/sharedStrings.xml', texts.toBytes());
  return writer.finish();
}

function contentTypes(numbers: readonly number[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    override('workbook.xml', 'sheet.main') +
    numbers.map((number) => override(`worksheets/sheet${number}.xml`, 'worksheet')).join('') +
    override('styles.xml', 'styles') +
    override('sharedStrings.xml', 'sharedStrings') +
    '</Types>'
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const tags = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly ForeignSheet[], date1904: boolean): string {
  const names = new Set<string>();
  // Excel opens no workbook that shows nothing.
  const first = Math.max(
    0,
    sheets.findIndex(({ state }) => state === 'visible'),
  );
  const tags = sheets.map(({ name, state }, index) => {
    const shown = state === 'visible' || index === first ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(sheetName(name, names))}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'}` +
    `<bookViews><workbookView activeTab="${first}"/></bookViews><sheets>${tags.join('')}</sheets></workbook>`
  );
}

/** The name as far as Excel allows it, unlike any given before. */
function sheetName(wanted: string, taken: Set<string>): string {
  const allowed = wanted.replace(NOT_IN_NAMES, '_').slice(0, LONGEST_NAME) || 'Sheet';
  let name = allowed;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const end = ` (${number})`;
    name = allowed.slice(0, LONGEST_NAME - end.length) + end;
  }
  taken.add(name.toLowerCase());
  return name;
}
