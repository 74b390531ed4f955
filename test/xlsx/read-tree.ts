import type { CellValue } from '../../rules/cell.ts';
import { dayOf } from '../../xlsx/sheet-xml/day-serial.ts';
import { attributeOf, elementsOf, type XmlNode } from './xml-tree.ts';

/** What reading a sheet's tree needs of the workbook. */
export interface TreeContext {
  readonly strings: XmlNode;
  /** Numbers of the cell formats that show days. */
  readonly dates: readonly number[];
}

/**
 * The cells of a worksheet's tree by the letter of ECMA-376 part 1, 18.3.1, slowly and without the code under test: the oracle.
 * A place that cannot be is NaN-like nonsense here, which the reader under test must have refused.
 */
export function readTree(sheet: XmlNode, context: TreeContext): CellValue[][] {
  const cells: CellValue[][] = [];
  let row = 0;
  for (const data of childrenOf(sheet, 'sheetData')) {
    for (const line of childrenOf(data, 'row')) {
      row = Number(attributeOf(line, 'r') ?? row + 1);
      let column = -1;
      for (const cell of childrenOf(line, 'c')) {
        const letters = /^[A-Z]+/.exec(attributeOf(cell, 'r') ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnOf(letters);
        const value = cellValue(cell, context);
        if (value === null || value === '') continue;
        while (cells.length < row) cells.push([]);
        const made = cells[row - 1]!;
        while (made.length < column) made.push(null);
        made[column] = value;
      }
    }
  }
  for (const { attributes } of elementsOf(sheet).filter(({ name }) => name === 'mergeCell')) {
    clearArea(cells, new Map(attributes).get('ref') ?? '');
  }
  for (const line of cells) while (line.at(-1) === null) line.pop();
  while (cells.at(-1)?.length === 0) cells.pop();
  return cells;
}

function cellValue(cell: XmlNode, { strings, dates }: TreeContext): CellValue {
  const inline = filled(cell, 'is').at(-1);
  const value = filled(cell, 'v').at(-1);
  const last = cell.children.filter((child) => child === inline || child === value).at(-1);
  if (!last || typeof last === 'string') return null;
  if (last === inline) return richText(last);
  const text = last.children.map((child) => (typeof child === 'string' ? child : '')).join('');
  const type = attributeOf(cell, 't');
  const style = Number(attributeOf(cell, 's') ?? 0);
  if (text === '') return null;
  if (type === 's') {
    const item = childrenOf(strings, 'si')[Number(text)];
    return item ? richText(item) : null;
  }
  if (type === undefined || type === 'n') {
    if (text.trim() === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) return plain(text);
    return dates.includes(style) ? dayOf(number, false) : number;
  }
  if (type === 'b') return /^[1t]/.test(text);
  if (type === 'e') return { kind: 'error', code: plain(text) };
  if (type === 'd') {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
    if (year !== undefined) return { kind: 'date', year: Number(year), month: Number(month), day: Number(day) };
    return text.trim() !== '' && Number.isFinite(Number(text)) ? dayOf(Number(text), false) : plain(text);
  }
  return plain(text);
}

function richText(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string' || child.name === 'rPh') return '';
      if (child.name !== 't') return richText(child);
      return plain(child.children.filter((words) => typeof words === 'string').join(''));
    })
    .join('');
}

function plain(text: string): string {
  const decoded = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function clearArea(cells: CellValue[][], reference: string): void {
  const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference) ?? [];
  if (left === undefined || right === undefined) return;
  for (let row = Number(top); row <= Math.min(Number(bottom), cells.length); row++) {
    const line = cells[row - 1]!;
    for (let column = columnOf(left); column <= Math.min(columnOf(right), line.length - 1); column++) {
      if (row !== Number(top) || column !== columnOf(left)) line[column] = null;
    }
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlNode[];
}

function filled(node: XmlNode, name: string): XmlNode[] {
  return childrenOf(node, name).filter(({ children }) => children.some((child) => child !== ''));
}
