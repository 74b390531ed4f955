import { cellText } from '../rules/cell.ts';
import type { ColumnId, Layout } from '../templates/layout.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';
import {
  type BoundColumns,
  bindingHolds,
  findColumn,
  isDataRow,
  planBinding,
  readSheetRow,
  rowIdsWithin,
} from './bound-columns.ts';
import type { ConfirmationEntry } from './confirmation.ts';
import { decodeConfirmations, encodeConfirmation } from './confirmation-codec.ts';
import type { JournalEntry } from './journal.ts';
import { decodeJournal, encodeJournalEntry } from './journal-codec.ts';
import type { MemorySheet } from './memory-sheet.ts';
import type { MemoryWorkbook } from './memory-workbook.ts';
import { type GridRow, planPatch } from './plan-patch.ts';
import { planRowIds, type RowIdOptions } from './plan-row-ids.ts';
import { SheetError } from './sheet-error.ts';
import type {
  ApplyOptions,
  PatchAnswer,
  SheetEdit,
  SheetPatch,
  SheetPort,
  SheetRow,
  SheetSnapshot,
  SheetSurvey,
} from './sheet-port.ts';

/** A cell brought into view: 1-based row, 0-based column. */
export interface SelectedCell {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

export interface MemorySheetPortOptions {
  /** Called by `select`, for the grid that shows the workbook. */
  readonly onSelect?: (cell: SelectedCell) => void;
  /** What is selected in the grid that shows the active sheet: 1-based rows, inclusive. Default: nobody selects. */
  readonly findSelection?: () => Promise<{ readonly firstRow: number; readonly lastRow: number } | undefined>;
}

/** The sheet port over a workbook in memory: the workbench's, and what the file adapter stands on. */
export class MemorySheetPort implements SheetPort {
  readonly #workbook: MemoryWorkbook;
  readonly #onSelect: (cell: SelectedCell) => void;
  readonly #findSelection: NonNullable<MemorySheetPortOptions['findSelection']>;
  #bound: { readonly sheet: MemorySheet; readonly columns: BoundColumns } | null = null;

  constructor(workbook: MemoryWorkbook, options: MemorySheetPortOptions = {}) {
    this.#workbook = workbook;
    this.#onSelect = options.onSelect ?? (() => {});
    this.#findSelection = options.findSelection ?? (async () => undefined);
  }

  async survey(): Promise<SheetSurvey> {
    const sheet = this.#workbook.activeSheet;
    const grid = [];
    for (let row = 1; row <= sheet.rowCount; row++) grid.push(sheet.readRow(row));
    return {
      sheetName: sheet.name,
      grid,
      identity: this.#workbook.identity,
      protected: sheet.protected,
      mergedAreas: sheet.mergedAreas.length,
      mergedRows: sheet.mergedAreas.map((area) => area.lastRow),
      date1904: this.#workbook.date1904,
    };
  }

  async bind(layout: Layout, match: SheetMatch): Promise<void> {
    const sheet = this.#workbook.activeSheet;
    const plan = planBinding(layout, match, sheet.readRow(match.headerRow), sheet.columnCount);
    if (plan.absent.length > 0) {
      sheet.write(plan.absent.map(({ column, header }) => ({ row: match.headerRow, column, value: header })));
      for (const { column, hidden } of plan.absent) if (hidden) sheet.hideColumn(column);
    }
    this.#bound = { sheet, columns: plan.columns };
  }

  async mintRowIds(mint: () => string, options: RowIdOptions = {}): Promise<number> {
    const { sheet, columns } = this.#getBound();
    const writes = planRowIds(columns, rowsOf(sheet, columns), mint, options);
    sheet.write(writes);
    return writes.length;
  }

