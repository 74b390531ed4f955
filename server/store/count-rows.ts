import type { Sql } from './engine/sql.ts';
import { MIGRATIONS } from './migrations.ts';

/** How many rows each table has, by its name. */
export async function countRows(sql: Sql): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    counts[table] = (await sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n ?? 0;
  }
  return counts;
}

/** As the schema makes them; a step that SQL alone cannot take makes none. */
const TABLES: readonly string[] = MIGRATIONS.filter((migration) => typeof migration === 'string')
  .flatMap((text) => [...text.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] as string))
  .sort();
