import { cellText } from '../rules/cell.ts';
import { type BoundColumns, isDataRow } from './bound-columns.ts';
import type { CellWrite, GridRow } from './plan-patch.ts';
import { isRowId } from './row-id.ts';

/**
 * The ids to mint: for every data row whose id is blank, none of ours, or doubled. Of a doubled id every copy gets a new
 * one, for nothing tells which is the original; a wrong guess would put one child's verdict beside another's name.
 * @param needsId which rows need one where there is none. Default: all
 */
export function planRowIds(
  columns: BoundColumns,
  rows: Iterable<GridRow>,
  mint: () => string,
  needsId: (rowNumber: number) => boolean = () => true,
): CellWrite[] {
  const seen = new Map<string, number>();
  const found: { readonly row: number; readonly rowId: string }[] = [];
  for (const row of rows) {
    if (!isDataRow(columns, row.cells)) continue;
    const rowId = cellText(row.cells[columns.rowIdColumn]);
    seen.set(rowId, (seen.get(rowId) ?? 0) + 1);
    found.push({ row: row.rowNumber, rowId });
  }
  return found
    .filter(({ row, rowId }) => (rowId === '' ? needsId(row) : !isRowId(rowId) || seen.get(rowId) !== 1))
    .map(({ row }) => ({ row, column: columns.rowIdColumn, value: mint() }));
}
