import type { DifferingRow, ResolveReport } from './reports.ts';
import type { ApplyOptions, PatchCell, SheetPort } from './sheet-port.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** `mine`: the sheet keeps what it holds, and the next push puts it on the server. `theirs`: the server's goes into the sheet. */
export type Choice = 'mine' | 'theirs';

/** A differing row with what was chosen, by field. A field without a choice keeps the row open. */
export interface ResolvedRow {
  readonly row: DifferingRow;
  readonly choices: ReadonlyMap<string, Choice>;
}

/** What the journal calls it: no rule's code, for no rule asked for it. */
const THEIRS_LABEL = 'sync.theirs';

/**
 * Does what was chosen: writes the others' values as one journalled batch, and notes the server's revision as seen for every row whose
 * fields are all decided. A cell typed in since stays, and its row is asked about once more.
 */
export async function resolveDifferences(
  port: SheetPort,
  memory: VerdictMemory,
  resolved: readonly ResolvedRow[],
  entry: { readonly id: string; readonly at: string },
  options: ApplyOptions = {},
): Promise<ResolveReport> {
  const cells = resolved.flatMap(({ row, choices }) =>
    row.fields
      .filter(({ field }) => choices.get(field) === 'theirs')
      .map(({ field, mine, theirs }): PatchCell => ({ rowId: row.rowId, field, before: mine, after: theirs })),
  );
  const answer =
    cells.length === 0
      ? { applied: [], stale: [] }
      : await port.apply({ cells, journal: { ...entry, kind: 'fix', label: THEIRS_LABEL } }, options);
  const stale = new Set(answer.stale.map(({ rowId }) => rowId));
  const { rows } = await port.snapshot();
  const values = new Map(rows.map((row) => [row.rowId, row.values]));
  let settled = 0;
  for (const { row, choices } of resolved) {
    const now = values.get(row.rowId);
    const isDecided = row.fields.every(({ field }) => choices.has(field));
    if (!now || !isDecided || stale.has(row.rowId)) continue;
    memory.noteSeen(row.rowId, row.revision, now);
    settled++;
  }
  return { rows: settled, applied: answer.applied.length, stale: answer.stale };
}
