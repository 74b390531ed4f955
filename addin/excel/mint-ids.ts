import { planRowIds } from '../../desk/plan-row-ids.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type { MintOptions } from '../../desk/sheet-port.ts';
import type { Binding } from './open-sheet.ts';
import { readBound } from './read-bound.ts';
import { SheetMovedError, untilSteady } from './read-cells.ts';
import { writeVerified } from './verified-write.ts';
import { toBlocks, type WriteBlock } from './write-blocks.ts';

export interface WriteIdsOptions extends MintOptions {
  readonly readOnly: boolean;
  readonly announce: (block: WriteBlock) => void;
}

/** Writes ids for the rows that need one, as planned from a fresh read. Returns how many were written. */
export async function writeRowIds(
  context: Excel.RequestContext,
  binding: Binding,
  mint: () => string,
  { announce, readOnly, anew }: WriteIdsOptions,
): Promise<number> {
  const { columns } = binding;
  let minted = 0;
  await untilSteady(async () => {
    const fields = columns.fieldColumns.map(([, column]) => column);
    const { open, read } = await readBound(context, binding, [...fields, columns.rowIdColumn, columns.marksColumn]);
    const writes = planRowIds(columns, read.rows, mint, anew ? { anew } : {});
    if (writes.length === 0) return;
    if (open.isProtected) throw new SheetError('sheet-protected');
    if (readOnly) throw new SheetError('read-only');
    const expected = {
      rowIdColumn: columns.rowIdColumn,
      rowIdAt: (row: number) => read.raw(row, columns.rowIdColumn),
      valueAt: (row: number, column: number) => read.raw(row, column),
    };
    const options = { cancelled: () => false, onWritten: () => {}, announce };
    const { moved, unsent } = await writeVerified(context, open.sheet, toBlocks(writes, true), expected, options);
    const left = (row: number) =>
      moved.has(row) || unsent.some((block) => row >= block.firstRow && row <= block.lastRow);
    minted += writes.filter(({ row }) => !left(row)).length;
    if (moved.size > 0) throw new SheetMovedError();
  });
  return minted;
}
