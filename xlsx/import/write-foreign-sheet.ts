import { SheetError } from '../../desk/sheet-error.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { escapeCellText, escapeXml } from '../package/escape-xml.ts';
import { COLUMN_COUNT, LAST_ROW } from '../sheet-xml/cell-reference.ts';
import type { ForeignStyles } from './foreign-styles.ts';
import type { ForeignCell, ForeignSheet } from './foreign-workbook.ts';
import { TextBytes } from './text-bytes.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Rows whose texts say how wide a column is; titles above a list are longer than any column ought to be. */
const MEASURED_ROWS = 200;
const NARROWEST = 8;
const WIDEST = 40;
/** Twice 100,000 rows of 25 columns. */
const MOST_CELLS = 5_000_000;

/** The texts of a workbook, each once. */
export class TextPool {
  readonly #indexes = new Map<string, number>();
  readonly #xml = new TextBytes();

  indexOf(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    this.#xml.add(`<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
    return index;
  }

  toBytes(): Uint8Array {
    const whole = new TextBytes();
    whole.add(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}">`);
    whole.addBytes(this.#xml.toBytes());
    whole.add('</sst>');
    return whole.toBytes();
  }
}

/** What the `col` elements say of a column. */
interface ColumnShape {
  width: number;
  /** The format all its cells have, so that what is typed below takes it too; undefined where they differ. */
  style: number | undefined;
}

/** The worksheet part of one sheet. @throws SheetError `unreadable`, too-large, for more than a sheet of Excel's can hold */
export function writeForeignSheet(sheet: ForeignSheet, styles: ForeignStyles, texts: TextPool): Uint8Array {
  const rows = new TextBytes();
  const columns: ColumnShape[] = [];
  let count = 0;
  for (const { row, cells } of sheet.rows) {
    count += cells.length;
    const last = cells.at(-1)?.column ?? 0;
    if (row > LAST_ROW || last >= COLUMN_COUNT || count > MOST_CELLS) throw new SheetError('unreadable', 'too-large');
    rows.add(`<row r="${row}">`);
    for (const cell of cells) {
      const style = styles.indexOf(cell.format);
      shape(columns, cell, style, row);
      rows.add(cellXml(cell, row, style, texts));
    }
    rows.add('</row>');
  }
  const whole = new TextBytes();
  whole.add(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`);
  whole.add(columnsXml(columns));
  whole.add('<sheetData>');
  whole.addBytes(rows.toBytes());
  whole.add(`</sheetData>${mergesXml(sheet)}</worksheet>`);
  return whole.toBytes();
}

function shape(columns: ColumnShape[], { column, value }: ForeignCell, style: number, row: number): void {
  const known = columns[column];
  const made = known ?? { width: NARROWEST, style };
  columns[column] = made;
  if (made.style !== style) made.style = undefined;
  if (row <= MEASURED_ROWS && typeof value === 'string') made.width = Math.max(made.width, value.length + 2);
}

function cellXml({ column, value }: ForeignCell, row: number, style: number, texts: TextPool): string {
  const look = style === 0 ? '' : ` s="${style}"`;
  const open = `<c r="${columnLetters(column)}${row}"${look}`;
  switch (typeof value) {
    case 'string':
      return `${open} t="s"><v>${texts.indexOf(value)}</v></c>`;
    case 'number':
      return `${open}><v>${value}</v></c>`;
    case 'boolean':
      return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
    default:
      return `${open} t="e"><v>${escapeXml(value.code)}</v></c>`;
  }
}

function columnsXml(columns: readonly ColumnShape[]): string {
  const tags = Object.entries(columns).map(([column, { width, style }]) => {
    const at = Number(column) + 1;
    const look = style === undefined || style === 0 ? '' : ` style="${style}"`;
    return `<col min="${at}" max="${at}" width="${Math.min(width, WIDEST)}" customWidth="1"${look}/>`;
  });
  return tags.length > 0 ? `<cols>${tags.join('')}</cols>` : '';
}

function mergesXml({ mergedAreas }: ForeignSheet): string {
  const tags = mergedAreas.map(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      `<mergeCell ref="${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}"/>`,
  );
  return tags.length > 0 ? `<mergeCells count="${tags.length}">${tags.join('')}</mergeCells>` : '';
}
