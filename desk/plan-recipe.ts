import { type CellValue, sameCell } from '../rules/cell.ts';
import { FIELDS, type FieldId } from '../rules/field.ts';
import type { Message } from '../rules/messages.ts';
import { type CheckedSheet, checkReport, checkSheet } from './check-sheet.ts';
import { proposeFixes } from './propose-fixes.ts';
import { accepts, type Recipe } from './recipe.ts';
import type { CheckReport, ProposedCell } from './reports.ts';
import type { SheetRow } from './sheet-port.ts';

/** One cell that a recipe changes, from what it holds now to what it holds in the end. */
export interface RecipeCell extends ProposedCell {
  /** The rules that were mended, one after the other. */
  readonly codes: readonly string[];
  readonly reason: Message;
}

/** What a recipe does to a sheet, before anything is written. */
export interface RecipePlan {
  /** Row by row, in the order of the fields. */
  readonly cells: readonly RecipeCell[];
  /** What a check says once that is done: what the recipe leaves to people. */
  readonly left: CheckReport;
}

/** Fixes of fixes: a legacy font is decoded, then spaces, then capitals. More turns would mean that two rules undo each other. */
const MAX_TURNS = 8;

/**
 * Runs *check → propose → accept* over a copy of the rows until the accepted fixes have nothing more to change, so that the whole of
 * it can be shown first and is one step to take back. A cell that would get a value it had before is left at that. Pure.
 */
export function planRecipe(checked: CheckedSheet, recipe: Recipe): RecipePlan {
  const run = new RecipeRun(checked);
  for (let turn = 0; turn < MAX_TURNS && run.turn(recipe); turn++);
  return run.plan();
}

interface CellHistory {
  readonly cell: ProposedCell;
  readonly held: CellValue[];
  readonly codes: string[];
  readonly reasons: Message[];
}

class RecipeRun {
  #checked: CheckedSheet;
  readonly #histories = new Map<string, CellHistory>();

  constructor(checked: CheckedSheet) {
    this.#checked = checked;
  }

  /** Answers whether anything changed. */
  turn(recipe: Recipe): boolean {
    const changes = new Map<string, Map<FieldId, CellValue>>();
    for (const { codes, cells, reason } of proposeFixes(this.#checked, (finding) => accepts(recipe, finding))) {
      // Two cells that change places do so together or not at all.
      if (cells.some((cell) => this.#wasBefore(cell))) continue;
      for (const cell of cells) {
        this.#note(cell, codes, reason);
        const row = changes.get(cell.rowId) ?? new Map<FieldId, CellValue>();
        changes.set(cell.rowId, row.set(cell.field, cell.after));
      }
    }
    if (changes.size === 0) return false;
    const rows = this.#checked.rows.map((row) => withValues(row, changes.get(row.rowId)));
    this.#checked = checkSheet(this.#checked.sheet, rows, this.#checked);
    return true;
  }

  plan(): RecipePlan {
    const cells = [...this.#histories.values()].map(({ cell, held, codes, reasons }): RecipeCell => {
      const after = held.at(-1) ?? null;
      return { ...cell, after, codes: [...new Set(codes)], reason: joined(reasons) };
    });
    return {
      cells: cells.sort((a, b) => a.rowNumber - b.rowNumber || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field)),
      left: checkReport(this.#checked),
    };
  }

  #wasBefore(cell: ProposedCell): boolean {
    const history = this.#histories.get(keyOf(cell));
    return history?.held.some((value) => sameCell(value, cell.after)) ?? false;
  }

  #note(cell: ProposedCell, codes: readonly string[], reason: Message): void {
    const key = keyOf(cell);
    const history = this.#histories.get(key) ?? { cell, held: [cell.before], codes: [], reasons: [] };
    history.held.push(cell.after);
    history.codes.push(...codes);
    history.reasons.push(reason);
    this.#histories.set(key, history);
  }
}

function withValues(row: SheetRow, values: ReadonlyMap<FieldId, CellValue> | undefined): SheetRow {
  return values ? { ...row, values: { ...row.values, ...Object.fromEntries(values) } } : row;
}

/** A finding of a column speaks of many cells in the same words. */
function joined(reasons: readonly Message[]): Message {
  const unique = [...new Map(reasons.map((reason) => [reason.vi, reason])).values()];
  return { vi: unique.map(({ vi }) => vi).join(' · '), en: unique.map(({ en }) => en).join(' · ') };
}

function keyOf({ rowId, field }: ProposedCell): string {
  return `${rowId} ${field}`;
}
