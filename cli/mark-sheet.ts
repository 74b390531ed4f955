import { type CheckedSheet, openFindings } from '../desk/check-sheet.ts';
import { reconcileRows } from '../desk/reconcile-rows.ts';
import { findingMarks } from '../desk/row-marks.ts';
import type { SheetPort, SheetRow } from '../desk/sheet-port.ts';

/**
 * Writes the open findings of a check into the bound sheet as marks, as the pane would leave it. Verdicts already there stay.
 * @param rows those that were checked, with their ids
 */
export async function markSheet(port: SheetPort, checked: CheckedSheet, rows: readonly SheetRow[]): Promise<void> {
  const findings = findingMarks(openFindings(checked));
  const patch = reconcileRows({ layout: checked.sheet.layout, rows, findings, statuses: new Map() });
  if (patch) await port.apply(patch);
}
