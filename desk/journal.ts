import type { CellValue } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { PartId } from '../templates/field-parts.ts';

/** What the caller knows of a batch before it is applied. */
export interface JournalHeader {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /**
   * `undo` entries name the batch they took back. `damaged`: a line of the journal that can no longer be read; only
   * `readJournal` answers with it, so that the loss is said instead of swallowed.
   */
  readonly kind: 'fix' | 'undo' | 'damaged';
  readonly undoes?: string;
  /** The rule codes that were mended, for people. */
  readonly label: string;
}

/** One column of a field that lies in several, as the adapter really changed it. */
export interface JournalPart {
  readonly part: PartId;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly formatBefore?: string;
}

/** One cell as the adapter really changed it. */
export interface JournalCell {
  readonly rowId: string;
  readonly field: FieldId;
  readonly before: CellValue;
  readonly after: CellValue;
  /** The cell's number format before the write, when the adapter had to change it. */
  readonly formatBefore?: string;
  /** Of a field in several columns: those that were written. `before` and `after` are what they read as together. */
  readonly parts?: readonly JournalPart[];
}

export interface JournalEntry extends JournalHeader {
  readonly cells: readonly JournalCell[];
}

/** Batches that can still be taken back, newest first: fixes that no later `undo` names. */
export function undoable(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const taken = new Set(entries.map((entry) => entry.undoes).filter((id) => id !== undefined));
  return entries.filter((entry) => entry.kind === 'fix' && !taken.has(entry.id)).reverse();
}
