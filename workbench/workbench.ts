import { browserHost } from '../addin/pane/browser-host.ts';
import { describeProblem } from '../addin/pane/describe-problem.ts';
import { downloadBytes } from '../addin/pane/download-bytes.ts';
import { makeDesk } from '../addin/pane/make-desk.ts';
import { type MountedPane, mountPane } from '../addin/pane/mount-pane.tsx';
import type { OfferedAccount } from '../addin/pane/tryout-accounts.ts';
import type { MemorySheet } from '../desk/memory-sheet.ts';
import { MemorySheetPort, type SelectedCell } from '../desk/memory-sheet-port.ts';
import { MemoryWorkbook } from '../desk/memory-workbook.ts';
import { SheetError } from '../desk/sheet-error.ts';
import type { SyncClient } from '../desk/sync-client.ts';
import { cellText } from '../rules/cell.ts';
import { fill, type Message } from '../rules/messages.ts';
import type { RecordKind } from '../rules/record.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { MARK_LOOKS, MARK_WORDS } from '../templates/mark-looks.ts';
import { EditHistory } from './edit-history.ts';
import { type OpenedWorkbook, openWorkbook } from './open-workbook.ts';
import { type FocusedCell, type GridEdit, type GridSelection, SheetGrid } from './sheet-grid.ts';
import { sheetShape, sheetView } from './sheet-view.ts';
import { WORKBENCH_WORDS } from './words.ts';
import { WorkbenchStore } from './workbench-store.ts';

export interface WorkbenchParts {
  readonly client: SyncClient;
  readonly tryOut: boolean;
  /** Where the pane and the grid are put. */
  readonly panePlace: HTMLElement;
  readonly gridPlace: HTMLElement;
  readonly onChange: () => void;
}

/** No list is so large, and a film dropped by mistake must not be read into memory. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Nothing is open yet: the pane says so in its own words. */
const NOTHING_OPEN = { sheets: [{ name: 'Sheet1', cells: [] }], identity: null, journal: [] };

/** The page's work: opening, editing, saving workbooks, and keeping grid and pane on the same sheet. */
export class Workbench {
  readonly store: WorkbenchStore;
  readonly #parts: WorkbenchParts;
  readonly #grid: SheetGrid;
  readonly #history = new EditHistory();
  #memory = new MemoryWorkbook(NOTHING_OPEN);
  #opened: OpenedWorkbook | null = null;
  #pane: MountedPane;
  #onSheetChange: () => void = () => {};
  #shownReport: unknown = null;
  #drawn: { readonly sheet: MemorySheet; readonly shape: string; readonly headerRow: number | null } | null = null;
  #stopListening: () => void = () => {};
  #refreshDue = false;
  /** Goes up with every change worth keeping. */
  #changes = 0;
  #focused: FocusedCell | null = null;

