import type { Area } from '../../desk/area.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import type { Segment } from '../package/segments.ts';
import { Splices } from '../package/splices.ts';
import { openedTag, withAttribute } from '../package/tag-text.ts';
import { decodeText, XmlScanner } from '../package/xml-scanner.ts';
import { findArea } from './cell-reference.ts';
import { type ColumnRun, hideColumns } from './hide-columns.ts';
import { OPEN_BETWEEN_ROWS } from './read-sheet.ts';
import { RowPatcher } from './row-patcher.ts';
import type { SheetPatch } from './sheet-patch.ts';
import type { StyleBook } from './style-book.ts';

/** What stands before conditional formats in a sheet (ECMA-376 part 1, 18.3.1.99): Excel refuses another order. */
const BEFORE_FORMATS = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
];

export interface PatchContext {
  readonly styles: StyleBook;
  readonly date1904: boolean;
}

/** Writes a patch into a worksheet part, cut at its rows (`ROW_TAG`). Bytes that the patch does not speak of are copied. */
export class SheetPatcher {
  readonly #patch: SheetPatch;
  readonly #xml = new XmlScanner(new Uint8Array());
  readonly #rows: RowPatcher;
  #prefix = '';
  #pastData = false;
  #columnsDone = false;
  #formatsDone = false;
  /** Of the segment that is being patched. */
  #splices = new Splices(new Uint8Array());
  readonly #columnStyles: { readonly min: number; readonly max: number; readonly style: number }[] = [];

  constructor(patch: SheetPatch, context: PatchContext) {
    this.#patch = patch;
    this.#rows = new RowPatcher(this.#xml, patch, context, this.#columnStyles);
    this.#columnsDone = patch.hide.size === 0;
    this.#formatsDone = patch.conditionalFormats === undefined;
  }

  /** A formula went: the workbook's calculation chain names a cell that has none any more. */
  get lostFormula(): boolean {
    return this.#rows.lostFormula;
  }

  /**
   * The next segment with the patch in it; good as long as the segment is.
   * @throws SheetError `refused`: rows-out-of-order for a sheet whose rows do not stand in order, no-sheet-data; `unreadable` for broken XML
   */
  next(segment: Segment): Uint8Array {
    const xml = this.#xml;
    this.#splices = new Splices(segment.bytes);
    xml.feed(segment.bytes, segment.last ? 0 : OPEN_BETWEEN_ROWS);
    this.#rows.go(segment, this.#splices);
    while (xml.next()) {
      if (xml.depth === 1) {
        if (xml.closing) this.#addFormats();
        else this.#prefix = this.#text(xml.nameStart, xml.localStart);
      } else if (xml.depth === 2 && !xml.closing) this.#section(segment);
    }
    // Cells that nothing took would be lost without a word.
    if (segment.last && !this.#pastData) throw new SheetError('refused', 'no-sheet-data');
    return this.#splices.toBytes();
  }

  #section(segment: Segment): void {
    const xml = this.#xml;
    if (this.#pastData && !BEFORE_FORMATS.some((name) => xml.is(name))) this.#addFormats();
    if (xml.is('dimension')) this.#widenDimension();
    else if (xml.is('cols')) this.#hideColumns();
    else if (xml.is('sheetData')) {
      if (!this.#columnsDone) {
        const { hide } = this.#patch;
        this.#splices.insert(
          xml.tagStart,
          `<${this.#prefix}cols>${hideColumns([], hide, this.#prefix)}</${this.#prefix}cols>`,
        );
      }
      this.#pastData = true;
      this.#rows.start(segment, this.#splices, this.#prefix);
    } else if (xml.is('mergeCells')) this.#freeCells();
    else if (xml.is('conditionalFormatting')) this.#lookForFormats();
  }

