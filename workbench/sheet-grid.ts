import type { ColumnRegular } from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { MemorySheet } from '../desk/memory-sheet.ts';
import type { SelectedCell } from '../desk/memory-sheet-port.ts';
import type { CellValue } from '../rules/cell.ts';
import type { Language } from '../rules/messages.ts';
import { gridColumns } from './grid-columns.ts';
import { type GridRow, gridRow, gridRows, placeOfRow, rowAtPlace } from './grid-rows.ts';
import type { SheetView } from './sheet-view.ts';

defineCustomElements();

/** Cells a person changed: 1-based row, 0-based column. */
export interface GridEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

interface BeforeEdit {
  readonly rowIndex: number;
  readonly type: string;
  readonly prop: number;
  readonly val?: unknown;
}

interface BeforeRangeEdit {
  readonly data: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
  readonly type: string;
}

/**
 * The grid library over a sheet in memory. The sheet is the truth: the library draws from it and its edits are handed over
 * instead of being kept.
 */
export class SheetGrid {
  readonly #grid: HTMLRevoGridElement;
  readonly #onEdit: (edits: readonly GridEdit[]) => void;
  #sheet: MemorySheet | null = null;
  #headerRow: number | null = null;
  #columns: readonly ColumnRegular[] = [];
  #rows = 0;

  constructor(place: HTMLElement, onEdit: (edits: readonly GridEdit[]) => void) {
    this.#onEdit = onEdit;
    this.#grid = document.createElement('revo-grid');
    Object.assign(this.#grid, {
      theme: 'compact',
      range: true,
      resize: true,
      useClipboard: true,
      applyOnClose: true,
      filter: false,
      rowSize: 26,
      rowHeaders: {
        prop: 'rowNumber',
        name: '',
        size: 54,
        cellTemplate: (_h: unknown, { model }: { model: GridRow }) => String(model.rowNumber),
      },
    });
    this.#grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { rowIndex, type, prop, val } = (event as CustomEvent<BeforeEdit>).detail;
      this.#onEdit([{ row: this.#rowAt(rowIndex, type), column: Number(prop), value: typed(val) }]);
    });
    this.#grid.addEventListener('beforerangeedit', (event) => {
      event.preventDefault();
      const { data, type } = (event as CustomEvent<BeforeRangeEdit>).detail;
      const edits = Object.entries(data).flatMap(([place, cells]) =>
        Object.entries(cells).map(([column, value]) => ({
          row: this.#rowAt(Number(place), type),
          column: Number(column),
          value: typed(value),
        })),
      );
      this.#onEdit(edits);
    });
    place.append(this.#grid);
  }

  /** Shows a sheet anew: columns, rows, what stays in view. */
  show(sheet: MemorySheet, view: SheetView, language: Language): void {
    this.#sheet = sheet;
    this.#headerRow = view.headerRow;
    this.#columns = gridColumns(sheet, view, language);
    this.#grid.columns = [...this.#columns];
    this.#grid.pinnedTopSource = view.headerRow === null ? [] : [gridRow(sheet, view.headerRow)];
    this.#takeRows(sheet);
  }

  /** Draws the cells anew after they changed; rows that came or went are taken in. */
  async refresh(): Promise<void> {
    const sheet = this.#sheet;
    if (!sheet) return;
    if (sheet.rowCount !== this.#rows) this.#takeRows(sheet);
    else await this.#grid.refresh('all');
  }

  /** Brings a cell into view and selects it. */
  async select({ row, column }: SelectedCell): Promise<void> {
    const place = this.#placeOf(row, column);
    if (!place) return;
    const { x, y, colType, rowType } = place;
    if (rowType === 'rgRow') await this.#grid.scrollToRow(Math.max(0, y - 4));
    if (colType === 'rgCol') await this.#grid.scrollToColumnIndex(Math.max(0, x - 1));
    await this.#grid.setCellsFocus({ x, y }, { x, y }, colType, rowType);
  }

  async scrollToRow(row: number): Promise<void> {
    await this.#grid.scrollToRow(placeOfRow(row, this.#headerRow));
  }

  /** The cells that are selected: 1-based rows, 0-based columns; undefined when none is. */
  async findSelection(): Promise<
    { readonly firstRow: number; readonly lastRow: number; readonly column: number } | undefined
  > {
    const range = await this.#grid.getSelectedRange();
    if (!range) return undefined;
    const pinned = this.#visible(range.colType === 'colPinStart');
    const column = pinned[range.x]?.prop;
    if (typeof column !== 'number') return undefined;
    return {
      firstRow: this.#rowAt(range.y, range.rowType),
      lastRow: this.#rowAt(range.y1, range.rowType),
      column,
    };
  }

  remove(): void {
    this.#grid.remove();
  }

  #takeRows(sheet: MemorySheet): void {
    this.#rows = sheet.rowCount;
    this.#grid.source = gridRows(sheet, this.#headerRow);
  }

  #rowAt(place: number, rowType: string): number {
    return rowType === 'rowPinStart' ? (this.#headerRow ?? 1) : rowAtPlace(place, this.#headerRow);
  }

  #visible(pinned: boolean): readonly ColumnRegular[] {
    return this.#columns.filter((column) => (column.pin === 'colPinStart') === pinned);
  }

  #placeOf(row: number, column: number) {
    const at = this.#columns.find((candidate) => candidate.prop === column);
    if (!at) return undefined;
    const pinned = at.pin === 'colPinStart';
    const inHeader = row === this.#headerRow;
    return {
      x: this.#visible(pinned).indexOf(at),
      y: inHeader ? 0 : placeOfRow(row, this.#headerRow),
      colType: pinned ? 'colPinStart' : 'rgCol',
      rowType: inHeader ? 'rowPinStart' : 'rgRow',
    } as const;
  }
}

/** What was typed, kept as text: turning it into a number or a date is how Excel loses leading zeros and swaps days. */
function typed(value: unknown): CellValue {
  const text = value === undefined || value === null ? '' : String(value);
  return text === '' ? null : text;
}
