import type Database from 'better-sqlite3';
import type { Unit } from '../../contract/schemas/unit.ts';

/** What an account may see: a unit with all below it, or (operators) every unit. */
export type Scope = { readonly root: string } | { readonly root: null };

/** Parents can never form a ring (the import refuses it); the bound only keeps a damaged tree from hanging a request. */
const MAX_DEPTH = 32;

/** The tree of units. A unit out of its dates keeps its rows and stays visible from above, but nobody works in it. */
export class UnitTable {
  readonly #upsert: Database.Statement<[Unit]>;
  readonly #find: Database.Statement<[string], Unit>;
  readonly #within: Database.Statement<[string, string], number>;
  readonly #page: Database.Statement<{ root: string | null; after: string; limit: number }, Unit>;
  readonly #count: Database.Statement<[], number>;

  constructor(database: Database.Database) {
    const columns = 'code, name, kind, parent, valid_from AS validFrom, valid_to AS validTo';
    this.#upsert = database.prepare(
      `INSERT INTO units VALUES (@code, @name, @kind, @parent, @validFrom, @validTo)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, parent = excluded.parent,
         valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    );
    this.#find = database.prepare<[string], Unit>(`SELECT ${columns} FROM units WHERE code = ?`);
    this.#within = database
      .prepare<[string, string], number>(
        `WITH RECURSIVE above (code, depth) AS (
           SELECT code, 0 FROM units WHERE code = ?
           UNION ALL
           SELECT units.parent, depth + 1 FROM above JOIN units ON units.code = above.code
           WHERE units.parent IS NOT NULL AND depth < ${MAX_DEPTH}
         ) SELECT 1 FROM above WHERE code = ?`,
      )
      .pluck();
    this.#page = database.prepare<{ root: string | null; after: string; limit: number }, Unit>(
      `WITH RECURSIVE below (code, depth) AS (
         SELECT code, 0 FROM units WHERE code = @root
         UNION ALL
         SELECT units.code, depth + 1 FROM below JOIN units ON units.parent = below.code WHERE depth < ${MAX_DEPTH}
       ) SELECT ${columns} FROM units
       WHERE (@root IS NULL OR code IN (SELECT code FROM below)) AND code > @after ORDER BY code LIMIT @limit`,
    );
    this.#count = database.prepare<[], number>('SELECT count(*) FROM units').pluck();
  }

  upsert(unit: Unit): void {
    this.#upsert.run(unit);
  }

  find(code: string): Unit | undefined {
    return this.#find.get(code);
  }

  isWithin(code: string, scope: Scope): boolean {
    return scope.root === null ? this.find(code) !== undefined : this.#within.get(code, scope.root) === 1;
  }

  /** Units of the scope by code, from behind `after`. */
  page(scope: Scope, after: string, limit: number): readonly Unit[] {
    return this.#page.all({ root: scope.root, after, limit });
  }

  count(): number {
    return this.#count.get() ?? 0;
  }
}