  /** Those that are there already are not added once more. */
  #lookForFormats(): void {
    const xml = this.#xml;
    while (!this.#formatsDone && !xml.empty && xml.next() && xml.depth > 2) {
      if (xml.closing || xml.empty || !xml.is('formula')) continue;
      const start = xml.tagEnd;
      xml.skipElement();
      const formula = decodeText(this.#text(start, xml.tagStart));
      if (this.#patch.conditionalFormats?.isThere(formula)) this.#formatsDone = true;
    }
  }

  #addFormats(): void {
    if (this.#formatsDone) return;
    this.#formatsDone = true;
    this.#splices.insert(this.#xml.tagStart, this.#patch.conditionalFormats?.make() ?? '');
  }

  #widenDimension(): void {
    const area = findArea(this.#xml.find('ref') ?? '');
    if (!area) return;
    let { lastRow, lastColumn } = area;
    let { firstRow, firstColumn } = area;
    for (const [row, line] of this.#patch.cells) {
      for (const column of line.keys()) {
        firstRow = Math.min(firstRow, row);
        lastRow = Math.max(lastRow, row);
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column);
      }
    }
    if (sameArea(area, { firstRow, lastRow, firstColumn, lastColumn })) return;
    const reference = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
    this.#replaceTag(withAttribute(this.#tag(), 'ref', reference));
  }

  #hideColumns(): void {
    const xml = this.#xml;
    const runs: ColumnRun[] = [];
    const start = xml.tagEnd;
    const open = this.#tag();
    const { tagStart, empty } = xml;
    while (!empty && xml.next() && xml.depth > 2) {
      if (xml.closing) continue;
      const min = Number(xml.find('min'));
      const max = Number(xml.find('max'));
      runs.push({ min, max, tag: this.#tag() });
      this.#columnStyles.push({ min: min - 1, max: max - 1, style: Number(xml.find('style') ?? 0) });
    }
    if (this.#columnsDone) return;
    this.#columnsDone = true;
    const columns = hideColumns(runs, this.#patch.hide, this.#prefix);
    if (empty) this.#splices.replace(tagStart, start, `${openedTag(open)}${columns}</${this.#prefix}cols>`);
    else this.#splices.replace(start, xml.tagStart, columns);
  }

  /** A value for a covered cell: the merged area goes, else the value would stand where nobody sees it. */
  #freeCells(): void {
    const xml = this.#xml;
    const kept: string[] = [];
    const { tagStart, empty } = xml;
    const open = this.#tag();
    let freed = false;
    while (!empty && xml.next() && xml.depth > 2) {
      if (xml.closing) continue;
      const area = findArea(xml.find('ref') ?? '');
      if (area && this.#writesInto(area)) freed = true;
      else kept.push(this.#tag());
      xml.skipElement();
    }
    if (!freed) return;
    const counted = open.includes(' count=') ? withAttribute(open, 'count', String(kept.length)) : open;
    const whole = kept.length === 0 ? '' : `${counted}${kept.join('')}</${this.#prefix}mergeCells>`;
    this.#splices.replace(tagStart, xml.tagEnd, whole);
  }

  #writesInto(area: Area): boolean {
    for (const [row, line] of this.#patch.cells) {
      if (row < area.firstRow || row > area.lastRow) continue;
      for (const [column, { keepValue }] of line) {
        const covering = row === area.firstRow && column === area.firstColumn;
        if (!keepValue && !covering && column >= area.firstColumn && column <= area.lastColumn) return true;
      }
    }
    return false;
  }

  #tag(): string {
    return this.#text(this.#xml.tagStart, this.#xml.tagEnd);
  }

  #replaceTag(tag: string): void {
    this.#splices.replace(this.#xml.tagStart, this.#xml.tagEnd, tag);
  }

  #text(start: number, end: number): string {
    return new TextDecoder().decode(this.#xml.bytes.subarray(start, end));
  }
}

function sameArea(a: Area, b: Area): boolean {
  return (
    a.firstRow === b.firstRow &&
    a.lastRow === b.lastRow &&
    a.firstColumn === b.firstColumn &&
    a.lastColumn === b.lastColumn
  );
}
