import type { CellValue } from '../rules/cell.ts';

/** What stands above one column: its own lowest text, and the group texts over it, nearest first. */
export interface HeaderLabel {
  readonly own: string;
  readonly groups: readonly string[];
}

/**
 * Reads one to four header rows as one label a column. A name that spans several rows stands in the topmost of its cells
 * with blanks below; a group (`Nơi thường trú` over `Tỉnh`, `Huyện`, `Xã`) stands over its first column with blanks to
 * the right: whether or not the cells are merged, the texts lie alike.
 */
export function headerLabels(rows: readonly (readonly CellValue[])[]): readonly HeaderLabel[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const texts = rows.map((row) => Array.from({ length: width }, (_, column) => headerText(row[column])));
  const lowest = Array.from({ length: width }, (_, column) => texts.findLastIndex((row) => row[column] !== ''));
  return lowest.map((row, column) => {
    if (row < 0) return { own: '', groups: [] };
    const groups: string[] = [];
    for (let above = row - 1; above >= 0; above--) {
      const group = groupText(texts[above]!, column, (candidate) => lowest[candidate]! > above);
      if (group !== '') groups.push(group);
    }
    return { own: texts[row]![column]!, groups };
  });
}

const BELOW = ' › ';

/** The header as a person names it: `Nơi thường trú › Tỉnh`. Line breaks in it are spaces. */
export function headerName({ own, groups }: HeaderLabel): string {
  return [...groups].reverse().concat(own).join(BELOW).replace(/\s+/g, ' ');
}

/** Several header names as one: a group that all have is said once, as in `Họ và tên › Họ đệm + Tên`. */
export function joinedHeaderNames(names: readonly string[]): string {
  const groups = new Set(names.map((name) => name.slice(0, name.lastIndexOf(BELOW) + 1)));
  const [group = ''] = groups;
  if (names.length < 2 || groups.size > 1 || group === '') return names.join(' + ');
  return names
    .map((name, index) => (index === 0 ? name : name.slice(name.lastIndexOf(BELOW) + BELOW.length)))
    .join(' + ');
}

/** The text over the column in this row: its own, or the nearest one to the left, provided that one has columns of its own below. */
function groupText(row: readonly string[], column: number, hasBelow: (column: number) => boolean): string {
  for (let at = column; at >= 0; at--) {
    const text = row[at]!;
    if (text !== '') return hasBelow(at) ? text : '';
  }
  return '';
}

/** Header texts are texts: a number, a date or an error in the row is data. */
function headerText(value: CellValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
