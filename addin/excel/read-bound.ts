import { type Binding, type OpenSheet, openBound } from './open-sheet.ts';
import { type CellsRead, readCells, untilSteady } from './read-cells.ts';

/** The data rows of the bound sheet in the given columns, from the first data row to the last one in use. */
export async function readBound(
  context: Excel.RequestContext,
  binding: Binding,
  columns: readonly number[],
  written?: ReadonlySet<number>,
): Promise<{ readonly open: OpenSheet; readonly read: CellsRead }> {
  return untilSteady(async () => {
    const open = await openBound(context, binding);
    const { firstDataRow } = binding.columns.match;
    const wanted = { firstRow: firstDataRow, lastRow: open.lastRow, columns, ...(written ? { written } : {}) };
    return { open, read: await readCells(context, open.sheet, wanted) };
  });
}
