import { claimHash } from '../contract/claim-hash.ts';
import { ROW_STATE_WORDS, ROW_STATES, type RowState, rowState } from '../contract/verdict.ts';
import { DeskError } from './desk-error.ts';
import type { StatusReport } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';
import type { SyncClient } from './sync-client.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** What the server says of the queue behind the statuses. */
export interface QueueOutlook {
  readonly waiting: number;
  readonly etaSeconds: number | null;
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
    if (!page.more) return { waiting: page.waiting, etaSeconds: page.etaSeconds };
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
  const states = Object.fromEntries(ROW_STATES.map((state) => [state, 0])) as Record<RowState, number>;
  for (const row of rows) states[stateOfRow(row, memory)]++;
  const present = new Set(rows.map((row) => row.rowId));
  const expected = owned ? [...memory.statuses.keys()] : [...memory.pushed];
  const missingRows = expected.filter((rowId) => !present.has(rowId)).length;
  return { states, missingRows, ...queue };
}

/** By what is known; else by the word in the sheet, which stands there from an earlier day. */
function stateOfRow(row: SheetRow, memory: VerdictMemory): RowState {
  const status = memory.statuses.get(row.rowId);
  if (status) return status.claimHash === claimHash(row.values) ? rowState(status) : 'not-sent';
  return ROW_STATES.find((state) => ROW_STATE_WORDS[state].vi === row.results.verdict) ?? 'not-sent';
}
