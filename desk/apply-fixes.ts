import type { FixReport, ProposedCell } from './reports.ts';
import type { ApplyOptions, PatchCell, SheetPort } from './sheet-port.ts';

/** Cells that are to change, and the rules that they are changed for: a proposal, or a cell of a recipe's plan. */
export interface ChosenFix {
  readonly codes: readonly string[];
  readonly cells: readonly ProposedCell[];
}

/** Writes the chosen proposals as one journalled batch. What was typed since the preview stays, and is named as stale. */
export async function applyFixes(
  port: SheetPort,
  chosen: readonly ChosenFix[],
  entry: { readonly id: string; readonly at: string },
  options: ApplyOptions = {},
): Promise<FixReport> {
  const cells = new Map<string, PatchCell>();
  for (const fix of chosen) {
    for (const { rowId, field, before, after } of fix.cells) {
      const key = `${rowId} ${field}`;
      // Lists from two checks may name a cell twice; the first wins, the second would be stale by our own doing.
      if (!cells.has(key)) cells.set(key, { rowId, field, before, after });
    }
  }
  if (cells.size === 0) return { applied: 0, stale: [] };
  const label = [...new Set(chosen.flatMap((fix) => fix.codes))].join(', ');
  const answer = await port.apply({ cells: [...cells.values()], journal: { ...entry, kind: 'fix', label } }, options);
  return { applied: answer.applied.length, stale: answer.stale };
}
