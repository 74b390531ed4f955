import { addToGroup } from '../rules/add-to-group.ts';
import { cellText } from '../rules/cell.ts';
import { type BoundColumns, isDataRow, readSheetRow } from './bound-columns.ts';
import type { CellWrite, GridRow } from './plan-patch.ts';
import { contentFingerprint, findFingerprint, fingerprintFit } from './row-fingerprint.ts';
import { isRowId } from './row-id.ts';
import { readRowMarks } from './row-marks.ts';
import type { MintOptions } from './sheet-port.ts';

export interface RowIdOptions extends MintOptions {
  /** Which rows need an id where there is none. Default: all */
  readonly needsId?: (rowNumber: number) => boolean;
}

/**
 * The ids to mint: for every data row whose id is blank, none of ours, doubled, or to be given anew. Of a doubled id the row keeps
 * it that still holds the person the server knows under it; where nothing tells, every copy gets a new one: a wrong guess would
 * put one child's verdict beside another's name.
 */
export function planRowIds(
  columns: BoundColumns,
  rows: Iterable<GridRow>,
  mint: () => string,
  { needsId = () => true, anew = new Set() }: RowIdOptions = {},
): CellWrite[] {
  const byId = new Map<string, GridRow[]>();
  const found: { readonly row: GridRow; readonly rowId: string }[] = [];
  for (const row of rows) {
    if (!isDataRow(columns, row.cells)) continue;
    const rowId = cellText(row.cells[columns.rowIdColumn]);
    addToGroup(byId, rowId, row);
    found.push({ row, rowId });
  }
  const keepers = new Map<string, GridRow | undefined>();
  for (const [rowId, copies] of byId) {
    if (copies.length > 1 && isRowId(rowId)) keepers.set(rowId, findKeeper(columns, rowId, copies));
  }
  const keeps = (rowId: string, row: GridRow) =>
    isRowId(rowId) && !anew.has(rowId) && (!keepers.has(rowId) || keepers.get(rowId) === row);
  return found
    .filter(({ row, rowId }) => (rowId === '' ? needsId(row.rowNumber) : !keeps(rowId, row)))
    .map(({ row }) => ({ row: row.rowNumber, column: columns.rowIdColumn, value: mint() }));
}

/** The one copy that fits the fingerprint best. Copies that fit alike and hold one person: the first; else nobody can tell. */
function findKeeper(columns: BoundColumns, rowId: string, copies: readonly GridRow[]): GridRow | undefined {
  const judged = copies.flatMap((row) => {
    const { marks, values } = readSheetRow(columns, row.rowNumber, row.cells);
    const fingerprint = findFingerprint(rowId, readRowMarks(columns.layout, marks).fingerprint);
    const same = fingerprint === null ? 0 : fingerprintFit(fingerprint, values).same;
    return same === 0 ? [] : [{ row, same, content: contentFingerprint(values) }];
  });
  const most = Math.max(0, ...judged.map(({ same }) => same));
  const best = judged.filter(({ same }) => same === most);
  return best.every(({ content }) => content === best[0]?.content) ? best[0]?.row : undefined;
}
