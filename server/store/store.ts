import { PostgresEngine } from './engine/postgres-engine.ts';
import type { SqlEngine } from './engine/sql.ts';
import { SqliteEngine } from './engine/sqlite-engine.ts';
import { Tables } from './tables.ts';

/** The tables of one database, each call a statement of its own; `write` and `read` hand out the same tables as one transaction. */
export class Store extends Tables {
  readonly #engine: SqlEngine;

  constructor(engine: SqlEngine) {
    super(engine.plain);
    this.#engine = engine;
  }

  /** Throws `ServerError` when the file is not ours, newer, damaged or cannot be written. */
  static async open(path: string): Promise<Store> {
    return new Store(await SqliteEngine.open(path));
  }

  /** Throws what `PostgresEngine.open` throws. */
  static async connect(url: string): Promise<Store> {
    return new Store(await PostgresEngine.open(url));
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
    return this.#engine.write((sql) => work(new Tables(sql)));
  }

  /**
   * As `write`, at the same time as others that ask for no more than this. Only for work that takes by `lock`, or in one statement,
   * whatever it reads and then relies on: everything else may be changed by others meanwhile.
   */
  writeAlongside<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#engine.writeAlongside((sql) => work(new Tables(sql)));
  }

  /** Runs over one unchanging view of the data. */
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#engine.read((sql) => work(new Tables(sql)));
  }

  /** Bytes that the store takes up. */
  size(): Promise<number> {
    return this.#engine.size();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
