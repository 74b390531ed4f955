import type { MemorySheet } from '../desk/memory-sheet.ts';
import type { CellValue } from '../rules/cell.ts';
import type { GridEdit } from './sheet-grid.ts';

interface Step {
  readonly sheet: MemorySheet;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly before: CellValue;
    readonly after: CellValue;
  }[];
}

/** Typing that can be taken back. Rows that move make every remembered place void, so sorting or inserting empties it. */
export class EditHistory {
  #steps: Step[] = [];

  /** Carries out edits on a sheet and remembers what stood there. */
  edit(sheet: MemorySheet, edits: readonly GridEdit[]): void {
    const cells = edits
      .map(({ row, column, value }) => ({ row, column, before: sheet.read(row, column), after: value }))
      .filter(({ before, after }) => before !== after);
    if (cells.length === 0) return;
    this.#steps.push({ sheet, cells });
    for (const { row, column, after } of cells) sheet.editCell(row, column, after);
  }

  /** Takes the last edit back; cells that changed since (by a fix, say) are left alone. False when there is nothing. */
  undo(): boolean {
    const step = this.#steps.pop();
    if (!step) return false;
    for (const { row, column, before, after } of step.cells) {
      if (step.sheet.read(row, column) === after) step.sheet.editCell(row, column, before);
    }
    return true;
  }

  forget(): void {
    this.#steps = [];
  }
}
