import type { Campaign } from '../contract/schemas/campaign.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import type { FieldId } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import type { Layout } from '../templates/layout.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';

/** What a unit's own workbook is made of. */
export interface WorkbookRequest {
  readonly layout: Layout;
  /** Signed. */
  readonly identity: WorkbookIdentity;
  /** The body above the unit; '' where there is none. */
  readonly unitHeading: string;
  /** Columns that are off unless asked for. */
  readonly optionalFields: readonly FieldId[];
  /** Names of the classes that its rows stand in. */
  readonly classes: readonly string[];
  /** null: made for no campaign. */
  readonly campaign: Campaign | null;
  /** The roster in the order of its sheet; empty for a unit that has sent nothing yet. */
  readonly rows: readonly RosterEntry[];
  /** The store holds invented people. */
  readonly tryOut: boolean;
}

export interface RosterEntry {
  readonly rowId: string;
  readonly cells: RawRow;
  /** Of the record, so that an edit in the workbook is told from somebody else's. */
  readonly revision: number;
  readonly status: RowStatus | null;
}

/** Writes an .xlsx. The server knows no spreadsheet library: the process that starts it hands the maker in. */
export type WorkbookMaker = (request: WorkbookRequest) => Promise<Uint8Array>;
