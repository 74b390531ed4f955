import type { ColumnId, Layout } from './layout.ts';

/**
 * One character a layout column, in layout order: what the program has to say about that cell. Every field column carries
 * conditional formats over its own character, so marks sort, move and vanish with their row.
 */
export const MARK = {
  none: '.',
  error: 'E',
  query: 'Q',
  note: 'N',
  /** The population service compared this field and it differs. */
  differs: 'D',
  /** On the verdict column: verified. */
  verified: 'V',
  /** On the verdict column: waiting, could not ask. */
  waiting: 'W',
} as const;

export type MarkChar = (typeof MARK)[keyof typeof MARK];

/** Writes the marks text of a row. Columns without a mark are `.`; a row without any mark is ''. */
export function encodeMarks(layout: Layout, marks: ReadonlyMap<ColumnId, MarkChar>): string {
  if (marks.size === 0) return '';
  const chars = Array<MarkChar>(layout.columns.length).fill(MARK.none);
  for (const [column, mark] of marks) {
    const position = markPosition(layout, column);
    if (position > 0) chars[position - 1] = mark;
  }
  return chars.join('');
}

const POSITIONS = new WeakMap<Layout, ReadonlyMap<ColumnId, number>>();

/** 1-based position of a column's character, for `MID($AZ12, position, 1)`; 0 for a column that the layout has not. */
export function markPosition(layout: Layout, column: ColumnId): number {
  let positions = POSITIONS.get(layout);
  if (positions === undefined) {
    positions = new Map(layout.columns.map(({ id }, index) => [id, index + 1]));
    POSITIONS.set(layout, positions);
  }
  return positions.get(column) ?? 0;
}
