import type { RecordCipher } from '../crypto/record-cipher.ts';
import { countRows } from './count-rows.ts';
import { PostgresEngine } from './engine/postgres-engine.ts';
import type { SqlEngine } from './engine/sql.ts';
import { SqliteEngine } from './engine/sqlite-engine.ts';
import { Tables } from './tables.ts';

/** The tables of one database, each call a statement of its own; `write` and `read` hand out the same tables as one transaction. */
export class Store extends Tables {
  readonly #engine: SqlEngine;
  readonly #cipher: RecordCipher;

  private constructor(engine: SqlEngine, cipher: RecordCipher) {
    super(engine.plain, cipher);
    this.#engine = engine;
    this.#cipher = cipher;
  }

  /** The store in one file. Throws what `SqliteEngine.open` throws, and `records-key-other`. */
  static async open(path: string, cipher: RecordCipher): Promise<Store> {
    return Store.#over(await SqliteEngine.open(path, cipher), cipher);
  }

  /** The store in a PostgreSQL. Throws what `PostgresEngine.open` throws, and `records-key-other`. */
  static async connect(url: string, cipher: RecordCipher): Promise<Store> {
    return Store.#over(await PostgresEngine.open(url, cipher), cipher);
  }

  /** Refuses keys that are not the store's before anything is sealed with them. */
  static async #over(engine: SqlEngine, cipher: RecordCipher): Promise<Store> {
    const store = new Store(engine, cipher);
    try {
      await store.write(({ meta }) => meta.keepKeysOrReject(cipher.fingerprint));
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** What persons' numbers are sealed with in it. */
  get cipher(): RecordCipher {
    return this.#cipher;
  }

  /** Several processes may work on it at the same time. */
  get isShared(): boolean {
    return this.#engine.kind === 'postgres';
  }

  /**
   * Runs in one write transaction: commits when `work` resolves, takes everything back when it rejects. Inside it only the tables
   * handed over belong to it: to write through the store itself would wait for the transaction's own end.
   */
  write<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#engine.write((sql) => work(new Tables(sql, this.#cipher)));
  }

  /**
   * As `write`, at the same time as others that ask for no more than this. Only for work that takes by `lock`, or in one statement,
   * whatever it reads and then relies on: everything else may be changed by others meanwhile.
   */
  writeAlongside<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#engine.writeAlongside((sql) => work(new Tables(sql, this.#cipher)));
  }

  /** Runs over one unchanging view of the data. */
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#engine.read((sql) => work(new Tables(sql, this.#cipher)));
  }

  /** How many rows each table has, by its name. */
  countRows(): Promise<Readonly<Record<string, number>>> {
    return this.#engine.read(countRows);
  }

  /** Takes what was deleted out of the database's files, too. See `SqlEngine.erase`. */
  erase(): Promise<boolean> {
    return this.#engine.erase();
  }

  /** Bytes that the store takes up. */
  size(): Promise<number> {
    return this.#engine.size();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
