import { DeskError } from './desk-error.ts';
import { type JournalEntry, undoable } from './journal.ts';
import type { FixReport } from './reports.ts';
import type { ApplyOptions, SheetPort } from './sheet-port.ts';

/** What the journal holds. */
export interface JournalReading {
  /** Batches that can be taken back, newest first. */
  readonly undoable: readonly JournalEntry[];
  /** Lines that can no longer be read, by their place in the `_sosach` sheet: what they changed can only be undone by hand. */
  readonly damaged: readonly string[];
}

export async function readUndoable(port: SheetPort): Promise<JournalReading> {
  const entries = await port.readJournal();
  return {
    undoable: undoable(entries),
    damaged: entries.filter((entry) => entry.kind === 'damaged').map((entry) => entry.label),
  };
}

/**
 * Takes back one batch, the newest unless another is named: every cell that still holds what the fix wrote gets its exact
 * value and format from before. Cells that a person changed since stay, and are named as stale.
 */
export async function undoFixes(
  port: SheetPort,
  entryId: string | undefined,
  entry: { readonly id: string; readonly at: string },
  options: ApplyOptions = {},
): Promise<FixReport> {
  const { undoable } = await readUndoable(port);
  const batch = entryId === undefined ? undoable[0] : undoable.find((candidate) => candidate.id === entryId);
  if (!batch) throw new DeskError('nothing-to-undo');
  const cells = batch.cells.map(({ rowId, field, before, after }) => ({ rowId, field, before: after, after: before }));
  const journal = { ...entry, kind: 'undo', undoes: batch.id, label: batch.label } as const;
  const answer = await port.apply({ cells, journal }, options);
  return { applied: answer.applied.length, stale: answer.stale };
}
