import type { NumberHolder } from '../store/record-table.ts';
import type { Store } from '../store/store.ts';

/** Pushes of one sheet that follow each other this closely are batches of the same sending. */
const SAME_SENDING_MS = 120_000;

/**
 * Which rows of a workbook its sheet still shows, as far as the server can know: those of this push and of the batches sent just
 * before it. A row that was copied in the sheet gets a new id, and its old one stays behind here: such a left-over must neither
 * keep its person's record nor be held against the person as a second row.
 */
export class LiveRows {
  readonly #store: Store;
  readonly #unit: string;
  readonly #workbookId: string;
  readonly #pushed: ReadonlySet<string>;
  readonly #now: number;
  #recent: ReadonlySet<string> | undefined;

  constructor(store: Store, unit: string, workbookId: string, pushed: ReadonlySet<string>, now: number) {
    this.#store = store;
    this.#unit = unit;
    this.#workbookId = workbookId;
    this.#pushed = pushed;
    this.#now = now;
  }

  /** Rows of other workbooks count as shown: nothing is known of those sheets. */
  has(row: { readonly workbookId: string; readonly rowId: string }): boolean {
    if (row.workbookId !== this.#workbookId || this.#pushed.has(row.rowId)) return true;
    this.#recent ??= this.#store.pushes.recentRowIds(this.#unit, this.#workbookId, this.#now - SAME_SENDING_MS);
    return this.#recent.has(row.rowId);
  }
}

/**
 * Records whose number is also another's, and records for which that is over. Within a sheet two rows may not share a number;
 * across workbooks of one campaign the same person may stand again, but not another one under the same number.
 */
export function changedDuplicates(
  holders: readonly NumberHolder[],
  live: LiveRows,
): readonly { readonly holder: NumberHolder; readonly duplicate: boolean }[] {
  return holders.flatMap((holder) => {
    const duplicate = holders.some((other) => other !== holder && live.has(other) && clash(holder, other));
    return duplicate === holder.duplicate ? [] : [{ holder, duplicate }];
  });
}

function clash(a: NumberHolder, b: NumberHolder): boolean {
  if (a.workbookId === b.workbookId) return true;
  return a.template === b.template && a.campaign === b.campaign && a.personHash !== b.personHash;
}
