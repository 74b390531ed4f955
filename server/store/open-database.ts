import Database from 'better-sqlite3';
import type { RecordCipher } from '../crypto/record-cipher.ts';
import { ServerError } from '../server-error.ts';
import { SqliteSql } from './engine/sqlite-sql.ts';
import { MIGRATIONS } from './migrations.ts';

/** `SoSa` in ASCII: tells our file from any other SQLite file before anything is written to it. */
const APPLICATION_ID = 0x536f5361;

/**
 * Opens the store's file, checks it and brings its schema up to date in one transaction. Throws `ServerError` with
 * `store-foreign`, `store-newer`, `store-damaged` or `data-folder-unusable`; a refused file is left as it was.
 */
export async function openDatabase(path: string, cipher: RecordCipher): Promise<Database.Database> {
  const database = connect(path);
  try {
    inspect(database);
    configure(database);
    if (await migrate(database, cipher)) sweep(database);
    return database;
  } catch (error) {
    database.close();
    throw error instanceof ServerError ? error : asServerError(error);
  }
}

/** Opens the store's file for looking, checked as above; nothing in it is changed, its schema may be older than today's. */
export function openForReading(path: string): Database.Database {
  const database = connect(path, { readonly: true, fileMustExist: true });
  try {
    inspect(database);
    return database;
  } catch (error) {
    database.close();
    throw error instanceof ServerError ? error : asServerError(error);
  }
}

/** Which of the known schemas the file has. */
export function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

function connect(path: string, options: Database.Options = {}): Database.Database {
  try {
    return new Database(path, { timeout: 10_000, ...options });
  } catch (error) {
    throw asServerError(error);
  }
}

function inspect(database: Database.Database): void {
  const applicationId = database.pragma('application_id', { simple: true });
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (applicationId !== APPLICATION_ID && tables !== 0) throw new ServerError('store-foreign');
  const version = schemaVersion(database);
  if (version > MIGRATIONS.length) {
    throw new ServerError('store-newer', { found: String(version), known: String(MIGRATIONS.length) });
  }
  const verdict = database.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new ServerError('store-damaged', { detail: 'quick_check' });
}

/** FULL, because an acknowledged row must survive a power cut; at 1,000 rows a transaction it costs nothing measurable. */
function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten with zeros: personal data that was purged must not be read out of the file.
  database.pragma('secure_delete = ON');
  // The indexes of a province's rows are written all over: in the usual 2 MB every second page would be read anew.
  database.pragma('cache_size = -65536');
  // Of 4 KiB each: a checkpoint waits for the disk twice, and this often it no longer counts.
  database.pragma('wal_autocheckpoint = 4000');
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((name) =>
    String(database.pragma(name, { simple: true })),
  );
  if (settings.join() !== 'wal,2,1,1') throw new ServerError('data-folder-unusable', { detail: settings.join() });
}

/** True when it moved an older store on. */
async function migrate(database: Database.Database, cipher: RecordCipher): Promise<boolean> {
  const sql = new SqliteSql(database, true);
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = schemaVersion(database);
    for (const migration of MIGRATIONS.slice(version)) {
      if (typeof migration === 'string') database.exec(migration);
      else await migration(sql, cipher);
    }
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
    return version > 0 && version < MIGRATIONS.length;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** What a migration took out of the tables is to be out of the file too, not only out of use. */
function sweep(database: Database.Database): void {
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

function asServerError(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : undefined;
  if (code === 'SQLITE_NOTADB') return new ServerError('store-foreign', {}, { cause: error });
  if (code?.startsWith('SQLITE_CORRUPT')) return new ServerError('store-damaged', { detail: code }, { cause: error });
  const detail = code ?? (error instanceof TypeError ? 'no such folder' : undefined);
  return detail ? new ServerError('data-folder-unusable', { detail }, { cause: error }) : error;
}
