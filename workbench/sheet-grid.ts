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

/** Selected cells: 1-based rows, 0-based column of the first. */
export interface GridSelection {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
}

/** 1-based row, 0-based column. */
export interface FocusedCell {
  readonly row: number;
  readonly column: number;
}

export interface SheetGridEvents {
  readonly onEdit: (edits: readonly GridEdit[]) => void;
  readonly onFocus: (cell: FocusedCell) => void;
}

/** Two lines of header text. */
const HEADER_HEIGHT = 40;

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
  readonly #events: SheetGridEvents;
  #sheet: MemorySheet | null = null;
  #headerRow: number | null = null;
  #columns: readonly ColumnRegular[] = [];
  #rows = 0;
  /** What was selected last: a click on a button about the selected rows takes the selection away before it arrives. */
  #left: GridSelection | undefined;

  constructor(place: HTMLElement, events: SheetGridEvents) {
    this.#events = events;
    this.#grid = document.createElement('revo-grid');
    Object.assign(this.#grid, {
      theme: 'compact',
      range: true,
      resize: true,
      useClipboard: true,
      applyOnClose: true,
      filter: false,
      // A link out of the page in the corner of the table: a slip of the mouse would leave the work.
      hideAttribution: true,
      // Its roles do not add up (rows outside grids, headers outside rows); the page says the selected cell in words instead.
      accessible: false,
      rowSize: 26,
      rowHeaders: {
        prop: 'rowNumber',
        name: '',
        size: 46,
        cellTemplate: (_h: unknown, { model }: { model: GridRow }) => String(model.rowNumber),
      },
    });
    this.#grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { rowIndex, type, prop, val } = (event as CustomEvent<BeforeEdit>).detail;
      this.#events.onEdit([{ row: this.#rowAt(rowIndex, type), column: Number(prop), value: typed(val) }]);
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
      this.#events.onEdit(edits);
    });
    this.#grid.addEventListener('afterfocus', (event) => {
      const { model, column } = (event as CustomEvent<{ model?: GridRow; column?: ColumnRegular }>).detail;
      if (model && typeof column?.prop === 'number')
        this.#events.onFocus({ row: model.rowNumber, column: column.prop });
    });
    for (const name of ['afterfocus', 'setrange', 'selectall']) {
      this.#grid.addEventListener(name, () => void this.#noteSelection());
    }
    place.append(this.#grid);
  }

  /** Shows a sheet anew: columns, rows, what stays in view. */
  show(sheet: MemorySheet, view: SheetView, language: Language): void {
    if (sheet !== this.#sheet) this.#left = undefined;
    this.#sheet = sheet;
    this.#headerRow = view.headerRow;
    this.#columns = gridColumns(sheet, view, language);
    this.#grid.columns = [...this.#columns];
    this.#grid.pinnedTopSource = view.headerRow === null ? [] : [gridRow(sheet, view.headerRow)];
    this.#grid.rowDefinitions = view.headerRow === null ? [] : [{ type: 'rowPinStart', index: 0, size: HEADER_HEIGHT }];
    this.#takeRows(sheet);
  }

  /** Puts the keyboard into the grid: where it was, else on the first cell below the header. */
  async focus(): Promise<void> {
    const grid = await this.#ready();
    const focused = await grid.getFocused();
    const { x, y } = focused?.cell ?? { x: 0, y: 0 };
    await grid.setCellsFocus({ x, y }, { x, y }, focused?.colType ?? 'rgCol', focused?.rowType ?? 'rgRow');
  }

  /** Draws the cells anew after they changed; rows that came or went are taken in. */
  async refresh(): Promise<void> {
    const sheet = this.#sheet;
    if (!sheet) return;
    if (sheet.rowCount !== this.#rows) this.#takeRows(sheet);
    else await (await this.#ready()).refresh('all');
  }

  /** Brings a cell into view and selects it. */
  async select({ row, column }: SelectedCell): Promise<void> {
    const place = this.#placeOf(row, column);
    if (!place) return;
    const { x, y, colType, rowType } = place;
    const grid = await this.#ready();
    if (rowType === 'rgRow') await grid.scrollToRow(Math.max(0, y - 4));
    if (colType === 'rgCol') await grid.scrollToColumnIndex(Math.max(0, x - 1));
    await grid.setCellsFocus({ x, y }, { x, y }, colType, rowType);
  }

  /** Brings a row to the top, once the grid has its size: it has none while the page still hides it. */
  async scrollToRow(row: number): Promise<void> {
    await drawn();
    await drawn();
    await (await this.#ready()).scrollToRow(placeOfRow(row, this.#headerRow));
  }

  /** What is selected, or was before the keyboard left; undefined when nothing is. */
  async findSelection(): Promise<GridSelection | undefined> {
    return (await this.#findSelected()) ?? this.#left;
  }

  /** Takes the keyboard out of the grid, which listens to the whole page. */
  async leave(): Promise<void> {
    const grid = await this.#ready();
    if (await grid.getFocused()) await grid.clearFocus();
  }

  async #noteSelection(): Promise<void> {
    this.#left = (await this.#findSelected()) ?? this.#left;
  }

  async #findSelected(): Promise<GridSelection | undefined> {
    const range = await (await this.#ready()).getSelectedRange();
    const column = range && this.#visible(range.colType === 'colPinStart')[range.x]?.prop;
    if (!range || typeof column !== 'number') return undefined;
    return { firstRow: this.#rowAt(range.y, range.rowType), lastRow: this.#rowAt(range.y1, range.rowType), column };
  }

  /** The library's element gets its methods a moment after it was put into the page. */
  async #ready(): Promise<HTMLRevoGridElement> {
    await customElements.whenDefined('revo-grid');
    return this.#grid.componentOnReady();
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

function drawn(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(done));
}

/** What was typed, kept as text: turning it into a number or a date is how Excel loses leading zeros and swaps days. */
function typed(value: unknown): CellValue {
  const text = value === undefined || value === null ? '' : String(value);
  return text === '' ? null : text;
}
