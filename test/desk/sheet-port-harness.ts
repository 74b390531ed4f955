import type { SheetPort } from '../../desk/sheet-port.ts';
import type { CellValue } from '../../rules/cell.ts';
import type { WorkbookIdentity } from '../../templates/workbook-identity.ts';

/** A workbook with one sheet, before our program ever saw it. */
export interface HarnessWorkbook {
  readonly sheetName: string;
  /** From A1. */
  readonly cells: readonly (readonly CellValue[])[];
  /** Number formats of single cells: 1-based row, 0-based column. Dates have a date format anyway. */
  readonly numberFormats?: readonly { readonly row: number; readonly column: number; readonly format: string }[];
  /** Formulas of single cells; `cells` holds what they show. */
  readonly formulas?: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
  /** Written to the hidden `_sosach` sheet; null: there is no such sheet. */
  readonly identity?: WorkbookIdentity | null;
  /** Rows of `_sosach` from its row 20 down. */
  readonly journal?: readonly (readonly string[])[];
  readonly mergedAreas?: number;
}

/**
 * One adapter on one open workbook, and what a person does to that workbook beside it. Rows are 1-based, columns 0-based.
 * Each promise resolves when the program's own watchers have heard of the edit.
 */
export interface SheetPortHarness {
  readonly port: SheetPort;
  edit(row: number, column: number, value: CellValue): Promise<void>;
  read(row: number, column: number): Promise<CellValue>;
  numberFormat(row: number, column: number): Promise<string>;
  /** The formula in a cell, `=` included; null for a plain value. */
  formula(row: number, column: number): Promise<string | null>;
  isHidden(column: number): Promise<boolean>;
  /** Whole rows, ascending, hidden columns included. */
  sort(firstRow: number, lastRow: number, byColumn: number): Promise<void>;
  insertRow(before: number): Promise<void>;
  deleteRow(row: number): Promise<void>;
  insertColumn(before: number): Promise<void>;
  deleteColumn(column: number): Promise<void>;
  /** Whole row, hidden columns included; the row it came from is left blank. */
  cutRow(from: number, to: number): Promise<void>;
  /** Whole row, hidden columns included: doubles its row id. */
  copyRow(from: number, to: number): Promise<void>;
  /** False where nobody selects: a file. */
  selectRows(firstRow: number, lastRow: number): Promise<boolean>;
  protect(on: boolean): Promise<void>;
  /** Saves, closes, opens again with a new adapter. This harness is not used afterwards. */
  saveAndReopen(): Promise<SheetPortHarness>;
  /** Requests to the host so far; an adapter without a host answers 0. */
  requests(): number;
  close(): Promise<void>;
}

export type MakeHarness = (workbook: HarnessWorkbook) => Promise<SheetPortHarness>;
