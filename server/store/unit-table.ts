import type { Unit } from '../../contract/schemas/unit.ts';
import { BELOW, MAX_DEPTH } from './below.ts';
import type { ClassesInSight } from './class-in-sight.ts';
import type { Sql } from './engine/sql.ts';

/** What an account may see: a unit with all below it, or (operators) every unit; of the rows there, those of its classes. */
export interface Scope {
  readonly root: string | null;
  readonly classes: ClassesInSight;
}

/** All there is: what the program itself looks at. */
export const EVERYTHING: Scope = { root: null, classes: null };

const COLUMNS = 'code, name, kind, parent, valid_from AS validFrom, valid_to AS validTo';

/** The tree of units. A unit out of its dates keeps its rows and stays visible from above, but nobody works in it. */
export class UnitTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Parents may stand behind their children. */
  async upsert(units: readonly Unit[]): Promise<void> {
    await this.#sql.insertMany(
      {
        table: 'units',
        columns: { code: 'text', name: 'text', kind: 'text', parent: 'text', validFrom: 'text', validTo: 'text' },
      },
      units,
      `ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, parent = excluded.parent,
         valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    );
  }

  find(code: string): Promise<Unit | undefined> {
    return this.#sql.get(`SELECT ${COLUMNS} FROM units WHERE code = @code`, { code });
  }

  async isWithin(code: string, scope: Pick<Scope, 'root'>): Promise<boolean> {
    if (scope.root === null) return (await this.find(code)) !== undefined;
    const found = await this.#sql.get(
      `WITH RECURSIVE above (code, depth) AS (
         SELECT code, 0 FROM units WHERE code = @code
         UNION ALL
         SELECT units.parent, depth + 1 FROM above JOIN units ON units.code = above.code
         WHERE units.parent IS NOT NULL AND depth < ${MAX_DEPTH}
       ) SELECT 1 AS within FROM above WHERE code = @root`,
      { code, root: scope.root },
    );
    return found !== undefined;
  }

  /** Units of the scope by code, from behind `after`. */
  page(scope: Pick<Scope, 'root'>, after: string, limit: number): Promise<readonly Unit[]> {
    return this.#sql.all(
      `${BELOW} SELECT ${COLUMNS} FROM units
       WHERE (CAST(@root AS TEXT) IS NULL OR code IN (SELECT code FROM below)) AND code > @after
       ORDER BY code LIMIT @limit`,
      { root: scope.root, after, limit },
    );
  }

  /** Codes of the schools at or below a unit that are in operation on a day. */
  async schools(root: string, day: string): Promise<readonly string[]> {
    const found = await this.#sql.all<{ code: string }>(
      `${BELOW} SELECT code FROM units WHERE code IN (SELECT code FROM below) AND kind = 'school'
         AND (valid_from IS NULL OR valid_from <= @day) AND (valid_to IS NULL OR @day <= valid_to) ORDER BY code`,
      { root, day },
    );
    return found.map(({ code }) => code);
  }

  async count(): Promise<number> {
    return (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM units'))?.n ?? 0;
  }
}
