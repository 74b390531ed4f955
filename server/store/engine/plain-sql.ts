import type { Sql } from './sql.ts';

/** Each statement for itself: reading by `reader`, a writing one in a transaction of its own. */
export function plainSql(reader: Sql, write: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>): Sql {
  return {
    inTransaction: false,
    all: (statement, params) => reader.all(statement, params),
    get: (statement, params) => reader.get(statement, params),
    run: (statement, params) => write((sql) => sql.run(statement, params)),
    returning: (statement, params) => write((sql) => sql.returning(statement, params)),
    insertMany: (shape, rows, conflict) => write((sql) => sql.insertMany(shape, rows, conflict)),
    updateMany: (shape, keys, rows) => write((sql) => sql.updateMany(shape, keys, rows)),
    lock: (name) => reader.lock(name),
  };
}
