import type { FieldId } from './field.ts';

/** One cell that a fix would change. `row` indexes the rows that were checked; `after` is text ('' empties the cell). */
export interface CellChange {
  readonly row: number;
  readonly field: FieldId;
  readonly after: string;
}

/** A proposed mending of one finding. `safe`: may be applied in bulk without a look at each cell. */
export interface Fix {
  readonly changes: readonly CellChange[];
  readonly safe: boolean;
  /** The changes only make sense together: a column that is moved by a row, say, is moved as one or not at all. */
  readonly whole?: true;
}
