import { type CellValue, cellText, isExcelDate } from '../rules/cell.ts';
import type { SplitField } from './field-parts.ts';
import { findColumn } from './header-index.ts';
import { namesBothSexes, namesFirstPart } from './header-parts.ts';
import type { ColumnId, Layout } from './layout.ts';
import type { SheetMatch } from './sheet-match.ts';

/**
 * A data cell is hardly ever a header's text in one of these. Those in which data is told from a header at a glance stand
 * first: every row is looked at, at every step.
 */
const TELLING: readonly ColumnId[] = [
  'birthDate',
  'citizenId',
  'ministryId',
  'staffId',
  'fullName',
  'sex',
  'province',
  'ward',
];
/** One cell may hold a word like `Xã` by accident; two in their own columns do not. */
const LEAST_HITS = 2;
const LONGEST_HEADER = 60;

/**
 * The row repeats the header (printed lists do so for every class or page), or is the row of column numbers beside it:
 * it is not data.
 */
export function isRepeatedHeader(layout: Layout, match: SheetMatch, cells: readonly CellValue[]): boolean {
  const bySex = match.parts.get('sex');
  if (bySex && namesBothSexes(bySex, cells)) return true;
  let isNamed = false;
  for (const id of TELLING) {
    const column = match.columns.get(id);
    if (column === undefined) continue;
    if (isPlainData(cells[column])) return false;
    isNamed ||= names(layout, match, id, cells[column]);
  }
  if (!isNamed) return isColumnNumberRow(cells);
  let hits = 0;
  let filled = 0;
  for (const [id, column] of match.columns) {
    if (cellText(cells[column]).trim() === '') continue;
    filled++;
    if (names(layout, match, id, cells[column])) hits++;
  }
  return hits >= LEAST_HITS && hits * 2 >= filled;
}

/** A date or a code: no header text begins so, and a row of column numbers ends long before 1000. */
function isPlainData(cell: CellValue | undefined): boolean {
  if (typeof cell === 'string') return /^\s*(?:\d{4}|\d{1,2}\s*[-/.]\s*\d)/.test(cell);
  return typeof cell === 'number' ? cell >= 1000 : isExcelDate(cell);
}

function names(layout: Layout, match: SheetMatch, id: ColumnId, cell: CellValue | undefined): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_HEADER || /^[\s\d]/.test(cell)) return false;
  return findColumn(layout, cell)?.id === id || (match.parts.has(id as SplitField) && namesFirstPart(cell));
}

/** Fewer numbered cells than this may be data: a row with only its running number, a pair of scores. */
const LEAST_NUMBERED = 4;

/** A row of column numbers or letters, as printed forms have under (or over) the header: 1, 2, 3 … or (1), (2) … or A, B, C … */
export function isColumnNumberRow(cells: readonly CellValue[]): boolean {
  let previous = 0;
  let count = 0;
  for (const cell of cells) {
    const text = cellText(cell).trim();
    if (text === '') continue;
    const label = columnLabel(text);
    if (label === undefined || label <= previous || (count === 0 && label > 2)) return false;
    previous = label;
    count++;
  }
  return count >= LEAST_NUMBERED && previous <= count * 2;
}

/** `3`, `(3)`, `[3]`, `C` and `(c)` all number the third column. */
function columnLabel(text: string): number | undefined {
  const bare = /^[([]?\s*(\d{1,3}|[A-Za-z]{1,2})\s*[)\]]?\.?$/.exec(text)?.[1];
  if (bare === undefined) return undefined;
  if (/^\d/.test(bare)) return Number(bare);
  return [...bare.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
