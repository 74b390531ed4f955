import { makePlaceTables } from '../rules/codes/make-place-tables.ts';
import type { PlaceTables } from '../rules/codes/place-table.ts';
import { provincesOfRows } from '../rules/codes/provinces-of-rows.ts';
import type { RawRow } from '../rules/record.ts';

/** Fetches the table of communes of one province of today, by its code. Rejects where it cannot be had just now. */
export type LoadPlaces = (provinceCode: string) => Promise<string>;

/** The tables of communes that this desk has needed so far. Most schools need one or two of the thirty-four. */
export class PlaceShelf {
  readonly #load: LoadPlaces;
  readonly #texts = new Map<string, string>();
  #tables: PlaceTables | null = null;

  constructor(load: LoadPlaces) {
    this.#load = load;
  }

  /**
   * The tables for these rows. One that cannot be fetched is asked for again by the next check: its rules are silent until then,
   * for a school that is offline must still be able to check everything else, and the server judges every pushed row anyway.
   */
  async tablesFor(rows: readonly RawRow[]): Promise<PlaceTables> {
    const wanted = [...provincesOfRows(rows)].filter((code) => !this.#texts.has(code));
    const loaded = await Promise.allSettled(wanted.map(async (code) => [code, await this.#load(code)] as const));
    for (const result of loaded) {
      if (result.status === 'rejected') continue;
      this.#texts.set(...result.value);
      this.#tables = null;
    }
    this.#tables ??= makePlaceTables(this.#texts);
    return this.#tables;
  }
}
