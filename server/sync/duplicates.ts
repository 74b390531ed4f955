import type { NumberHolder, ShownRow } from '../store/record-table.ts';
import type { Tables } from '../store/tables.ts';

/** Pushes of one sheet that follow each other this closely are batches of the same sending. */
const SAME_SENDING_MS = 120_000;

/**
 * Which rows of a workbook its sheet still shows, as far as the server can know: those of this push and of the batches sent just
 * before it. A row that was copied in the sheet gets a new id, and its old one stays behind here: such a left-over must neither
 * keep its person's record nor be held against the person as a second row.
 */
export class LiveRows {
  readonly #tables: Tables;
  readonly #unit: string;
  readonly #workbookId: string;
  readonly #pushed: ReadonlySet<string>;
  readonly #now: number;
  #recent: Promise<ReadonlySet<string>> | undefined;

  constructor(tables: Tables, unit: string, workbookId: string, pushed: ReadonlySet<string>, now: number) {
    this.#tables = tables;
    this.#unit = unit;
    this.#workbookId = workbookId;
    this.#pushed = pushed;
    this.#now = now;
  }

  /** Those of `rows` that are shown. Rows of other workbooks count as shown: nothing is known of those sheets. */
  async among<Row extends { readonly workbookId: string; readonly rowId: string }>(
    rows: readonly Row[],
  ): Promise<ReadonlySet<Row>> {
    const shown = new Set<Row>();
    for (const row of rows) {
      if (row.workbookId !== this.#workbookId || this.#pushed.has(row.rowId)) shown.add(row);
      else if ((await this.#recentRowIds()).has(row.rowId)) shown.add(row);
    }
    return shown;
  }

  #recentRowIds(): Promise<ReadonlySet<string>> {
    const since = this.#now - SAME_SENDING_MS;
    this.#recent ??= this.#tables.pushes.recentRowIds(this.#unit, this.#workbookId, since);
    return this.#recent;
  }
}

/**
 * Records whose number is also another's, and records for which that is over. Within a sheet two rows may not share a number;
 * across workbooks of one campaign the same person may stand again, but not another one under the same number.
 */
export async function changedDuplicates(
  holders: readonly NumberHolder[],
  live: LiveRows,
): Promise<readonly { readonly holder: NumberHolder; readonly duplicate: boolean }[]> {
  const shown = await live.among(holders.flatMap(({ rows }) => rows));
  return holders.flatMap((holder) => {
    const duplicate = holders.some((other) => other !== holder && clash(holder, other, shown));
    return duplicate === holder.duplicate ? [] : [{ holder, duplicate }];
  });
}

/** Rows that no sheet shows any more are held against nobody. */
function clash(a: NumberHolder, b: NumberHolder, shown: ReadonlySet<ShownRow>): boolean {
  const others = b.rows.filter((row) => shown.has(row));
  if (a.rows.some((row) => others.some((other) => other.workbookId === row.workbookId))) return true;
  if (a.template !== b.template || a.personHash === b.personHash) return false;
  return a.rows.some((row) => others.some((other) => other.campaign === row.campaign));
}
