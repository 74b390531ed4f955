import type Database from 'better-sqlite3';
import { columnName, type ShapedRow, type Sql, type SqlParams, type TableShape } from './sql.ts';

type Statement = Database.Statement<[Readonly<Record<string, unknown>> | readonly unknown[]], unknown>;

/** One SQLite connection. Statements are prepared once and kept: there are about a hundred in all. */
export class SqliteSql implements Sql {
  readonly inTransaction: boolean;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database.Database, inTransaction: boolean) {
    this.#database = database;
    this.inTransaction = inTransaction;
  }

  async all<Row>(statement: string, params: SqlParams = {}): Promise<readonly Row[]> {
    return this.#prepare(statement).all(bound(params)) as Row[];
  }

  async get<Row>(statement: string, params: SqlParams = {}): Promise<Row | undefined> {
    return this.#prepare(statement).get(bound(params)) as Row | undefined;
  }

  async run(statement: string, params: SqlParams = {}): Promise<number> {
    return this.#prepare(statement).run(bound(params)).changes;
  }

  async returning<Row>(statement: string, params: SqlParams = {}): Promise<readonly Row[]> {
    return this.#prepare(statement).all(bound(params)) as Row[];
  }

  async insertMany(shape: TableShape, rows: readonly ShapedRow[], conflict = ''): Promise<void> {
    if (rows.length === 0) return;
    const names = Object.keys(shape.columns);
    const statement = this.#prepare(
      `INSERT INTO ${shape.table} (${names.map(columnName).join()})
       VALUES (${names.map(() => '?').join()}) ${conflict}`,
    );
    // By place: looking each value up by its name costs a fifth more.
    for (const row of rows) statement.run(names.map((name) => row[name]));
  }

  async updateMany(shape: TableShape, keys: readonly string[], rows: readonly ShapedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const equals = (name: string) => `${columnName(name)} = @${name}`;
    const changed = Object.keys(shape.columns).filter((name) => !keys.includes(name));
    const statement = this.#prepare(
      `UPDATE ${shape.table} SET ${changed.map(equals).join()} WHERE ${keys.map(equals).join(' AND ')}`,
    );
    for (const row of rows) statement.run(row);
  }

  /** SQLite has one writer at a time: nobody is there to be held back. */
  async lock(): Promise<void> {}

  #prepare(statement: string): Statement {
    let prepared = this.#statements.get(statement);
    if (!prepared) {
      prepared = this.#database.prepare(statement.replace(/LIST\((@\w+)\)/g, 'json_each($1)'));
      this.#statements.set(statement, prepared);
    }
    return prepared;
  }
}

function bound(params: SqlParams): Readonly<Record<string, unknown>> {
  for (const value of Object.values(params)) if (Array.isArray(value)) return withListsAsJson(params);
  return params;
}

function withListsAsJson(params: SqlParams): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  );
}
