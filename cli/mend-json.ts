import { checkReport } from '../desk/check-sheet.ts';
import type { RecipeCell } from '../desk/plan-recipe.ts';
import type { StaleCell } from '../desk/sheet-port.ts';
import { cellText } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { Severity } from '../rules/finding.ts';
import type { Language } from '../rules/messages.ts';
import { columnLetters } from '../templates/column-letters.ts';
import type { SkippedSheet } from './check-file.ts';
import type { MendedSheet } from './mend-file.ts';

/** What `sosach mend --json` prints, on one line. Public: fields may be added, none may change. */
export interface MendJson {
  readonly file: string;
  /** The workbook that was written; null when it was only shown. */
  readonly out: string | null;
  readonly sheets: readonly MendedSheetJson[];
  readonly skipped: readonly SkippedSheet[];
  readonly totals: { readonly rows: number; readonly changed: number; readonly error: number };
}

export interface MendedSheetJson {
  readonly name: string;
  readonly template: string;
  readonly changes: readonly ChangeJson[];
  /** Cells that were left as they are, although the recipe would change them. */
  readonly refused: readonly { readonly row: number; readonly column: string; readonly why: StaleCell['why'] }[];
  /** What the recipe leaves to people, by rule. */
  readonly left: readonly LeftJson[];
}

export interface ChangeJson {
  /** Excel row and column. */
  readonly row: number;
  readonly column: string;
  readonly field: FieldId;
  /** The rules that were mended, one after the other. */
  readonly codes: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly message: string;
}

export interface LeftJson {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** Cells with a proposed fix that the recipe does not accept. */
  readonly fixable: number;
}

export function mendJson(
  file: string,
  out: string | null,
  sheets: readonly MendedSheet[],
  skipped: readonly SkippedSheet[],
  language: Language,
): MendJson {
  const totals = { rows: 0, changed: 0, error: 0 };
  for (const { checked, report, after } of sheets) {
    totals.rows += checked.rows.length;
    totals.changed += report.applied;
    totals.error += checkReport(after).error;
  }
  return { file, out, sheets: sheets.map((sheet) => sheetJson(sheet, language)), skipped, totals };
}

function sheetJson({ checked, plan, report, after }: MendedSheet, language: Language): MendedSheetJson {
  const { sheetName, layout, match } = checked.sheet;
  const letters = (field: FieldId) => columnLetters(match.columns.get(field) ?? 0);
  const rowNumbers = new Map(checked.rows.map(({ rowId, rowNumber }) => [rowId, rowNumber]));
  return {
    name: sheetName,
    template: layout.id,
    changes: changedCells(plan.cells, report.stale).map((cell) => ({
      row: cell.rowNumber,
      column: letters(cell.field),
      field: cell.field,
      codes: cell.codes,
      before: cellText(cell.before),
      after: cellText(cell.after),
      message: cell.reason[language],
    })),
    refused: report.stale.map(({ rowId, field, why }) => ({
      row: rowNumbers.get(rowId) ?? 0,
      column: letters(field),
      why,
    })),
    left: checkReport(after).groups.map(({ code, severity, findings, fixable }) => {
      return { code, severity, count: findings.length, fixable };
    }),
  };
}

/** The plan's cells without those that were left. */
export function changedCells(cells: readonly RecipeCell[], stale: readonly StaleCell[]): readonly RecipeCell[] {
  const left = new Set(stale.map(({ rowId, field }) => `${rowId} ${field}`));
  return cells.filter(({ rowId, field }) => !left.has(`${rowId} ${field}`));
}
