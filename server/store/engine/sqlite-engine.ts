import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { RecordCipher } from '../../crypto/record-cipher.ts';
import { openDatabase } from '../open-database.ts';
import { plainSql } from './plain-sql.ts';
import type { Sql, SqlEngine } from './sql.ts';
import { SqliteSql } from './sqlite-sql.ts';
import { SqliteWriter } from './sqlite-writer.ts';

/** Reads take milliseconds; one that takes longer is waited for at the next purge. */
const ERASE_TRIES = 40;
const ERASE_PAUSE_MS = 50;

interface Connection {
  readonly database: Database.Database;
  readonly sql: SqliteSql;
}

/**
 * The store in one SQLite file: one connection writes; others read, each transaction on a
 * connection of its own, so that no reader sees what is not committed yet and none waits for a writer (WAL).
 */
export class SqliteEngine implements SqlEngine {
  readonly kind = 'sqlite';
  readonly plain: Sql;
  readonly #path: string;
  readonly #database: Database.Database;
  readonly #writer: SqliteWriter;
  readonly #idleReaders: Connection[] = [];
  readonly #open: Connection[] = [];

  private constructor(path: string, database: Database.Database) {
    this.#path = path;
    this.#database = database;
    this.#writer = new SqliteWriter(database);
    this.plain = plainSql(this.#connectReader().sql, (work) => this.write(work));
  }

  /** Throws `ServerError` when the file is not ours, newer, damaged or cannot be written. */
  static async open(path: string, cipher: RecordCipher): Promise<SqliteEngine> {
    return new SqliteEngine(path, await openDatabase(path, cipher));
  }

  async read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const reader = this.#idleReaders.pop() ?? this.#connectReader();
    reader.database.exec('BEGIN');
    try {
      return await work(reader.sql);
    } finally {
      reader.database.exec('COMMIT');
      this.#idleReaders.push(reader);
    }
  }

  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#writer.write(work);
  }

  /** SQLite has one writer at a time. */
  writeAlongside<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  /** Of the file, as it will be once its journal is taken over. */
  async size(): Promise<number> {
    const pragma = (name: string) => this.#database.pragma(name, { simple: true }) as number;
    return pragma('page_count') * pragma('page_size');
  }

  /** The file itself holds zeros where something was deleted (`secure_delete`); its journal still holds the pages of before. */
  async erase(): Promise<boolean> {
    for (let attempt = 1; attempt <= ERASE_TRIES; attempt++) {
      await this.#writer.settled();
      if (this.#emptyJournal()) return true;
      await pause(ERASE_PAUSE_MS);
    }
    return false;
  }

  /** Lets the write transactions that were asked for end. */
  async close(): Promise<void> {
    await this.#writer.settled();
    for (const { database } of this.#open) database.close();
    this.#database.close();
  }

  /** Without waiting: whoever still reads the journal may be this very process, which would then wait for itself. */
  #emptyJournal(): boolean {
    const database = this.#database;
    const timeout = database.pragma('busy_timeout', { simple: true }) as number;
    database.pragma('busy_timeout = 0');
    try {
      const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
      return outcome?.busy === 0;
    } finally {
      database.pragma(`busy_timeout = ${timeout}`);
    }
  }

  #connectReader(): Connection {
    const database = new Database(this.#path, { timeout: 10_000 });
    database.pragma('query_only = ON');
    const connection = { database, sql: new SqliteSql(database, false) };
    this.#open.push(connection);
    return connection;
  }
}
