import type { Area } from '../../desk/area.ts';
import type { ExcelError } from '../../rules/cell.ts';

/** A cell of a file that is no .xlsx. Days are numbers under a date format, as in the file. */
export interface ForeignCell {
  /** 0-based. */
  readonly column: number;
  readonly value: string | number | boolean | ExcelError;
  /** Number format code, as Excel writes it. */
  readonly format: string;
}

export interface ForeignRow {
  /** 1-based. */
  readonly row: number;
  /** In ascending order; blank ones are left out. */
  readonly cells: readonly ForeignCell[];
}

export interface ForeignSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** In ascending order. */
  readonly rows: Iterable<ForeignRow>;
  readonly mergedAreas: readonly Area[];
}

/** What another format holds of a workbook that an .xlsx of ours will hold too. Formulas are what they last came to. */
export interface ForeignWorkbook {
  readonly sheets: readonly ForeignSheet[];
  /** Its numbers of days count from 1904. */
  readonly date1904: boolean;
}
