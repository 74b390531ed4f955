import { claimHash } from '../contract/claim-hash.ts';
import { findStateByWord, LOOP_STATES, type LoopState, loopState } from '../contract/loop/loop-state.ts';
import { stateAfter } from '../contract/loop/loop-table.ts';
import type { HeldSheet } from '../contract/schemas/hold.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import { DeskError } from './desk-error.ts';
import type { StatusReport } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** What the server says of the queue behind the statuses. */
export interface QueueOutlook {
  readonly waiting: number;
  readonly etaSeconds: number | null;
  /** Asking about the workbook has stopped. */
  readonly held: HeldSheet | null;
}

/** Reads every status that changed since the memory's cursor into the memory, page by page. */
export async function readStatuses(
  client: SyncClient,
  memory: VerdictMemory,
  scope: { readonly workbookId: string; readonly unit: string },
): Promise<QueueOutlook> {
  for (;;) {
    const page = await client.statuses({ since: memory.cursor, ...scope });
    // A cursor that stands still would be asked for ever.
    if (page.more && page.cursor === memory.cursor) {
      throw new DeskError('answer-not-understood', { params: { where: 'statuses' } });
    }
    for (const status of page.items) memory.statuses.set(status.rowId, status);
    // Noted page by page: what was read need not be read again when the line drops.
    memory.cursor = page.cursor;
    if (!page.more) return { waiting: page.waiting, etaSeconds: page.etaSeconds, held: page.held };
  }
}

/**
 * How the sheet's rows stand.
 * @param owned the statuses are those of this workbook alone; else rows of other workbooks are among them, and only what
 * this desk pushed can be missed
 */
export function statusReport(
  rows: readonly SheetRow[],
  memory: VerdictMemory,
  queue: QueueOutlook,
  owned: boolean,
): StatusReport {
  const states = Object.fromEntries(LOOP_STATES.map((state) => [state, 0])) as Record<LoopState, number>;
  for (const row of rows) states[stateOfRow(row, memory)]++;
  const present = new Set(rows.map((row) => row.rowId));
  const expected = owned ? [...memory.statuses.keys()] : [...memory.pushed];
  const missingRows = expected.filter((rowId) => !present.has(rowId)).length;
  return { states, missingRows, ...queue };
}

/** The identity fields are no longer those that the server was told: the verdict is void. */
export function isEdited(row: SheetRow, status: RowStatus): boolean {
  return status.claimHash !== claimHash(row.values);
}

/** By what is known; else by the word in the sheet, which stands there from an earlier day. */
export function stateOfRow(row: SheetRow, { statuses }: VerdictMemory): LoopState {
  const status = statuses.get(row.rowId);
  if (!status) return findStateByWord(row.results.verdict) ?? 'not-sent';
  const state = loopState(status);
  if (!isEdited(row, status)) return state;
  return stateAfter(state, 'edit') === 'mended' ? 'mended' : 'not-sent';
}
