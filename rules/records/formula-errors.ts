import { isExcelError } from '../cell.ts';
import type { FieldId } from '../field.ts';
import type { Effect } from '../finding.ts';
import { NEVER_UPLOADED, type RawRow, RECORD_FIELDS } from '../record.ts';
import { CELL_ERROR_RULES } from '../sheet-rules.ts';
import type { SheetState } from '../sheet-state.ts';

/** A cell without a value weighs as much as the field it should have filled. */
const EFFECTS: { readonly [F in FieldId]?: Effect } = {
  fullName: 'stays',
  citizenId: 'unverifiable',
  birthDate: 'unverifiable',
};

const UNREAD: ReadonlySet<FieldId> = new Set(NEVER_UPLOADED);

/** `sheet.formula-error` for every cell of the record that holds one. The other rules pass over such cells. */
export function checkFormulaErrors(state: SheetState, at: number, row: RawRow): void {
  for (const field of RECORD_FIELDS[state.kind]) {
    const cell = row[field];
    if (!isExcelError(cell) || UNREAD.has(field)) continue;
    state.found.report(CELL_ERROR_RULES['sheet.formula-error'], at, field, cell, { effect: EFFECTS[field] ?? 'none' });
  }
}
