import { isTrue } from '../package/workbook-map.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { CellStyle } from './cell-styles.ts';

/** How wide a column is, in characters, and whether its texts break over several lines. */
export interface ColumnLook {
  readonly width: number;
  readonly wrapped: boolean;
}

/** A run to the last column is how programs colour the rest of a sheet: nobody reads text out there. */
const MOST_COLUMNS = 512;

/**
 * The looks of the columns that a sheet says something about, from column A.
 * @param sheet the part, as far as its rows
 */
export function readColumnLooks(sheet: Uint8Array, styles: readonly CellStyle[]): readonly ColumnLook[] {
  const looks: ColumnLook[] = [];
  const xml = new XmlScanner(sheet);
  while (xml.next() && !xml.is('sheetData')) {
    if (xml.closing || !xml.is('col')) continue;
    const look = {
      width: Number(xml.find('width') ?? 9),
      wrapped: styles[Number(xml.find('style') ?? 0)]?.wrapped === true && !isTrue(xml.find('hidden')),
    };
    const last = Math.min(Number(xml.find('max')), MOST_COLUMNS);
    for (let column = Number(xml.find('min')); column <= last; column++) looks[column - 1] = look;
  }
  return looks;
}
