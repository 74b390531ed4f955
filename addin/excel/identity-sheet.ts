import {
  findIdentity,
  IDENTITY_SHEET,
  JOURNAL_FIRST_ROW,
  type WorkbookIdentity,
} from '../../templates/workbook-identity.ts';
import { areaAddress } from './a1-address.ts';
import { BLOCK_OVERHEAD_BYTES, jsonBytes, packRequests } from './payload.ts';
import { readCells } from './read-cells.ts';

/** An entry of at most so many cells of 30,000 characters goes along with others' cells; beyond, it has requests of its own. */
const CHUNKS_WITH_CELLS = 3;

/** The veryHidden sheet `_sosach`: who the workbook was made for, journal and confirmations. Its loads ride on the caller's request. */
export class IdentitySheet {
  readonly #context: Excel.RequestContext;
  readonly #found: Excel.Worksheet;
  readonly #used: Excel.Range;
  readonly #head: Excel.Range;
  /** Set once this step has made the sheet itself. */
  #made: Excel.Worksheet | undefined;

  /** Asks for what is needed; readable after the next sync. */
  constructor(context: Excel.RequestContext) {
    this.#context = context;
    this.#found = context.workbook.worksheets.getItemOrNullObject(IDENTITY_SHEET);
    this.#used = this.#found.getUsedRangeOrNullObject(true).untrack();
    this.#used.load('rowIndex,rowCount,columnIndex,columnCount');
    this.#head = this.#found.getRange(areaAddress(1, JOURNAL_FIRST_ROW - 1, 0, 1)).untrack();
    this.#head.load('values');
  }

  findIdentity(): WorkbookIdentity | undefined {
    return this.#found.isNullObject ? undefined : findIdentity(this.#head.values);
  }

  /** The log's rows, as `decodeJournal` and `decodeConfirmations` take them. */
  async readLog(): Promise<readonly (readonly unknown[])[]> {
    if (this.#found.isNullObject || this.#used.isNullObject) return [];
    const lastRow = this.#used.rowIndex + this.#used.rowCount;
    const width = this.#used.columnIndex + this.#used.columnCount;
    const columns = Array.from({ length: width }, (_, index) => index);
    const cells = await readCells(this.#context, this.#found, { firstRow: JOURNAL_FIRST_ROW, lastRow, columns });
    return cells.rows.map((row) => row.cells);
  }

  /** The row that the next entry goes to. */
  nextRow(): number {
    if (this.#found.isNullObject || this.#used.isNullObject) return JOURNAL_FIRST_ROW;
    return Math.max(JOURNAL_FIRST_ROW, this.#used.rowIndex + this.#used.rowCount + 1);
  }

  /**
   * Writes a line's cells into a row, in as many requests as its length needs. A small one is left for the caller's sync, so that
   * it goes in the same request as the cells it tells of. No cells take a line out again.
   * @param formerChunks how many cells the row held before
   */
  async write(row: number, chunks: readonly string[], formerChunks = 0): Promise<void> {
    const sheet = this.#getSheet();
    const texts = [...chunks, ...new Array<string>(Math.max(0, formerChunks - chunks.length)).fill('')];
    const pieces = texts.map((text, column) => ({ text, column }));
    const requests = packRequests(pieces, ({ text }) => ({ bytes: BLOCK_OVERHEAD_BYTES + jsonBytes(text), cells: 1 }));
    for (const request of requests) {
      for (const { text, column } of request) {
        sheet.getRange(areaAddress(row, row, column, column)).untrack().values = [[text]];
      }
      if (texts.length > CHUNKS_WITH_CELLS) await this.#context.sync();
    }
  }

  #getSheet(): Excel.Worksheet {
    if (!this.#found.isNullObject) return this.#found;
    if (!this.#made) {
      this.#made = this.#context.workbook.worksheets.add(IDENTITY_SHEET);
      this.#made.visibility = 'VeryHidden';
    }
    return this.#made;
  }
}
