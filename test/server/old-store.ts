import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RecordCipher } from '../../server/crypto/record-cipher.ts';
import { STORE_FILE } from '../../server/data-folder.ts';
import { SqliteSql } from '../../server/store/engine/sqlite-sql.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';

/** A data folder as an earlier version of the program left it, with an empty store and, if wanted, what `fill` says. */
export async function makeOldStore(dataDir: string, version: number, fill = ''): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const database = new Database(join(dataDir, STORE_FILE));
  database.pragma('journal_mode = WAL');
  const sql = new SqliteSql(database, true);
  for (const migration of MIGRATIONS.slice(0, version)) {
    if (typeof migration === 'string') database.exec(migration);
    else await migration(sql, RecordCipher.create());
  }
  database.exec(fill);
  database.pragma(`application_id = ${0x536f5361}`);
  database.pragma(`user_version = ${version}`);
  database.close();
}
