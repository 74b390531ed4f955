import type { Area } from '../../desk/area.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { Codec } from '../package/codec.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { COLUMN_COUNT, LAST_ROW } from '../sheet-xml/cell-reference.ts';
import type { ForeignCell, ForeignRow, ForeignSheet } from './foreign-workbook.ts';
import { readOdsCell } from './ods-cell.ts';
import type { OdsFormats } from './ods-formats.ts';

/** A run of like cells is one cell in the file, and as many as it says once read. */
const MOST_CELLS = 5_000_000;
/** Tags of texts repeat all through a list; those of numbers are all different and not worth keeping. */
const MOST_TAGS = 1000;

interface SheetInMaking {
  readonly name: string;
  readonly state: ForeignSheet['state'];
  readonly rows: ForeignRow[];
  readonly mergedAreas: Area[];
}

/** The sheets of `content.xml`. @throws SheetError `unreadable`: damaged, too-large */
export function readOdsSheets(content: Uint8Array, formats: OdsFormats, codec: Codec): readonly ForeignSheet[] {
  return new OdsReader(content, formats, codec).read();
}

class OdsReader {
  readonly #xml: XmlScanner;
  readonly #formats: OdsFormats;
  readonly #codec: Codec;
  readonly #sheets: SheetInMaking[] = [];
  readonly #tags = new Map<string, ReadonlyMap<string, string>>();
  #count = 0;

  constructor(content: Uint8Array, formats: OdsFormats, codec: Codec) {
    this.#xml = new XmlScanner(content);
    this.#formats = formats;
    this.#codec = codec;
  }

  read(): readonly ForeignSheet[] {
    const xml = this.#xml;
    let row = 1;
    while (xml.next()) {
      if (xml.closing) continue;
      if (xml.is('table')) {
        this.#startSheet();
        row = 1;
      } else if (xml.is('table-row')) row = this.#readRow(row);
      // Notes, drawings and what was deleted under change tracking hold rows that are not the list's.
      else if (xml.is('shapes') || xml.is('tracked-changes')) xml.skipElement();
    }
    return this.#sheets;
  }

  #startSheet(): void {
    const name = this.#xml.find('table:name') ?? '';
    const hidden = this.#formats.isHidden(this.#xml.find('table:style-name'));
    this.#sheets.push({ name, state: hidden ? 'hidden' : 'visible', rows: [], mergedAreas: [] });
  }

  /** Answers with the number of the row below. */
  #readRow(row: number): number {
    const xml = this.#xml;
    const sheet = this.#sheets.at(-1);
    const times = timesOf(this.#attributes(), 'table:number-rows-repeated', LAST_ROW);
    if (xml.empty) return row + times;
    const outside = xml.depth;
    const cells: ForeignCell[] = [];
    let column = 0;
    while (xml.next() && xml.depth > outside) {
      if (xml.closing) continue;
      const attributes = this.#attributes();
      const repeated = timesOf(attributes, 'table:number-columns-repeated', COLUMN_COUNT);
      if (xml.is('table-cell')) {
        if (sheet) addMerged(sheet, attributes, row, column);
        this.#readCell(attributes, column, repeated, cells);
      } else xml.skipElement();
      column += repeated;
    }
    if (cells.length > 0) {
      this.#count += cells.length * times;
      if (this.#count > MOST_CELLS) throw new SheetError('unreadable', 'too-large');
      for (let at = row; at < row + times; at++) sheet?.rows.push({ row: at, cells });
    }
    return row + times;
  }

  #readCell(attributes: ReadonlyMap<string, string>, column: number, repeated: number, cells: ForeignCell[]): void {
    const cell = readOdsCell(this.#xml, attributes, this.#formats, this.#codec);
    if (!cell) return;
    this.#count += repeated;
    if (this.#count > MOST_CELLS) throw new SheetError('unreadable', 'too-large');
    for (let at = column; at < column + repeated; at++) cells.push({ column: at, ...cell });
  }

  #attributes(): ReadonlyMap<string, string> {
    const xml = this.#xml;
    const tag = this.#codec.decode(xml.bytes, xml.nameEnd, xml.tagEnd);
    const known = this.#tags.get(tag);
    if (known) return known;
    const read = xml.all();
    if (this.#tags.size < MOST_TAGS) this.#tags.set(tag, read);
    return read;
  }
}

function addMerged(
  { mergedAreas }: SheetInMaking,
  attributes: ReadonlyMap<string, string>,
  row: number,
  column: number,
): void {
  const down = timesOf(attributes, 'table:number-rows-spanned', LAST_ROW);
  const right = timesOf(attributes, 'table:number-columns-spanned', COLUMN_COUNT);
  if (down === 1 && right === 1) return;
  mergedAreas.push({ firstRow: row, lastRow: row + down - 1, firstColumn: column, lastColumn: column + right - 1 });
}

function timesOf(attributes: ReadonlyMap<string, string>, name: string, most: number): number {
  const times = Number(attributes.get(name) ?? 1);
  if (!(times >= 1 && times <= most)) throw new SheetError('unreadable', 'damaged');
  return times;
}
