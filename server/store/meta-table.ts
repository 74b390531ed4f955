import type Database from 'better-sqlite3';

/** What is true of the whole store. */
export class MetaTable {
  readonly #find: Database.Statement<[string], string>;
  readonly #set: Database.Statement<[string, string]>;
  readonly #renewStoreId: Database.Statement<[]>;

  constructor(database: Database.Database) {
    this.#find = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
    this.#set = database.prepare(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#renewStoreId = database.prepare(`UPDATE meta SET value = lower(hex(randomblob(4))) WHERE key = 'storeId'`);
  }

  /** Invented people only; shown as DỮ LIỆU THỬ everywhere. */
  isTryOut(): boolean {
    return this.#find.get('tryOut') === '1';
  }

  markTryOut(): void {
    this.#set.run('tryOut', '1');
  }

  /** Short name of this very file, so that a cursor of another store is recognised. Given when the store is made. */
  storeId(): string {
    const found = this.#find.get('storeId');
    if (found === undefined) throw new Error('the store has no id');
    return found;
  }

  /** For a store that goes on from an earlier state of itself: every cursor into what came after must begin anew. */
  renewStoreId(): void {
    this.#renewStoreId.run();
  }
}