  async snapshot(): Promise<SheetSnapshot> {
    const { sheet, columns } = this.#getBound();
    const rows: SheetRow[] = [];
    let leftoverMarks = false;
    for (const { rowNumber, cells } of rowsOf(sheet, columns)) {
      if (isDataRow(columns, cells)) rows.push(readSheetRow(columns, rowNumber, cells));
      else if (cellText(cells[columns.marksColumn]) !== '' && cellText(cells[columns.rowIdColumn]) !== '') {
        leftoverMarks = true;
      }
    }
    return { rows, leftoverMarks };
  }

  async apply(patch: SheetPatch, options: ApplyOptions = {}): Promise<PatchAnswer> {
    const { sheet, columns } = this.#getBound();
    if (sheet.protected) throw new SheetError('sheet-protected');
    if (options.signal?.aborted) return { applied: [], stale: [], missingRows: [] };
    const undoes = patch.journal?.undoes;
    const plan = planPatch(columns, rowsOf(sheet, columns), patch, {
      numberFormat: (row, column) => sheet.numberFormat(row, column),
      hasFormula: (row, column) => sheet.findFormula(row, column) !== undefined,
      undone: undoes === undefined ? undefined : this.#journal().find((entry) => entry.id === undoes),
    });
    // The journal goes first: an entry without its change is taken back as stale, a change without its entry is lost.
    if (plan.entry) this.#workbook.appendJournal(encodeJournalEntry(plan.entry));
    const writes = [...plan.cells, ...plan.results, ...plan.marks];
    sheet.write(writes);
    options.onProgress?.(writes.length, writes.length);
    return plan.answer;
  }

  async readJournal(): Promise<readonly JournalEntry[]> {
    return this.#journal();
  }

  async readConfirmations(): Promise<readonly ConfirmationEntry[]> {
    return decodeConfirmations(this.#workbook.journal);
  }

  async appendConfirmation(entry: ConfirmationEntry): Promise<void> {
    this.#workbook.appendJournal(encodeConfirmation(entry));
  }

  async select(rowId: string, column: ColumnId): Promise<void> {
    const { sheet, columns } = this.#getBound();
    const at = findColumn(columns, column);
    const row = rowsOf(sheet, columns).find(({ cells }) => cellText(cells[columns.rowIdColumn]) === rowId);
    if (!row || at === undefined) throw new SheetError('row-gone');
    this.#workbook.activate(sheet.name);
    this.#onSelect({ sheetName: sheet.name, row: row.rowNumber, column: at });
  }

  async selectedRowIds(): Promise<readonly string[]> {
    const { sheet, columns } = this.#getBound();
    const selection = sheet === this.#workbook.activeSheet ? await this.#findSelection() : undefined;
    return selection ? rowIdsWithin(columns, rowsOf(sheet, columns), [selection]) : [];
  }

  async watch(onEdit: (edit: SheetEdit) => void): Promise<() => Promise<void>> {
    const { sheet } = this.#getBound();
    const stop = sheet.listen((change) => {
      if (change.by === 'program' || change.kind === 'protection') return;
      const source = change.by === 'remote' ? 'remote' : 'local';
      onEdit({ firstRow: change.firstRow, lastRow: change.lastRow, source });
    });
    return async () => stop();
  }

  #journal(): readonly JournalEntry[] {
    return decodeJournal(this.#workbook.journal);
  }

  #getBound(): { readonly sheet: MemorySheet; readonly columns: BoundColumns } {
    if (!this.#bound) throw new SheetError('not-bound');
    const { sheet, columns } = this.#bound;
    if (!this.#workbook.sheets.includes(sheet)) throw new SheetError('sheet-gone');
    if (!bindingHolds(columns, sheet.readRow(columns.match.headerRow))) throw new SheetError('not-bound');
    return this.#bound;
  }
}

function rowsOf(sheet: MemorySheet, columns: BoundColumns): GridRow[] {
  const rows: GridRow[] = [];
  for (let rowNumber = columns.match.firstDataRow; rowNumber <= sheet.rowCount; rowNumber++) {
    rows.push({ rowNumber, cells: sheet.readRow(rowNumber) });
  }
  return rows;
}
