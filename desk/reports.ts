import type { LoopState } from '../contract/loop/loop-state.ts';
import type { HeldSheet } from '../contract/schemas/hold.ts';
import type { FieldDifference } from '../contract/schemas/push.ts';
import type { CellValue } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { Message } from '../rules/messages.ts';
import type { ColumnId, Layout } from '../templates/layout.ts';
import type { LikelyHeader } from '../templates/likely-header.ts';
import type { HeaderProblem, SheetMatch } from '../templates/sheet-match.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import type { Confirmation, ConfirmationEntry } from './confirmation.ts';
import type { SheetErrorCode } from './sheet-error.ts';
import type { StaleCell } from './sheet-port.ts';
import type { TornRows } from './torn-rows.ts';

/** What the sheet turned out to be. */
export type OpenReport =
  | {
      readonly recognised: true;
      readonly sheetName: string;
      readonly layout: Layout;
      readonly match: SheetMatch;
      readonly identity: WorkbookIdentity | null;
      /** The unit that the heading of a workbook of ours names. */
      readonly issuedTo: string | null;
      readonly rows: number;
      readonly protected: boolean;
      readonly problems: readonly HeaderProblem[];
    }
  | {
      readonly recognised: false;
      readonly sheetName: string;
      readonly why: 'empty' | 'no-header-found';
      /** For people to say what its columns are. Absent: no row reads like a header. */
      readonly likelyHeader?: LikelyHeader;
    };

/** A finding with where it stands now, in words. */
export interface FindingView {
  readonly finding: Finding;
  readonly rowId: string | null;
  readonly rowNumber: number | null;
  readonly column: ColumnId | null;
  readonly message: Message;
  /** When and why somebody said that it is right as it stands; null while it is open. */
  readonly confirmation: Confirmation | null;
}

/** All findings of one rule. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Message;
  readonly citation: string;
  readonly findings: readonly FindingView[];
  /** Cells that a fix would mend, and how many of them are safe in bulk. */
  readonly fixable: number;
  readonly safe: number;
}

export interface CheckReport {
  readonly rows: number;
  /** Rows without error or open query. */
  readonly clean: number;
  readonly error: number;
  /** Open ones: what was confirmed is counted apart. */
  readonly query: number;
  readonly note: number;
  readonly confirmed: number;
  /** Cells that a fix safe in bulk would mend. */
  readonly safe: number;
  /** What is open. Errors first, then queries, then notes; within each the larger group first. */
  readonly groups: readonly FindingGroup[];
  readonly confirmedGroups: readonly FindingGroup[];
}

/** What one press of *Đúng như vậy* (or its taking back) noted. */
export interface ConfirmReport {
  readonly entry: ConfirmationEntry;
}

/** One tickable line of the fix preview: before → after. */
export interface FixProposal {
  readonly id: string;
  /** The gravest of `codes`. */
  readonly code: string;
  /** Every rule whose fix is in it: several fixes of one cell are one line. */
  readonly codes: readonly string[];
  readonly safe: boolean;
  readonly reason: Message;
  readonly cells: readonly ProposedCell[];
}

export interface ProposedCell {
  readonly rowId: string;
  readonly rowNumber: number;
  readonly field: FieldId;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface FixReport {
  readonly applied: number;
  /** Cells that changed since the preview: left as they are. */
  readonly stale: readonly StaleCell[];
}

/** What will go and what stays, before anything is sent. */
export interface PushPlan {
  readonly rows: number;
  /** Will be kept by the server and asked of the population service. */
  readonly asked: number;
  readonly unverifiable: number;
  readonly notApplicable: number;
  /** Kept though a field is wrong or missing: chưa đủ. Counted within the three above. */
  readonly incomplete: number;
  readonly staying: readonly StayingRow[];
  /** Rows that hold others than those the server knows under them: to be settled first. Absent when there are none. */
  readonly torn?: TornRows;
  readonly unit: string;
  readonly unitName: string;
}

export interface StayingRow {
  readonly rowId: string;
  readonly rowNumber: number;
  readonly reason: Message;
}

export interface PushReport {
  /** Rows the server acknowledged, by what it did with them. */
  readonly queued: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly stayed: number;
  /** The workbook is of an older template than the server's; absent while it is not. */
  readonly outdated?: { readonly version: number; readonly current: number };
  readonly cancelled: boolean;
  /** Rows that somebody else changed meanwhile: to be looked at before they go again. Absent: none. */
  readonly differing?: readonly DifferingRow[];
  /** Nothing was written: what the server would have said. */
  readonly dryRun?: true;
  /** Why the answers could not be written into the sheet; the next check or pull writes them. Absent when they are there. */
  readonly notWritten?: SheetErrorCode;
}

/** A row of which the server holds something else, field by field. */
export interface DifferingRow {
  readonly rowId: string;
  readonly rowNumber: number;
  /** Whose it is, as the sheet says: for people. */
  readonly name: string;
  /** The server's revision that `theirs` is of. */
  readonly revision: number;
  /** Who changed it, and when (ISO 8601), as far as the server says. */
  readonly editedBy: string | null;
  readonly editedAt: string | null;
  readonly fields: readonly FieldDifference[];
}

/** What was decided upon differing rows. */
export interface ResolveReport {
  /** Rows that are settled: they go with the next push. */
  readonly rows: number;
  readonly applied: number;
  /** Cells that changed since: their rows are asked about once more by the next push. */
  readonly stale: readonly StaleCell[];
}

/** What taking a sending back did, of this sheet's rows. */
export interface UndoSendingReport {
  readonly removed: number;
  readonly restored: number;
  /** Rows that were sent again since and stay as they are: 1-based rows, those still in the sheet. */
  readonly changedSince: readonly number[];
  readonly left: number;
}

export interface StatusReport {
  /** Rows of this sheet in each state. */
  readonly states: Readonly<Record<LoopState, number>>;
  readonly waiting: number;
  readonly etaSeconds: number | null;
  /** Why the sheet is not asked about any further; null while it is. */
  readonly held: HeldSheet | null;
  /** Rows whose answer came back but that are no longer in the sheet. */
  readonly missingRows: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}
