import type { Area } from '../../desk/area.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { Codec } from '../package/codec.ts';
import type { Segment } from '../package/segments.ts';
import { isTrue } from '../package/workbook-map.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { COLUMN_COUNT, findArea } from './cell-reference.ts';
import type { CellStyle } from './cell-styles.ts';
import { RowReader } from './row-reader.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetBudget } from './sheet-budget.ts';

/** What cells of a sheet refer to elsewhere in the workbook. */
export interface SheetContext {
  readonly codec: Codec;
  readonly strings: SharedStrings | undefined;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

export type ByCell = Map<number, Map<number, string>>;

/** One sheet as its part describes it. */
export interface SheetContents {
  readonly cells: CellValue[][];
  readonly columnFormats: Map<number, string>;
  readonly numberFormats: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly formulas: ByCell;
  readonly hiddenColumns: number[];
  readonly protected: boolean;
  readonly mergedAreas: readonly Area[];
}

/** Cells that may be blanked as covered by merged areas; areas that overlap would make it endless. */
const MOST_COVERED = 20_000_000;

/** The element at whose beginning a worksheet part may be cut, and how many are open there: `worksheet` and `sheetData`. */
export const ROW_TAG = 'row';
export const OPEN_BETWEEN_ROWS = 2;

/** Reads a worksheet part, cut at its rows. @throws SheetError `unreadable`: damaged, too-large */
export async function readSheet(segments: AsyncIterable<Segment>, context: SheetContext): Promise<SheetContents> {
  const xml = new XmlScanner(new Uint8Array());
  const columnFormats = new Map<number, string>();
  const hiddenColumns: number[] = [];
  const mergedAreas: Area[] = [];
  const budget = new SheetBudget();
  const rows = new RowReader(xml, context, columnFormats, budget);
  let locked = false;
  let root = false;
  for await (const { bytes, last } of segments) {
    xml.feed(bytes, last ? 0 : OPEN_BETWEEN_ROWS);
    rows.go();
    while (xml.next()) {
      if (xml.closing) continue;
      if (!root && !xml.is('worksheet')) throw new SheetError('unreadable', 'damaged');
      root = true;
      if (xml.is('sheetData')) rows.start();
      else if (xml.is('col')) readColumn(xml, context, budget, columnFormats, hiddenColumns);
      else if (xml.is('sheetProtection')) locked = isTrue(xml.find('sheet'));
      else if (xml.is('mergeCell')) {
        const area = findArea(xml.find('ref') ?? '');
        if (area) mergedAreas.push(area);
      }
    }
  }
  if (!root) throw new SheetError('unreadable', 'damaged');
  const { cells, numberFormats, formulas } = rows;
  clearCovered(cells, formulas, mergedAreas);
  trim(cells);
  hiddenColumns.sort((a, b) => a - b);
  return { cells, columnFormats, numberFormats, formulas, hiddenColumns, protected: locked, mergedAreas };
}

function readColumn(
  xml: XmlScanner,
  { styles }: SheetContext,
  budget: SheetBudget,
  formats: Map<number, string>,
  hidden: number[],
): void {
  const first = Number(xml.find('min')) - 1;
  const last = Math.min(Number(xml.find('max')), COLUMN_COUNT) - 1;
  if (!(first >= 0 && last >= first)) throw new SheetError('unreadable', 'damaged');
  budget.takeColumns(last - first + 1);
  const style = styles[Number(xml.find('style') ?? 0)];
  const isHidden = isTrue(xml.find('hidden'));
  for (let column = first; column <= last; column++) {
    if (style && style !== styles[0] && style.format !== styles[0]?.format) formats.set(column, style.format);
    if (isHidden) hidden.push(column);
  }
}

/** A covered cell may hold a value that nobody sees; what counts is the cell that covers it. */
function clearCovered(cells: CellValue[][], formulas: ByCell, areas: readonly Area[]): void {
  let covered = 0;
  for (const { firstRow, lastRow, firstColumn, lastColumn } of areas) {
    for (let row = firstRow; row <= Math.min(lastRow, cells.length); row++) {
      const line = cells[row - 1]!;
      const end = Math.min(lastColumn, line.length - 1);
      const held = formulas.get(row);
      covered += 1 + Math.max(0, end - firstColumn) + (held?.size ?? 0);
      if (covered > MOST_COVERED) throw new SheetError('unreadable', 'too-large');
      for (let column = firstColumn; column <= end; column++) {
        if (row !== firstRow || column !== firstColumn) line[column] = null;
      }
      for (const column of held ? [...held.keys()] : []) {
        const covering = row === firstRow && column === firstColumn;
        if (column >= firstColumn && column <= lastColumn && !covering) held?.delete(column);
      }
    }
  }
}

function trim(cells: CellValue[][]): void {
  for (const line of cells) while (line.length > 0 && line.at(-1) === null) line.pop();
  while (cells.at(-1)?.length === 0) cells.pop();
}
