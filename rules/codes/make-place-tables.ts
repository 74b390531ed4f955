import { PlaceTable, type PlaceTables } from './place-table.ts';
import { PROVINCES_34 } from './tables/provinces-34.ts';

const NAMES: ReadonlyMap<string, string> = new Map(PROVINCES_34.map(([code, name]) => [code, name]));

/**
 * Tables from their texts, by code of the province of today. Each is read when it is first asked for: most sheets know one
 * province, and a table takes some milliseconds. Throws for a code that is no province's.
 */
export function makePlaceTables(texts: ReadonlyMap<string, string>): PlaceTables {
  const unread = new Map<string, string>();
  for (const [code, text] of texts) {
    const name = NAMES.get(code);
    if (name === undefined) throw new Error(`no province of today has the code ${code}`);
    unread.set(name, text);
  }
  const tables = new Map<string, PlaceTable>();
  return {
    findTable(province) {
      const known = tables.get(province);
      if (known) return known;
      const text = unread.get(province);
      if (text === undefined) return undefined;
      const table = new PlaceTable(text);
      tables.set(province, table);
      return table;
    },
  };
}
