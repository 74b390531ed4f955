import { mintId } from '../crypto.ts';
import { ServerError } from '../server-error.ts';
import type { Sql } from './engine/sql.ts';

/** What is true of the whole store. */
export class MetaTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Invented people only; shown as DỮ LIỆU THỬ everywhere. */
  async isTryOut(): Promise<boolean> {
    return (await this.#find('tryOut')) === '1';
  }

  async markTryOut(): Promise<void> {
    await this.#set('tryOut', '1');
  }

  /** Short name of this very store, so that a cursor of another one is recognised. Given when the store is made. */
  async storeId(): Promise<string> {
    const found = await this.#find('storeId');
    if (found === undefined) throw new Error('the store has no id');
    return found;
  }

  /** For a store that goes on from an earlier state of itself: every cursor into what came after must begin anew. */
  async renewStoreId(): Promise<void> {
    await this.#set('storeId', mintId().slice(0, 8));
  }

  /** Notes under which keys the store is sealed, once; throws `records-key-other` for any others from then on. */
  async keepKeysOrReject(fingerprint: string): Promise<void> {
    const kept = await this.#find('recordKeys');
    if (kept === undefined) await this.#set('recordKeys', fingerprint);
    else if (kept !== fingerprint) throw new ServerError('records-key-other');
  }

  async #find(key: string): Promise<string | undefined> {
    return (await this.#sql.get<{ value: string }>('SELECT value FROM meta WHERE key = @key', { key }))?.value;
  }

  async #set(key: string, value: string): Promise<void> {
    await this.#sql.run(
      'INSERT INTO meta VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      { key, value },
    );
  }
}
