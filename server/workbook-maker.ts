import type { RawRow, RecordKind } from '../rules/record.ts';

/** What a unit's own workbook is made of. */
export interface WorkbookRequest {
  readonly template: RecordKind;
  readonly unit: { readonly code: string; readonly name: string };
  readonly campaign: string;
  readonly workbookId: string;
  /** ISO 8601 instant. */
  readonly issuedAt: string;
  /** The roster in the order of its sheet; empty for a unit that has sent nothing yet. */
  readonly rows: readonly { readonly rowId: string; readonly cells: RawRow }[];
  /** The store holds invented people. */
  readonly tryOut: boolean;
}

/** Writes an .xlsx. The server knows no spreadsheet library: the process that starts it hands the maker in. */
export type WorkbookMaker = (request: WorkbookRequest) => Promise<Uint8Array>;
