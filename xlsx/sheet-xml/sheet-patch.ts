import type { CellValue } from '../../rules/cell.ts';

/** What one cell is to hold. */
export interface CellPatch {
  readonly value: CellValue;
  /** With its `=`; `value` is what it last came to. */
  readonly formula?: string;
  /** Only the number format changes: the value stays byte for byte. */
  readonly keepValue?: boolean;
  /** The number format it is to have; absent: the one it has. */
  readonly format?: string;
}

/** Conditional formats that a sheet is to have. */
export interface AddedFormats {
  /** Whether a formula of the sheet's own shows that it has them. */
  readonly isThere: (formula: string) => boolean;
  /** Asked for only when they are not there: their looks take places in the styles. */
  readonly make: () => string;
}

/** Everything that changes in one sheet. Rows 1-based, columns 0-based. */
export interface SheetPatch {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellPatch>>;
  /** Columns that become hidden. */
  readonly hide: ReadonlySet<number>;
  /** Points. */
  readonly heights: ReadonlyMap<number, number>;
  /** `conditionalFormatting` elements to add, written out with their namespace. */
  readonly conditionalFormats?: AddedFormats;
}
