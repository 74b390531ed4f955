import type Database from 'better-sqlite3';
import type { Unit } from '../../contract/schemas/unit.ts';
import { BELOW, MAX_DEPTH } from './below.ts';

/** What an account may see: a unit with all below it, or (operators) every unit. */
export type Scope = { readonly root: string } | { readonly root: null };

/** The tree of units. A unit out of its dates keeps its rows and stays visible from above, but nobody works in it. */
export class UnitTable {
  readonly #upsert: Database.Statement<[Unit]>;
  readonly #find: Database.Statement<[string], Unit>;
  readonly #within: Database.Statement<[string, string], number>;
  readonly #page: Database.Statement<{ root: string | null; after: string; limit: number }, Unit>;
  readonly #count: Database.Statement<[], number>;
  readonly #schools: Database.Statement<{ root: string; day: string }, string>;

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
      `${BELOW} SELECT ${columns} FROM units
       WHERE (@root IS NULL OR code IN (SELECT code FROM below)) AND code > @after ORDER BY code LIMIT @limit`,
    );
    this.#count = database.prepare<[], number>('SELECT count(*) FROM units').pluck();
    this.#schools = database
      .prepare<{ root: string; day: string }, string>(
        `${BELOW} SELECT code FROM units WHERE code IN (SELECT code FROM below) AND kind = 'school'
           AND (valid_from IS NULL OR valid_from <= @day) AND (valid_to IS NULL OR @day <= valid_to) ORDER BY code`,
      )
      .pluck();
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

  /** Codes of the schools at or below a unit that are in operation on a day. */
  schools(root: string, day: string): readonly string[] {
    return this.#schools.all({ root, day });
  }

  count(): number {
    return this.#count.get() ?? 0;
  }
}
