import { openForReading, schemaVersion } from './open-database.ts';

/**
 * Copies the store's file as one consistent state, while others read and write it: VACUUM INTO reads in one transaction, and in
 * WAL mode nobody waits for a reader. (SQLite's page by page backup begins anew at every foreign write: on a busy server it need
 * not come to its end.) Returns the schema version of the copy. Throws `ServerError` for a store that cannot be used.
 */
export function copyDatabase(from: string, to: string): number {
  const database = openForReading(from);
  try {
    database.prepare('VACUUM INTO ?').run(to);
    return schemaVersion(database);
  } finally {
    database.close();
  }
}