  constructor(parts: WorkbenchParts) {
    this.#parts = parts;
    this.store = new WorkbenchStore({ language: 'vi', tryOut: parts.tryOut }, parts.onChange);
    this.#grid = new SheetGrid(parts.gridPlace, {
      onEdit: (edits) => this.#edit(edits),
      onFocus: (cell) => this.#readOut(cell),
    });
    this.#pane = this.#mountPane();
  }

  /** Opens the unit's own workbook from the server. */
  openFromServer(template: RecordKind): void {
    this.#open(async () => {
      const bytes = await this.#parts.client.workbook(template);
      const unit = this.store.state.account?.unit.code ?? '';
      return openWorkbook(bytes, `so-sach_${template}_${unit}.xlsx`);
    });
  }

  /** Opens a file that the person picked or dropped. */
  openFile(file: File): void {
    this.#open(async () => {
      if (file.size > LARGEST_FILE) throw new SheetError('unreadable', 'too-large');
      return openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
    });
  }

  download(): void {
    const { save, name } = this.#opened ?? {};
    if (!save || name === undefined) return;
    void this.#run(WORKBENCH_WORDS.downloading, async () => {
      downloadBytes(await save(), name);
      this.store.changeWorkbook({ changed: false });
      this.#tell('done', WORKBENCH_WORDS.downloaded, { name });
    });
  }

  activateSheet(name: string): void {
    this.#memory.activate(name);
    this.#history.forget();
    this.store.changeWorkbook({ activeSheet: name });
    this.#takeSheet();
    this.#onSheetChange();
  }

  insertRow(): void {
    void this.#withSelection((sheet, { firstRow }) => sheet.insertRow(firstRow));
  }

  deleteRows(): void {
    void this.#withSelection((sheet, { firstRow, lastRow }) => {
      for (let row = Math.min(lastRow, sheet.rowCount); row >= firstRow; row--) sheet.deleteRow(row);
    });
  }

  sort(order: 'ascending' | 'descending'): void {
    void this.#withSelection((sheet, { column }) => {
      sheet.sortRows(this.#view().firstDataRow, sheet.rowCount, column, order);
    });
  }

  undoTyping(): void {
    this.#attempt(() => {
      if (!this.#history.undo()) this.#tell('done', WORKBENCH_WORDS.nothingToUndo);
    });
  }

  /** Moves the keyboard between grid and pane: Tab walks from cell to cell and never leaves the grid. */
  switchPlace(): void {
    const { panePlace } = this.#parts;
    if (panePlace.contains(document.activeElement) && this.#opened) void this.#grid.focus();
    else panePlace.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  enterGrid(): void {
    void this.#grid.focus();
  }

  leaveGrid(): void {
    void this.#grid.leave();
  }

  askSignIn(): void {
    this.#pane.actions.session.askSignIn();
  }

  signInAs({ username, password }: OfferedAccount): void {
    void this.#pane.actions.session.signIn(username, password);
  }

  get hasUnsavedChanges(): boolean {
    return this.store.state.workbook?.changed ?? false;
  }

  /** On a slow line one goes on working in what is open: what was changed meanwhile is asked about once more. */
  #open(load: () => Promise<OpenedWorkbook>): void {
    this.#leaveThen(() => {
      const before = this.#changes;
      return this.#run(WORKBENCH_WORDS.opening, async () => {
        const opened = await load();
        const show = () => this.#show(opened);
        if (this.#changes === before || !this.hasUnsavedChanges) await show();
        else this.#leaveThen(() => this.#run(WORKBENCH_WORDS.opening, show));
      });
    });
  }

  async #show(opened: OpenedWorkbook): Promise<void> {
    this.#opened = opened;
    this.#memory = opened.memory;
    this.#history.forget();
    this.store.change({
      notice: null,
      workbook: {
        name: opened.name,
        ours: opened.ours,
        convertedFrom: opened.convertedFrom,
        changed: false,
        sheets: opened.memory.sheets.map((sheet) => sheet.name),
        activeSheet: opened.memory.activeSheet.name,
      },
    });
    await this.#pane.unmount();
    this.#takeSheet();
    this.#pane = this.#mountPane();
  }

  #mountPane(): MountedPane {
    const { client, panePlace, tryOut } = this.#parts;
    const port = new MemorySheetPort(this.#memory, {
      onSelect: (cell) => void this.#select(cell),
      findSelection: () => this.#grid.findSelection(),
    });
    const host = browserHost('workbench', (onChange) => {
      this.#onSheetChange = onChange;
      return () => {
        this.#onSheetChange = () => {};
      };
    });
    const pane = mountPane(panePlace, {
      desk: makeDesk(port, client),
      client,
      host,
      tryOut,
      nothingOpen: this.#opened === null,
    });
    pane.store.subscribe(() => this.#follow(pane));
    this.#follow(pane);
    return pane;
  }

  /** Language, account and what the sheet turned out to be are the pane's to know. */
  #follow(pane: MountedPane): void {
    const { language, account, sheet } = pane.store.state;
    const { state } = this.store;
    if (sheet !== this.#shownReport || language !== state.language) {
      this.#shownReport = sheet;
      this.store.change({ language });
      this.#drawSheet(pane);
    }
    if (account !== state.account) this.store.change({ account });
  }

  #takeSheet(): void {
    const sheet = this.#memory.activeSheet;
    this.#stopListening();
    this.#stopListening = sheet.listen(({ kind, by }) => {
      if (kind === 'moved') this.#history.forget();
      // Marks and results are worth keeping too, but only where they can be saved.
      if (by === 'person' || this.#opened?.save) {
        this.#changes += 1;
        this.store.changeWorkbook({ changed: true });
      }
      this.#refreshSoon();
    });
    this.#shownReport = null;
    this.#focused = null;
    this.store.change({ cell: null });
  }

  /** Draws the sheet in front. As long as its columns are the same, a new reading of it moves nothing under the person's eyes. */
  #drawSheet(pane: MountedPane): void {
    if (!this.#opened) return;
    const sheet = this.#memory.activeSheet;
    const { sheet: report, language } = pane.store.state;
    const view = sheetView(sheet, report);
    const shape = [language, sheetShape(sheet, view)].join();
    const before = this.#drawn;
    this.#drawn = { sheet, shape, headerRow: view.headerRow };
    if (before?.sheet === sheet && before.shape === shape) {
      void this.#grid.refresh();
      return;
    }
    this.#grid.show(sheet, view, language);
    const isNew = before?.sheet !== sheet || before.headerRow !== view.headerRow;
    if (isNew && view.headerRow !== null) void this.#grid.scrollToRow(view.firstDataRow);
  }

  /** A step writes many cells in several goes; the grid is drawn once for all of them. */
  #refreshSoon(): void {
    if (this.#refreshDue) return;
    this.#refreshDue = true;
    requestAnimationFrame(() => {
      this.#refreshDue = false;
      this.#drawSheet(this.#pane);
      if (this.#focused) this.#readOut(this.#focused);
    });
  }

  async #select(cell: SelectedCell): Promise<void> {
    if (cell.sheetName !== this.store.state.workbook?.activeSheet) {
      this.store.changeWorkbook({ activeSheet: cell.sheetName });
      this.#drawSheet(this.#pane);
    }
    await this.#grid.select(cell);
  }

  /** The selected cell in words: narrow columns cut texts off, and the mark's meaning is said. */
  #readOut(cell: FocusedCell): void {
    const { row, column } = cell;
    this.#focused = cell;
    const mark = this.#view().findMark(row, column);
    this.store.change({
      cell: {
        address: `${columnLetters(column)}${row}`,
        text: cellText(this.#memory.activeSheet.read(row, column)),
        mark: mark ? { symbol: MARK_LOOKS[mark].symbol, words: MARK_WORDS[mark] } : null,
      },
    });
  }

  #edit(edits: readonly GridEdit[]): void {
    this.#attempt(() => this.#history.edit(this.#memory.activeSheet, edits));
  }

  async #withSelection(work: (sheet: MemorySheet, selection: GridSelection) => void): Promise<void> {
    const selection = await this.#grid.findSelection();
    if (!selection || selection.firstRow < this.#view().firstDataRow) {
      this.#tell('problem', WORKBENCH_WORDS.selectFirst);
      return;
    }
    this.#attempt(() => work(this.#memory.activeSheet, selection));
  }

  #view() {
    return sheetView(this.#memory.activeSheet, this.#pane.store.state.sheet);
  }

  #leaveThen(work: () => Promise<void>): void {
    const go = () => {
      this.store.change({ leaving: null });
      void work();
    };
    if (this.hasUnsavedChanges) this.store.change({ leaving: { go } });
    else go();
  }

  async #run(busy: Message, work: () => Promise<void>): Promise<void> {
    if (this.store.state.busy) return;
    this.store.change({ busy, notice: null });
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.store.change({ busy: null });
    }
  }

  #attempt(work: () => void): void {
    this.store.change({ notice: null });
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { message, nextStep } = describeProblem(error);
    this.store.change({ notice: { kind: 'problem', message, nextStep } });
  }

  #tell(kind: 'problem' | 'done', message: Message, params: Readonly<Record<string, string>> = {}): void {
    const filled = { vi: fill(message.vi, params), en: fill(message.en, params) };
    this.store.change({ notice: { kind, message: filled, nextStep: null } });
  }
}
