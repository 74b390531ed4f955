import type { FixProposal, FixReport } from './reports.ts';
import type { ApplyOptions, PatchCell, SheetPort } from './sheet-port.ts';

/** Writes the chosen proposals as one journalled batch. What was typed since the preview stays, and is named as stale. */
export async function applyFixes(
  port: SheetPort,
  proposals: readonly FixProposal[],
  entry: { readonly id: string; readonly at: string },
  options: ApplyOptions = {},
): Promise<FixReport> {
  const cells = new Map<string, PatchCell>();
  for (const proposal of proposals) {
    for (const { rowId, field, before, after } of proposal.cells) {
      const key = `${rowId} ${field}`;
      // Lists from two checks may name a cell twice; the first wins, the second would be stale by our own doing.
      if (!cells.has(key)) cells.set(key, { rowId, field, before, after });
    }
  }
  if (cells.size === 0) return { applied: 0, stale: [] };
  const label = [...new Set(proposals.map((proposal) => proposal.code))].join(', ');
  const answer = await port.apply({ cells: [...cells.values()], journal: { ...entry, kind: 'fix', label } }, options);
  return { applied: answer.applied.length, stale: answer.stale };
}
