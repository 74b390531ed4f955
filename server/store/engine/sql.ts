export type SqlValue = string | number | null | Uint8Array;

/** Values by the names they have in the statement (`@name`); a list stands where the statement says `LIST(@names) AS wanted`. */
export type SqlParams = Readonly<Record<string, SqlValue | readonly string[]>>;

export type ColumnType = 'text' | 'integer' | 'real' | 'bytes';

/** A table, or those of its columns that a bulk statement writes. Columns are named as the code names them; see `columnName`. */
export interface TableShape {
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** One line of a bulk statement, by the names of its shape. */
export type ShapedRow = Readonly<Record<string, SqlValue>>;

/**
 * One connection inside a transaction, or any connection outside. Statements are written in SQLite's dialect, with these marks that
 * an engine replaces: `LIST(@names) AS wanted` is a table with one column `value`; `/* skip locked *\/` ends the choice of rows that
 * several processes may make at once; `/* for update *\/` ends the reading of a row that this transaction is going to write.
 * Columns come back under the names of their `AS`.
 */
export interface Sql {
  readonly inTransaction: boolean;
  all<Row>(statement: string, params?: SqlParams): Promise<readonly Row[]>;
  get<Row>(statement: string, params?: SqlParams): Promise<Row | undefined>;
  /** Returns how many rows were changed. */
  run(statement: string, params?: SqlParams): Promise<number>;
  /** A writing statement with RETURNING. */
  returning<Row>(statement: string, params?: SqlParams): Promise<readonly Row[]>;
  /** @param conflict what follows the values, e.g. `ON CONFLICT (key) DO NOTHING` */
  insertMany(shape: TableShape, rows: readonly ShapedRow[], conflict?: string): Promise<void>;
  /** Sets every column of the shape that is no key, in the rows that the keys name. */
  updateMany(shape: TableShape, keys: readonly string[], rows: readonly ShapedRow[]): Promise<void>;
  /** Holds back, until this transaction ends, every other that asks for a lock of one of these names; taken in the order given. */
  lock(...names: readonly string[]): Promise<void>;
}

/** A database that holds the store. */
export interface SqlEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** Each statement for itself. */
  readonly plain: Sql;
  /** Runs over one unchanging view of the data. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * Has the store to itself, across all processes; commits when `work` resolves, takes everything back when it rejects. Never inside
   * another: that would wait for itself. `work` is run again when PostgreSQL ends it in favour of another transaction.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * As `write`, at the same time as others that ask for no more than this: for transactions that carry the load and say by `lock`
   * and by row what they must have alone.
   */
  writeAlongside<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Bytes that the store takes up. */
  size(): Promise<number>;
  /**
   * Takes what was deleted out of the database's files, too. False where that did not come about: somebody was still reading, or the
   * engine keeps such bytes until it needs their place.
   */
  erase(): Promise<boolean>;
  close(): Promise<void>;
}

/** `recordId` → `record_id`. */
export function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
