import { SheetError } from '../../desk/sheet-error.ts';

/** 1,000,000 rows of 20 columns; as many gaps between cells take as much memory as cells do. */
const MOST_CELLS = 20_000_000;
/** Formats of single cells: 100,000 rows of 50 columns, each cell other than its column. */
const MOST_FORMATS = 5_000_000;
/**
 * Letters of shared formulas as each of their cells reads them: 100,000 rows of 5 formulas of 32 letters. A few bytes a cell ask for
 * thousands here.
 */
const MOST_SHARED_LETTERS = 16_000_000;
/** Excel's own limit. */
const LONGEST_FORMULA = 8192;
/** Columns that `col` elements speak of. They may not overlap, so that Excel never writes more than there are. */
const MOST_COLUMNS = 4 * 16_384;

/** What one sheet may come to in memory: a part of a few bytes a cell can ask for thousands. @throws SheetError `unreadable`, too-large */
export class SheetBudget {
  #cells = MOST_CELLS;
  #formats = MOST_FORMATS;
  #sharedLetters = MOST_SHARED_LETTERS;
  #columns = MOST_COLUMNS;

  /** Places in the lists of cells, gaps included. */
  takeCells(count: number): void {
    this.#cells -= count;
    if (this.#cells < 0) throw tooLarge();
  }

  takeFormats(count: number): void {
    this.#formats -= count;
    if (this.#formats < 0) throw tooLarge();
  }

  takeSharedFormula(letters: number): void {
    this.#sharedLetters -= letters;
    if (letters > LONGEST_FORMULA || this.#sharedLetters < 0) throw tooLarge();
  }

  takeColumns(count: number): void {
    this.#columns -= count;
    if (this.#columns < 0) throw tooLarge();
  }
}

function tooLarge(): SheetError {
  return new SheetError('unreadable', 'too-large');
}
