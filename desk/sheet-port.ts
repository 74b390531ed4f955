import type { CellValue } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import type { ColumnId, Layout, ResultColumn } from '../templates/layout.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import type { ConfirmationEntry } from './confirmation.ts';
import type { JournalEntry, JournalHeader } from './journal.ts';

/**
 * The sheet as the desk sees it. Three adapters keep this contract (Excel, file, in-memory) and one suite,
 * `test/desk/sheet-port.contract.ts`, runs against all of them. The core reads a snapshot and hands back one declarative
 * patch; the adapter alone decides how few requests carry it, and checks ids and `before` again just ahead of writing.
 * Every method rejects with a `SheetError` (desk/sheet-error.ts) and never half-writes.
 */
export interface SheetPort {
  /** The raw grid of the active sheet, its name, and the identity on `_sosach`, if any. Binds nothing. */
  survey(): Promise<SheetSurvey>;
  /**
   * Fixes which columns mean what. Makes the hidden row-id and marks columns, and the result columns, where they are absent.
   * When the header row no longer reads as it did here (a column was put in, the header moved), every later step rejects
   * with `not-bound` before it reads or writes: results would land on a person's own column.
   */
  bind(layout: Layout, match: SheetMatch): Promise<void>;
  /**
   * Mints ids for rows whose id is blank, is none of ours (`isRowId`), stands more than once (all but the copy that still fits
   * its fingerprint; position says nothing) or is to be given anew. Returns how many.
   */
  mintRowIds(mint: () => string, options?: MintOptions): Promise<number>;
  /** Every data row that is not wholly blank, as it stands now. */
  snapshot(): Promise<SheetSnapshot>;
  /** Writes what still fits; returns what no longer does. With a journal header, the entry is written in the same step. */
  apply(patch: SheetPatch, options?: ApplyOptions): Promise<PatchAnswer>;
  /** Applied batches, oldest first. */
  readJournal(): Promise<readonly JournalEntry[]>;
  /** What was confirmed in this workbook, and taken back, oldest first. */
  readConfirmations(): Promise<readonly ConfirmationEntry[]>;
  /** Writes one behind the others. No cell of the sheet is touched. */
  appendConfirmation(entry: ConfirmationEntry): Promise<void>;
  /** Brings a cell into view and selects it. Rejects with `row-gone` when there is no such row or column. */
  select(rowId: string, column: ColumnId): Promise<void>;
  /** Ids of the data rows in which a person has something selected, top down; none where nobody selects, as in a file. */
  selectedRowIds(): Promise<readonly string[]>;
  /** Calls back after a person's edit, never for our own writes. Missed events are possible: correctness never rests on them. */
  watch(onEdit: (edit: SheetEdit) => void): Promise<() => Promise<void>>;
}

export interface MintOptions {
  /** Ids whose rows get a new one: they hold another person now. */
  readonly anew?: ReadonlySet<string>;
}

export interface SheetSurvey {
  readonly sheetName: string;
  /** Cells from A1; rows and columns beyond the used range are absent. */
  readonly grid: readonly (readonly CellValue[])[];
  readonly identity: WorkbookIdentity | null;
  readonly protected: boolean;
  /** Number of merged areas that touch the grid, so that `sheet.merged-cells` can be said. */
  readonly mergedAreas: number;
  /** 1-based last row of each of them, where the host tells: a merged title above the header harms nobody. */
  readonly mergedRows?: readonly number[];
  /** The workbook counts days from 1904, where the host tells: a bare number in a date column is read so. Default: 1900. */
  readonly date1904?: boolean;
}

export interface SheetRow {
  /** '' until minted. */
  readonly rowId: string;
  /** 1-based Excel row at the time of the snapshot: for people only, never an identity. */
  readonly rowNumber: number;
  readonly values: RawRow;
  readonly results: Readonly<Record<ResultColumn, string>>;
  readonly marks: string;
}

export interface SheetSnapshot {
  readonly rows: readonly SheetRow[];
  /**
   * Rows whose contents a person deleted still have marks: they would paint blank cells. The next patch with `marks`, even
   * empty, takes them off.
   */
  readonly leftoverMarks?: boolean;
}

/** One cell to change. It is written only if the cell still holds `before`. */
export interface PatchCell {
  readonly rowId: string;
  readonly field: FieldId;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface RowResult extends Readonly<Record<ResultColumn, string>> {
  readonly rowId: string;
}

export interface RowMarks {
  readonly rowId: string;
  /** As `encodeMarks` writes it; '' takes the marks off. */
  readonly marks: string;
}

export interface SheetPatch {
  readonly cells?: readonly PatchCell[];
  /** Our own columns: overwritten without a `before`. */
  readonly results?: readonly RowResult[];
  /** Rows that are not named keep theirs; rows that hold nobody any more lose them. */
  readonly marks?: readonly RowMarks[];
  readonly journal?: JournalHeader;
}

export interface ApplyOptions {
  readonly signal?: AbortSignalLike;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What of `AbortSignal` the desk uses; spelled out because the desk knows no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

export interface PatchAnswer {
  readonly applied: readonly PatchCell[];
  readonly stale: readonly StaleCell[];
  /** Row ids of results or marks whose row is no longer in the sheet. */
  readonly missingRows: readonly string[];
}

export interface StaleCell extends PatchCell {
  /**
   * `column-gone`: the field has no column in this sheet any more. `formula`: the cell shows `before` by a formula of the
   * person's own, which writing would take away.
   */
  readonly why: 'changed' | 'row-gone' | 'row-doubled' | 'column-gone' | 'formula';
  /** What the cell holds now; absent when its row or column is gone or cannot be told. */
  readonly found?: CellValue;
}

export interface SheetEdit {
  /** 1-based rows that were touched, inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** `remote`: a co-author's edit. It is shown, never rewritten, else two panes fight. */
  readonly source: 'local' | 'remote';
}
