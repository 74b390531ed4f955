import { type CellValue, cellText, sameCell } from '../rules/cell.ts';
import type { FieldPart, SplitField } from '../templates/field-parts.ts';
import { RESULT_COLUMNS } from '../templates/layout.ts';
import { type BoundColumns, isDataRow } from './bound-columns.ts';
import { findNeededFormat } from './cell-format.ts';
import { composeParts, decomposeParts, type PartValue } from './field-parts.ts';
import type { JournalCell, JournalEntry, JournalPart } from './journal.ts';
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
  /** The same, for each cell of `answer.applied`: a field in several columns takes several writes, or none. */
  readonly writesOf: readonly (readonly CellWrite[])[];
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
  const writesOf: CellWrite[][] = [];
  const journal: JournalCell[] = [];
  const written = new Set<string>();
  const undone = new Map(facts.undone?.cells.map((cell) => [cellKey(cell), cell]));

  for (const cell of patch.cells ?? []) {
    const row = byId.get(cell.rowId);
    if (!row) {
      stale.push({ ...cell, why: doubled.has(cell.rowId) ? 'row-doubled' : 'row-gone' });
      continue;
    }
    const plan = planCell(columns, row, cell, facts, undone.get(cellKey(cell)));
    const places = 'why' in plan ? [] : plan.writes.map((write) => `${write.row} ${write.column}`);
    if ('why' in plan) stale.push(plan);
    // Two fields share this column: the second was planned from a cell that the first has changed.
    else if (places.some((place) => written.has(place))) stale.push({ ...cell, why: 'changed', found: cell.before });
    else {
      for (const place of places) written.add(place);
      writesOf.push(plan.writes);
      journal.push(plan.journal);
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
  return {
    cells: writesOf.flat(),
    writesOf,
    results,
    marks,
    answer: { applied, stale, missingRows: [...missing] },
    entry,
  };
}

/** What one cell of a patch comes to: writes with their journal, or why it is left as it is. */
function planCell(
  columns: BoundColumns,
  row: GridRow,
  cell: PatchCell,
  facts: CellFacts,
  undone: JournalCell | undefined,
): { readonly writes: CellWrite[]; readonly journal: JournalCell } | StaleCell {
  const column = columns.fields.get(cell.field);
  if (column === undefined) return { ...cell, why: 'column-gone' };
  const parts = columns.parts.get(cell.field as SplitField);
  const found = parts ? composeParts(cell.field as SplitField, parts, row.cells) : (row.cells[column] ?? null);
  if (!sameCell(found, cell.before)) return { ...cell, why: 'changed', found };
  const lying = parts?.map((part) => part.column) ?? [column];
  if (lying.some((at) => facts.hasFormula(row.rowNumber, at))) return { ...cell, why: 'formula', found };

  const write = (at: number, value: CellValue, formatBefore: string | undefined) => {
    const current = facts.numberFormat(row.rowNumber, at);
    const format = formatBefore ?? findNeededFormat(value, current);
    const changes = format !== undefined && format !== current;
    return {
      write: { row: row.rowNumber, column: at, value, ...(changes ? { format } : {}) },
      note: changes ? { formatBefore: current } : {},
    };
  };
  if (!parts) {
    const { write: only, note } = write(column, cell.after, undone?.formatBefore);
    return { writes: [only], journal: { ...cell, ...note } };
  }
  const restored = undone?.parts && restoreParts(parts, row.cells, undone.parts);
  if (restored === 'changed') return { ...cell, why: 'changed', found };
  const values = restored ?? decomposeParts(cell.field as SplitField, parts, row.cells, cell.after);
  const planned = values.map(({ part, value, formatBefore }: PartValue & { readonly formatBefore?: string }) => {
    const before = row.cells[part.column] ?? null;
    const { write: one, note } = write(part.column, value, formatBefore);
    return { one, journal: { part: part.id, before, after: value, ...note } };
  });
  return {
    writes: planned.map(({ one }) => one),
    journal: { ...cell, parts: planned.map((part) => part.journal) },
  };
}

/**
 * The parts as they were before a fix, whatever way its text could be taken apart. `changed` when a person changed one of them
 * since, though they may read the same together; undefined when the sheet no longer has these parts.
 */
function restoreParts(
  parts: readonly FieldPart[],
  cells: readonly CellValue[],
  noted: readonly JournalPart[],
): readonly (PartValue & { readonly formatBefore?: string })[] | 'changed' | undefined {
  const restored = [];
  for (const { part: id, before, after, formatBefore } of noted) {
    const part = parts.find((candidate) => candidate.id === id);
    if (!part) return undefined;
    const now = cells[part.column];
    if (!sameCell(now, after)) return 'changed';
    restored.push({ part, value: before, ...(formatBefore === undefined ? {} : { formatBefore }) });
  }
  return restored;
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
