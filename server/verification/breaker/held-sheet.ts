import type { HeldSheet } from '../../../contract/schemas/hold.ts';
import type { SheetKey } from '../../store/sheet-check-table.ts';
import type { Tables } from '../../store/tables.ts';

/** Why a sheet is not asked about any further; null while it is. */
export async function findHeldSheet(tables: Tables, sheet: SheetKey): Promise<HeldSheet | null> {
  const check = await tables.sheetChecks.find(sheet);
  if (!check || check.heldAt === null) return null;
  const { answered, failed, suspicion } = check;
  return { rows: await tables.asides.countHeld(sheet), answered, failed, suspicion };
}
