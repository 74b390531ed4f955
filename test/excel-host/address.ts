/** A rectangle of cells, 0-based, both ends inclusive: the emulated host's own arithmetic, apart from the add-in's. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Excel's grid ends at XFD1048576. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `B2`, `A1:C3`, `$A$1`, `C:D`, `5:7`, each with or without a sheet name before it. */
export function findRect(address: string): Rect | undefined {
  const text = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const [first = '', last = first] = text.split(':');
  const from = /^([A-Z]{1,3})?(\d{1,7})?$/i.exec(first);
  const to = /^([A-Z]{1,3})?(\d{1,7})?$/i.exec(last);
  if (!from || !to || (!from[1] && !from[2])) return undefined;
  const rect = {
    top: from[2] ? Number(from[2]) - 1 : 0,
    left: from[1] ? columnIndex(from[1]) : 0,
    bottom: to[2] ? Number(to[2]) - 1 : LAST_ROW,
    right: to[1] ? columnIndex(to[1]) : LAST_COLUMN,
  };
  return rect.top <= rect.bottom && rect.left <= rect.right && rect.bottom <= LAST_ROW && rect.right <= LAST_COLUMN
    ? rect
    : undefined;
}

export function rectAddress(rect: Rect): string {
  if (isEntireColumns(rect)) return `${columnName(rect.left)}:${columnName(rect.right)}`;
  if (isEntireRows(rect)) return `${rect.top + 1}:${rect.bottom + 1}`;
  const first = `${columnName(rect.left)}${rect.top + 1}`;
  const last = `${columnName(rect.right)}${rect.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

export function isEntireColumns(rect: Rect): boolean {
  return rect.top === 0 && rect.bottom === LAST_ROW;
}

function isEntireRows(rect: Rect): boolean {
  return rect.left === 0 && rect.right === LAST_COLUMN;
}

export function rowCount(rect: Rect): number {
  return rect.bottom - rect.top + 1;
}

export function columnCount(rect: Rect): number {
  return rect.right - rect.left + 1;
}

export function touches(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Where a rectangle lies after `count` rows were put in (or, negative, taken out) at `row`; undefined when all of it went. */
export function findShiftedRows(rect: Rect, row: number, count: number): Rect | undefined {
  if (isEntireColumns(rect)) return rect;
  const move = (edge: number, last: boolean) => {
    if (count > 0) return edge >= row ? edge + count : edge;
    const gone = -count;
    if (edge < row) return edge;
    if (edge >= row + gone) return edge - gone;
    return last ? row - 1 : row;
  };
  const moved = { ...rect, top: move(rect.top, false), bottom: move(rect.bottom, true) };
  return moved.top <= moved.bottom ? moved : undefined;
}

/** The same for columns. */
export function findShiftedColumns(rect: Rect, column: number, count: number): Rect | undefined {
  if (isEntireRows(rect)) return rect;
  const flipped = { top: rect.left, bottom: rect.right, left: 0, right: 0 };
  const moved = findShiftedRows(flipped, column, count);
  return moved ? { ...rect, left: moved.top, right: moved.bottom } : undefined;
}
