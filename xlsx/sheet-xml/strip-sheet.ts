import { Splices } from '../package/splices.ts';
import { decodeText, XmlScanner } from '../package/xml-scanner.ts';
import { columnIndex } from './cell-reference.ts';
import { type ColumnRun, withoutColumns } from './hide-columns.ts';

const C = 0x63;

/** What is to go from a sheet. */
export interface SheetStrip {
  /** 0-based; their cells and widths go, the columns right of them stay where they are. */
  readonly columns: ReadonlySet<number>;
  /** Whether a conditional format with this formula goes. */
  readonly dropsFormat: (formula: string) => boolean;
}

/** A worksheet part without some columns' cells and without some conditional formats. Everything else is copied byte for byte. */
export function stripSheet(bytes: Uint8Array, strip: SheetStrip): Uint8Array {
  const xml = new XmlScanner(bytes);
  const splices = new Splices(bytes);
  let column = -1;
  while (xml.next()) {
    if (xml.closing) continue;
    if (xml.depth === 2 && xml.is('cols')) stripColumns(xml, splices, strip.columns);
    else if (xml.depth === 2 && xml.is('conditionalFormatting')) stripFormats(xml, splices, strip);
    else if (xml.depth === 3 && xml.is('row')) column = -1;
    else if (xml.depth === 4 && xml.code === C) {
      const reference = xml.find('r');
      column = reference === undefined ? column + 1 : columnIndex(reference.replace(/\d+$/, ''));
      if (!strip.columns.has(column)) continue;
      // Without a reference a cell stands beside the one before it: its place is kept.
      const blank = reference === undefined ? `<${textOf(xml, xml.nameStart, xml.nameEnd)}/>` : '';
      const { tagStart } = xml;
      xml.skipElement();
      splices.replace(tagStart, xml.tagEnd, blank);
    }
  }
  return splices.toBytes();
}

function stripColumns(xml: XmlScanner, splices: Splices, columns: ReadonlySet<number>): void {
  const { tagStart, empty } = xml;
  const open = textOf(xml, tagStart, xml.tagEnd);
  const runs: ColumnRun[] = [];
  while (!empty && xml.next() && xml.depth > 2) {
    if (xml.closing) continue;
    const tag = textOf(xml, xml.tagStart, xml.tagEnd);
    runs.push({ min: Number(xml.find('min')), max: Number(xml.find('max')), tag });
  }
  const left = withoutColumns(runs, columns);
  // An empty list of columns is damage to Excel.
  const list = left === '' ? '' : `${open}${left}${textOf(xml, xml.tagStart, xml.tagEnd)}`;
  if (left !== runs.map(({ tag }) => tag).join('')) splices.replace(tagStart, xml.tagEnd, list);
}

function stripFormats(xml: XmlScanner, splices: Splices, { dropsFormat }: SheetStrip): void {
  const { tagStart, empty } = xml;
  const ours: { readonly start: number; readonly end: number }[] = [];
  let rules = 0;
  while (!empty && xml.next() && xml.depth > 2) {
    if (xml.closing || !xml.is('cfRule')) continue;
    rules++;
    const start = xml.tagStart;
    xml.skipElement();
    const [, formula = ''] = /<(?:\w+:)?formula>([^<]*)</.exec(textOf(xml, start, xml.tagEnd)) ?? [];
    if (dropsFormat(decodeText(formula))) ours.push({ start, end: xml.tagEnd });
  }
  if (ours.length === rules && rules > 0) splices.replace(tagStart, xml.tagEnd, '');
  else for (const { start, end } of ours) splices.replace(start, end, '');
}

function textOf({ bytes }: XmlScanner, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
