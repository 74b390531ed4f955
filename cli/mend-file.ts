import { randomUUID } from 'node:crypto';
import { applyFixes } from '../desk/apply-fixes.ts';
import { type CheckedSheet, checkSheet } from '../desk/check-sheet.ts';
import { planRecipe, type RecipePlan } from '../desk/plan-recipe.ts';
import type { Recipe } from '../desk/recipe.ts';
import type { FixReport } from '../desk/reports.ts';
import { openFileSheet } from '../xlsx/file-sheet-port.ts';
import { markSheet } from './mark-sheet.ts';
import { zlibCodec } from './zlib-codec.ts';

/** What a recipe did to one sheet. */
export interface MendedSheet {
  /** As it was before. */
  readonly checked: CheckedSheet;
  readonly plan: RecipePlan;
  /** Cells that were left although the plan names them: a formula shows their value. */
  readonly report: FixReport;
  /** As it is now. */
  readonly after: CheckedSheet;
}

export interface MendedFile {
  readonly sheets: readonly MendedSheet[];
  /** The workbook with what was mended, journalled so that the pane can take it back, and what is left as marks. */
  save(): Promise<Uint8Array>;
}

/**
 * Replays a recipe on the checked sheets of a workbook. The bytes that are handed in stay as they are.
 * @throws SheetError `sheet-protected`, `unreadable`
 */
export async function mendFile(
  bytes: Uint8Array,
  checked: readonly CheckedSheet[],
  recipe: Recipe,
  at: string,
): Promise<MendedFile> {
  const port = await openFileSheet(bytes, undefined, zlibCodec);
  const sheets: MendedSheet[] = [];
  for (const each of checked) {
    const { sheet } = each;
    port.file.memory.activate(sheet.sheetName);
    await port.bind(sheet.layout, sheet.match);
    await port.mintRowIds(randomUUID);
    const before = checkSheet(sheet, (await port.snapshot()).rows, each);
    const plan = planRecipe(before, recipe);
    const chosen = plan.cells.map((cell) => ({ codes: cell.codes, cells: [cell] }));
    const report = await applyFixes(port, chosen, { id: randomUUID(), at });
    const { rows } = await port.snapshot();
    const after = checkSheet(sheet, rows, each);
    await markSheet(port, after, rows);
    sheets.push({ checked: before, plan, report, after });
  }
  return { sheets, save: () => port.save() };
}
