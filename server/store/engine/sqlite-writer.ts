import type Database from 'better-sqlite3';
import { SqliteSql } from './sqlite-sql.ts';

interface Turn {
  readonly work: (sql: SqliteSql) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly turn: Turn; readonly result: unknown } | { readonly turn: Turn; readonly error: unknown };

/**
 * No transaction begins after this long in the same commit: whoever came first waits for the last. Two pushes of the largest size
 * take as long.
 */
const TOGETHER_MS = 100;

/**
 * The one connection that writes. Transactions that wait at the same time share one commit, each with a savepoint of its own:
 * the commit waits for the disk, and on the last afternoon that is what everybody waits for. Nobody is told of success before it.
 */
export class SqliteWriter {
  readonly #database: Database.Database;
  readonly #sql: SqliteSql;
  readonly #waiting: Turn[] = [];
  #writing: Promise<void> | undefined;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#sql = new SqliteSql(database, true);
  }

  write<T>(work: (sql: SqliteSql) => Promise<T>): Promise<T> {
    const written = new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as Turn['resolve'], reject });
    });
    this.#writing ??= this.#writeAll();
    return written;
  }

  /** Resolves when nothing waits to be written. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // Whatever arrives in the same turn of the event loop goes into the same commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const turns = await this.#writeTogether();
      // What failed for the company it was in gets a transaction of its own, which tells whose fault it is.
      for (const turn of turns) await this.#writeAlone(turn);
    }
    // In the same breath as the last look: whoever comes between would wait for ever.
    this.#writing = undefined;
  }

  /** Returns the turns of a transaction that could not be committed; all of it was taken back, and nobody was told anything. */
  async #writeTogether(): Promise<readonly Turn[]> {
    const begun = performance.now();
    const outcomes: Outcome[] = [];
    const taken: Turn[] = [];
    try {
      // The write lock is taken at once: a transaction that reads first and writes later could be refused in its middle.
      this.#database.exec('BEGIN IMMEDIATE');
      do {
        const turn = this.#waiting.shift()!;
        taken.push(turn);
        outcomes.push(await this.#writeTurn(turn));
      } while (this.#waiting.length > 0 && performance.now() - begun < TOGETHER_MS);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      // Nobody had a turn: the lock was not to be had, and whoever is first must hear of it.
      if (taken.length === 0) this.#waiting.shift()?.reject(error);
      else if (taken.length === 1) taken[0]?.reject(error);
      return taken.length > 1 ? taken : [];
    }
    for (const outcome of outcomes) settle(outcome);
    return [];
  }

  /** Throws when the whole transaction is lost (a full disk, say), not for what the work itself throws. */
  async #writeTurn(turn: Turn): Promise<Outcome> {
    this.#database.exec('SAVEPOINT turn');
    try {
      const result = await turn.work(this.#sql);
      this.#database.exec('RELEASE turn');
      return { turn, result };
    } catch (error) {
      if (!this.#database.inTransaction) throw error;
      this.#database.exec('ROLLBACK TO turn');
      this.#database.exec('RELEASE turn');
      return { turn, error };
    }
  }

  async #writeAlone(turn: Turn): Promise<void> {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = await turn.work(this.#sql);
      this.#database.exec('COMMIT');
      turn.resolve(result);
    } catch (error) {
      this.#rollBack();
      turn.reject(error);
    }
  }

  #rollBack(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
  }
}

function settle(outcome: Outcome): void {
  if ('error' in outcome) outcome.turn.reject(outcome.error);
  else outcome.turn.resolve(outcome.result);
}
