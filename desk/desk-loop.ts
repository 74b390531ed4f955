import type { PerformedAction } from '../contract/loop/loop-actions.ts';
import type { LoopState } from '../contract/loop/loop-state.ts';
import { PUSH_MAX_ROWS } from '../contract/push-limits.ts';
import type { Notice, PerformAnswer, PerformRequest, RecordHistory } from '../contract/schemas/loop.ts';
import type { RowStatus } from '../contract/schemas/status.ts';
import { cellText } from '../rules/cell.ts';
import { DeskError } from './desk-error.ts';
import type { DeskSheet } from './desk-sheet.ts';
import { performAction, readHistory } from './loop-client.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { isEdited, stateOfRow } from './pull-statuses.ts';
import { findUnit } from './pushed-workbook.ts';
import type { SyncClient } from './sync-client.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** A selected row and how far it has come. */
export interface LoopRow {
  readonly rowId: string;
  readonly rowNumber: number;
  /** As it stands in the sheet. */
  readonly name: string;
  readonly state: LoopState;
  /** What the server said last; null: nothing of this row is known here. */
  readonly status: RowStatus | null;
  /** Edited since: what the server said is void, and the row has to be sent before anything else. */
  readonly edited: boolean;
}

/** An action that is ready to be sent; sent again after a dropped line, it is done once. */
export interface PreparedAction {
  readonly action: PerformedAction;
  readonly batches: readonly { readonly request: PerformRequest; readonly key: string }[];
}

export interface DeskLoopParts {
  readonly sheet: DeskSheet;
  readonly client: SyncClient;
  readonly mintId: () => string;
  readonly memoryOf: (sheet: OpenedSheet) => VerdictMemory;
}

/** The clerk's part of the loop: the rows in hand, their rounds, and what is done about them. */
export class DeskLoop {
  readonly #parts: DeskLoopParts;

  constructor(parts: DeskLoopParts) {
    this.#parts = parts;
  }

  /** Ids of the rows that are selected in the sheet, top down. */
  async selectedRowIds(): Promise<readonly string[]> {
    return this.#parts.sheet.step(async (port) => {
      // A row that was put in since the last check has no id yet to be named by.
      await port.mintRowIds(this.#parts.mintId);
      return port.selectedRowIds();
    });
  }

  /** How these rows stand; those that are no longer in the sheet are left out. */
  async rows(rowIds: readonly string[]): Promise<readonly LoopRow[]> {
    return this.#parts.sheet.step(async (port, sheet) => {
      const chosen = new Set(rowIds);
      const memory = this.#parts.memoryOf(sheet);
      const { rows } = await port.snapshot();
      return rows
        .filter(({ rowId }) => chosen.has(rowId))
        .map((row) => {
          const state = stateOfRow(row, memory);
          const status = memory.statuses.get(row.rowId) ?? null;
          const edited = status !== null && isEdited(row, status);
          return {
            rowId: row.rowId,
            rowNumber: row.rowNumber,
            name: cellText(row.values.fullName),
            state,
            status,
            edited,
          };
        });
    });
  }

  /** Every round of one row, with who did what. */
  async history({ recordId }: RowStatus): Promise<RecordHistory> {
    return readHistory(this.#parts.client, await this.#unit(), recordId);
  }

  async prepare(
    action: PerformedAction,
    rows: readonly Pick<RowStatus, 'recordId' | 'round'>[],
    notice?: Notice,
  ): Promise<PreparedAction> {
    const unit = await this.#unit();
    const batches = [];
    for (let from = 0; from < rows.length; from += PUSH_MAX_ROWS) {
      const some = rows.slice(from, from + PUSH_MAX_ROWS).map(({ recordId, round }) => ({ recordId, round }));
      batches.push({
        request: { action, unit, rows: some, ...(notice ? { notice } : {}) },
        key: this.#parts.mintId(),
      });
    }
    return { action, batches };
  }

  /** Row by row, what became of it. */
  async perform({ batches }: PreparedAction): Promise<PerformAnswer['rows']> {
    const answers = [];
    for (const { request, key } of batches) {
      answers.push(...(await performAction(this.#parts.client, request, key)).rows);
    }
    return answers;
  }

  async #unit(): Promise<string> {
    return this.#parts.sheet.step(async (_port, sheet) => {
      const unit = findUnit(sheet)?.code ?? this.#parts.client.account?.unit.code;
      if (unit === undefined) throw new DeskError('not-signed-in');
      return unit;
    });
  }
}
