/**
 * What few cells of a sheet have beside their value (a number format, a formula). Rows are 1-based, columns 0-based. A row's map is
 * never changed but replaced, for rows that are alike share one.
 */
export class SparseCells {
  #rows: (ReadonlyMap<number, string> | undefined)[] = [];

  constructor(data: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map()) {
    for (const [row, cells] of data) this.#rows[row] = cells;
  }

  /** A copy that no later change reaches. */
  toData(): ReadonlyMap<number, ReadonlyMap<number, string>> {
    const data = new Map<number, ReadonlyMap<number, string>>();
    this.#rows.forEach((cells, row) => {
      if (cells && cells.size > 0) data.set(row, cells);
    });
    return data;
  }

  find(row: number, column: number): string | undefined {
    return this.#rows[row]?.get(column);
  }

  set(row: number, column: number, text: string): void {
    this.#rows[row] = new Map(this.#rows[row]).set(column, text);
  }

  delete(row: number, column: number): void {
    if (!this.#rows[row]?.has(column)) return;
    const cells = new Map(this.#rows[row]);
    cells.delete(column);
    this.#rows[row] = cells;
  }

  /** Puts the rows from `first` on into another order: the one at `order[i]` comes to stand at `first + i`. */
  reorder(first: number, order: readonly number[]): void {
    const moved = order.map((row) => this.#rows[row]);
    moved.forEach((cells, index) => {
      this.#rows[first + index] = cells;
    });
  }

  insertRows(before: number, count: number): void {
    if (this.#rows.length > before) this.#rows.splice(before, 0, ...new Array<undefined>(count).fill(undefined));
  }

  deleteRow(row: number): void {
    this.#rows.splice(row, 1);
  }

  /** `place` says where a column's cells go; undefined: they are gone. */
  moveColumns(place: (column: number) => number | undefined): void {
    this.#rows = this.#rows.map((cells) => (cells ? moveKeys(cells, place) : undefined));
  }
}

/** The same entries under the columns they moved to. */
export function moveKeys<V>(
  entries: Iterable<readonly [number, V]>,
  place: (column: number) => number | undefined,
): Map<number, V> {
  const moved = new Map<number, V>();
  for (const [column, value] of entries) {
    const to = place(column);
    if (to !== undefined) moved.set(to, value);
  }
  return moved;
}
