import { type CellValue, cellText, sameCell } from '../rules/cell.ts';
import { RESULT_COLUMNS } from '../templates/layout.ts';
import { type BoundColumns, isDataRow } from './bound-columns.ts';
import { findNeededFormat } from './cell-format.ts';
import type { JournalCell, JournalEntry } from './journal.ts';
import type { PatchAnswer, PatchCell, SheetPatch, StaleCell } from './sheet-port.ts';

/** One cell to write, as the adapter reaches it: 1-based row, 0-based column. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The number format to set; absent: stays as it is. */
  readonly format?: string;
}

/** A row of the sheet, re-read just ahead of writing. */
export interface GridRow {
  readonly rowNumber: number;
  readonly cells: readonly CellValue[];
}

export interface PatchPlan {
  /** Field cells. */
  readonly cells: readonly CellWrite[];
  /** Our own columns. */
  readonly results: readonly CellWrite[];
  readonly marks: readonly CellWrite[];
  readonly answer: PatchAnswer;
  /** What the journal gets in the same step; null when no cell changes. */
  readonly entry: JournalEntry | null;
}

/** What the plan must know of the cells it would write, besides their values. */
export interface CellFacts {
  readonly numberFormat: (row: number, column: number) => string;
  readonly hasFormula: (row: number, column: number) => boolean;
  /** The batch that an undo takes back, so that its cells get their old formats again. */
  readonly undone?: JournalEntry | undefined;
}

/**
 * Decides, from rows re-read just ahead of writing, what of a patch still fits. Pure; every adapter writes by it, so that
 * "stale" means the same everywhere.
 */
export function planPatch(
  columns: BoundColumns,
  rows: Iterable<GridRow>,
  patch: SheetPatch,
  facts: CellFacts,
): PatchPlan {
  const { byId, doubled, emptied } = indexRows(columns, rows);
  const applied: PatchCell[] = [];
  const stale: StaleCell[] = [];
  const missing = new Set<string>();
  const cells: CellWrite[] = [];
  const journal: JournalCell[] = [];
  const formatsBefore = new Map(facts.undone?.cells.map((cell) => [cellKey(cell), cell.formatBefore]));

  for (const cell of patch.cells ?? []) {
    const row = byId.get(cell.rowId);
    const column = columns.fields.get(cell.field);
    if (!row) {
      stale.push({ ...cell, why: doubled.has(cell.rowId) ? 'row-doubled' : 'row-gone' });
    } else if (column === undefined) {
      stale.push({ ...cell, why: 'column-gone' });
    } else if (!sameCell(row.cells[column], cell.before)) {
      stale.push({ ...cell, why: 'changed', found: row.cells[column] ?? null });
    } else if (facts.hasFormula(row.rowNumber, column)) {
      stale.push({ ...cell, why: 'formula', found: row.cells[column] ?? null });
    } else {
      const current = facts.numberFormat(row.rowNumber, column);
      const format = formatsBefore.get(cellKey(cell)) ?? findNeededFormat(cell.after, current);
      const changes = format !== undefined && format !== current;
      cells.push({ row: row.rowNumber, column, value: cell.after, ...(changes ? { format } : {}) });
      journal.push({ ...cell, ...(changes ? { formatBefore: current } : {}) });
      applied.push(cell);
    }
  }

  const results: CellWrite[] = [];
  for (const result of patch.results ?? []) {
    const row = byId.get(result.rowId);
    if (!row) missing.add(result.rowId);
    else {
      for (const id of RESULT_COLUMNS) {
        const column = columns.results.get(id);
        if (column !== undefined) results.push({ row: row.rowNumber, column, value: result[id] || null });
      }
    }
  }

  const marks: CellWrite[] = [];
  for (const mark of patch.marks ?? []) {
    const row = byId.get(mark.rowId);
    if (row) marks.push({ row: row.rowNumber, column: columns.marksColumn, value: mark.marks || null });
    else missing.add(mark.rowId);
  }

  if (patch.marks) {
    for (const row of emptied) marks.push({ row, column: columns.marksColumn, value: null });
  }

  const entry = patch.journal && journal.length > 0 ? { ...patch.journal, cells: journal } : null;
  return { cells, results, marks, answer: { applied, stale, missingRows: [...missing] }, entry };
}

/**
 * Rows by their id. An id that stands more than once finds no row: which copy is meant cannot be told. `emptied`: rows with
 * an id whose contents a person deleted; they keep the id, for the contents may come back, but not their marks.
 */
function indexRows(columns: BoundColumns, rows: Iterable<GridRow>) {
  const byId = new Map<string, GridRow>();
  const doubled = new Set<string>();
  const emptied: number[] = [];
  for (const row of rows) {
    const rowId = cellText(row.cells[columns.rowIdColumn]);
    if (rowId === '') continue;
    if (!isDataRow(columns, row.cells)) emptied.push(row.rowNumber);
    else if (byId.has(rowId)) doubled.add(rowId);
    else byId.set(rowId, row);
  }
  for (const rowId of doubled) byId.delete(rowId);
  return { byId, doubled, emptied };
}

function cellKey(cell: { readonly rowId: string; readonly field: string }): string {
  return `${cell.rowId} ${cell.field}`;
}
