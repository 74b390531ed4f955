import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import { MemorySheet, type MemorySheetData } from './memory-sheet.ts';
import { SheetError } from './sheet-error.ts';

/** A workbook as plain data. `journal`: the rows of `_sosach` from `JOURNAL_FIRST_ROW` down, one entry or confirmation a row. */
export interface MemoryWorkbookData {
  readonly sheets: readonly MemorySheetData[];
  readonly identity: WorkbookIdentity | null;
  readonly journal: readonly (readonly string[])[];
  /** Default: the first sheet. */
  readonly activeSheet?: string;
  /** Counts days from 1904, as old Mac files do. Dates are days already; this is for numbers that ought to be dates. */
  readonly date1904?: boolean;
}

/** A workbook in memory: what the workbench shows and what the file adapter reads a file into. `_sosach` is no sheet in it. */
export class MemoryWorkbook {
  #sheets: MemorySheet[];
  #active: MemorySheet;
  readonly identity: WorkbookIdentity | null;
  readonly date1904: boolean;
  readonly #journal: string[][];

  constructor(data: MemoryWorkbookData) {
    this.#sheets = data.sheets.map((sheet) => new MemorySheet(sheet));
    const active = this.#sheets.find((sheet) => sheet.name === data.activeSheet) ?? this.#sheets[0];
    if (!active) throw new SheetError('unreadable');
    this.#active = active;
    this.identity = data.identity;
    this.date1904 = data.date1904 ?? false;
    this.#journal = data.journal.map((line) => [...line]);
  }

  /** A copy that no later edit reaches: what saving writes. */
  toData(): MemoryWorkbookData {
    return {
      sheets: this.#sheets.map((sheet) => sheet.toData()),
      identity: this.identity,
      journal: this.#journal.map((line) => [...line]),
      activeSheet: this.#active.name,
      date1904: this.date1904,
    };
  }

  get sheets(): readonly MemorySheet[] {
    return this.#sheets;
  }

  get activeSheet(): MemorySheet {
    return this.#active;
  }

  get journal(): readonly (readonly string[])[] {
    return this.#journal;
  }

  /** Brings a sheet to the front. */
  activate(name: string): void {
    const sheet = this.#sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new SheetError('sheet-gone');
    this.#active = sheet;
  }

  /** Takes a sheet out; the last one stays, as in Excel. */
  deleteSheet(name: string): void {
    const left = this.#sheets.filter((sheet) => sheet.name !== name);
    const first = left[0];
    if (left.length === this.#sheets.length || !first) throw new SheetError('sheet-gone');
    this.#sheets = left;
    if (this.#active.name === name) this.#active = first;
  }

  appendJournal(chunks: readonly string[]): void {
    this.#journal.push([...chunks]);
  }
}
