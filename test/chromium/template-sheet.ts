import { setTimeout as wait } from 'node:timers/promises';
import { ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { columnName } from '../excel-host/address.ts';
import type { Person } from '../excel-host/person.ts';
import type { HostSheet } from '../excel-host/sheet.ts';

const LAST_HEADER_ROW = 20;
const LAST_COLUMN = 40;
const LOOK_AGAIN_MS = 100;

/** A template's sheet as a person reads it: cells by row and header text, wherever sorting has put them. */
export class TemplateSheet {
  readonly sheet: HostSheet;
  readonly #person: Person;
  readonly #headers = new Map<string, string>();
  /** 1-based row under the header. */
  readonly firstRow: number;

  constructor(sheet: HostSheet, person: Person) {
    this.sheet = sheet;
    this.#person = person;
    const headerRow = Array.from({ length: LAST_HEADER_ROW }, (_, index) => index + 1).find(
      (row) => person.value(`A${row}`) === 'STT',
    );
    if (headerRow === undefined) throw new Error('The sheet has no header.');
    for (let column = 0; column < LAST_COLUMN; column++) {
      const letter = columnName(column);
      const header = String(person.value(`${letter}${headerRow}`) ?? '').replace(/\s*\(\*\)$/, '');
      if (header !== '') this.#headers.set(header.replace(/\s+/g, ' '), letter);
    }
    this.firstRow = headerRow + 1;
  }

  columnOf(header: string): string {
    const column = this.#headers.get(header);
    if (column === undefined)
      throw new Error(`No column ${header}; there are ${[...this.#headers.keys()].join(' · ')}`);
    return column;
  }

  cellOf(rowId: string, header: string): { column: string; row: number; address: string } {
    const ids = this.columnOf(ROW_ID_HEADER);
    const row = this.#rows().find((at) => this.#person.value(`${ids}${at}`) === rowId);
    if (row === undefined) throw new Error(`No row ${rowId}.`);
    const column = this.columnOf(header);
    return { column, row, address: `${column}${row}` };
  }

  text(rowId: string, header: string): string {
    return String(this.#person.value(this.cellOf(rowId, header).address) ?? '');
  }

  /** *Kết quả xác thực* of every row, from the top. */
  verdicts(): readonly string[] {
    const column = this.columnOf('Kết quả xác thực');
    return this.#rows().map((row) => String(this.#person.value(`${column}${row}`) ?? ''));
  }

  /** Looks until it is so; the test's own time-out ends a vain wait. `meanwhile` is what a person would do while waiting. */
  async until(isSo: () => boolean, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    while (!isSo()) {
      await meanwhile();
      await wait(LOOK_AGAIN_MS);
    }
  }

  #rows(): readonly number[] {
    return Array.from({ length: this.sheet.rows.length - this.firstRow + 1 }, (_, index) => this.firstRow + index);
  }
}
