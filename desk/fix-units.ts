import { addToGroup } from '../rules/add-to-group.ts';
import { sameCell } from '../rules/cell.ts';
import type { Finding } from '../rules/finding.ts';
import type { CellChange } from '../rules/fix.ts';
import type { CheckedSheet } from './check-sheet.ts';

/** Changes of one finding that only make sense together: one cell mostly, two where values change places. */
export interface FixUnit {
  readonly finding: Finding;
  readonly changes: readonly CellChange[];
}

/** What a finding's fix would change in the sheet as it was checked; without what is there already or has no column. */
export function fixUnits({ rows, sheet }: Pick<CheckedSheet, 'rows' | 'sheet'>, finding: Finding): readonly FixUnit[] {
  const { fix, row } = finding;
  if (!fix) return [];
  const possible = (unit: readonly CellChange[]) =>
    unit.every((change) => sheet.fields.has(change.field)) &&
    unit.some((change) => !sameCell(rows[change.row]?.values[change.field], change.after));
  return (row === null && !fix.whole ? byRow(fix.changes) : [fix.changes])
    .filter(possible)
    .map((changes) => ({ finding, changes }));
}

/** One text for each place of a checked sheet: fields that share their columns are one place. */
export function placeKey({ sheet }: Pick<CheckedSheet, 'sheet'>, { row, field }: CellChange): string {
  return `${row} ${sheet.match.columns.get(field) ?? field}`;
}

/** A fix of a whole column is many small ones, a row each. */
function byRow(changes: readonly CellChange[]): readonly (readonly CellChange[])[] {
  const rows = new Map<number, CellChange[]>();
  for (const change of changes) addToGroup(rows, change.row, change);
  return [...rows.values()];
}
