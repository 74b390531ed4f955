import type { CheckContext } from './check-context.ts';
import { checkRecord, isEmptyRow } from './check-record.ts';
import { checkBirthDateColumn } from './fields/birth-date.ts';
import { checkNationalityColumn } from './fields/lists.ts';
import { checkDissolvedUnits } from './fields/place.ts';
import { checkSubjectColumn } from './fields/position.ts';
import { checkSexColumn } from './fields/sex.ts';
import type { Finding } from './finding.ts';
import type { RawRow } from './record.ts';
import { checkDuplicates } from './records/duplicates.ts';
import { checkNeighbours } from './records/neighbours.ts';
import { checkShiftedColumns } from './records/shifted-columns.ts';
import { checkSwappedColumns } from './records/swapped-columns.ts';
import { SheetState } from './sheet-state.ts';

/**
 * Everything the rules in force on `context.today` have to say about the rows of one sheet: cells, rows, columns, and what
 * occurs twice. Findings about columns come first, then row by row in the order of the fields. Empty rows are passed over.
 */
export function checkRows(rows: readonly RawRow[], context: CheckContext): Finding[] {
  return new RowsCheck(rows, context).finish();
}

/** The same in pieces, for a caller who must look up in between: a host with buttons to answer, a person who wants to stop. */
export class RowsCheck {
  readonly #state: SheetState;
  #done = 0;

  constructor(rows: readonly RawRow[], context: CheckContext) {
    this.#state = new SheetState(rows, context);
  }

  /** Checks up to so many more rows, each by itself. Answers how many are done. */
  step(count: number): number {
    const state = this.#state;
    const { rows } = state;
    const end = Math.min(rows.length, this.#done + count);
    for (let at = this.#done; at < end; at++) {
      const row = rows[at];
      if (!row || isEmptyRow(row)) continue;
      state.used++;
      checkRecord(state, at, row);
    }
    this.#done = end;
    return end;
  }

  /** Checks the rows that are left, then what only the sheet as a whole can show. Once. */
  finish(): Finding[] {
    const state = this.#state;
    this.step(state.rows.length);
    checkWhole(state);
    return state.found.finish((field, most) => state.findFilled(field, most), state.used);
  }
}

function checkWhole(state: SheetState): void {
  checkSwappedColumns(state);
  checkSexColumn(state);
  checkNationalityColumn(state);
  checkBirthDateColumn(state);
  checkSubjectColumn(state);
  checkDissolvedUnits(state);
  checkNeighbours(state);
  checkShiftedColumns(state);
  checkDuplicates(state);
}
