import { findNeededFormat, TEXT_FORMAT } from '../../desk/cell-format.ts';
import type { CellWrite } from '../../desk/plan-patch.ts';
import { type ExcelValue, toExcelValue } from './excel-values.ts';
import { BLOCK_OVERHEAD_BYTES, jsonBytes, MAX_BLOCK_CELLS, MAX_REQUEST_BYTES } from './payload.ts';

/** One rectangle to write: 1-based rows, 0-based columns. `null` leaves a cell, or its format, as it is. */
export interface WriteBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly values: readonly (readonly (ExcelValue | null)[])[];
  /** A single format stands for all cells; absent: none changes. */
  readonly formats?: string | readonly (readonly (string | null)[])[];
  /** Lies in one of our own columns, which hold text throughout. */
  readonly own: boolean;
  readonly bytes: number;
  readonly cells: number;
}

/** A gap of so many rows costs about as many bytes (`[null],` each) as beginning another block. */
const MAX_GAP_ROWS = 100;

/**
 * Puts single cells together into few rectangles: gaps are left out by `null`, neighbouring columns with the same rows lie
 * in one block. Nothing outside the given cells is ever written.
 * @param own our own columns: every written cell gets the text format, so that Excel never interprets it
 */
export function toBlocks(writes: readonly CellWrite[], own = false): readonly WriteBlock[] {
  const byColumn = new Map<number, Map<number, CellWrite>>();
  for (const write of writes) {
    const rows = byColumn.get(write.column) ?? new Map<number, CellWrite>();
    rows.set(write.row, write);
    byColumn.set(write.column, rows);
  }
  return columnGroups(byColumn).flatMap((columns) => {
    const rows = [...(byColumn.get(columns[0] as number)?.keys() ?? [])].sort((a, b) => a - b);
    return runsOf(rows, Math.max(1, Math.floor(MAX_BLOCK_CELLS / columns.length))).flatMap(({ first, last }) =>
      blocksOf(byColumn, columns, first, last, own),
    );
  });
}

/** Neighbouring columns that write to exactly the same rows. */
function columnGroups(byColumn: ReadonlyMap<number, ReadonlyMap<number, CellWrite>>): number[][] {
  const groups: number[][] = [];
  for (const column of [...byColumn.keys()].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last === column - 1 && sameKeys(byColumn.get(last), byColumn.get(column))) group.push(column);
    else groups.push([column]);
  }
  return groups;
}

function sameKeys(a: ReadonlyMap<number, unknown> | undefined, b: ReadonlyMap<number, unknown> | undefined): boolean {
  if (!a || !b || a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function runsOf(rows: readonly number[], maxRows: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const open = runs.at(-1);
    if (open && row - open.last <= MAX_GAP_ROWS && row - open.first < maxRows) open.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** One block, or two and more where long texts would make it too large for a request. */
function blocksOf(
  byColumn: ReadonlyMap<number, ReadonlyMap<number, CellWrite>>,
  columns: readonly number[],
  firstRow: number,
  lastRow: number,
  own: boolean,
): WriteBlock[] {
  const block = blockOf(byColumn, columns, firstRow, lastRow, own);
  if (block.bytes <= MAX_REQUEST_BYTES || firstRow === lastRow) return [block];
  const middle = Math.floor((firstRow + lastRow) / 2);
  return [
    ...blocksOf(byColumn, columns, firstRow, middle, own),
    ...blocksOf(byColumn, columns, middle + 1, lastRow, own),
  ];
}

function blockOf(
  byColumn: ReadonlyMap<number, ReadonlyMap<number, CellWrite>>,
  columns: readonly number[],
  firstRow: number,
  lastRow: number,
  own: boolean,
): WriteBlock {
  const values: (ExcelValue | null)[][] = [];
  const formats: (string | null)[][] = [];
  let cells = 0;
  let formatted = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    const writes = columns.map((column) => byColumn.get(column)?.get(row));
    values.push(writes.map((write) => (write ? toWritten(write, own) : null)));
    const line = writes.map((write) => (write ? (own ? TEXT_FORMAT : (write.format ?? null)) : null));
    formats.push(line);
    cells += line.length;
    formatted += line.filter((format) => format !== null).length;
  }
  const distinct = new Set(formats.flat());
  const [only] = distinct;
  const given = formatted === 0 ? undefined : distinct.size === 1 && typeof only === 'string' ? only : formats;
  return {
    firstRow,
    lastRow,
    firstColumn: columns[0] as number,
    lastColumn: columns.at(-1) as number,
    values,
    ...(given === undefined ? {} : { formats: given }),
    own,
    bytes: BLOCK_OVERHEAD_BYTES + jsonBytes(values) + (given === undefined ? 0 : jsonBytes(given)),
    cells,
  };
}

/**
 * Text that goes back into a cell whose former format was not text had been typed with an apostrophe before it (Excel hides
 * it), and needs it again.
 */
function toWritten(write: CellWrite, own: boolean): ExcelValue {
  const value = toExcelValue(write.value);
  const givenOther = !own && write.format !== undefined && write.format !== TEXT_FORMAT;
  return givenOther ? keepText(value, write.format) : value;
}

/** A value as it must be sent so that Excel keeps text as text in a cell of that format. */
export function keepText(value: ExcelValue, format: string | undefined): ExcelValue {
  if (typeof value !== 'string' || format === TEXT_FORMAT) return value;
  return findNeededFormat(value, format ?? '') === TEXT_FORMAT ? `'${value}` : value;
}
