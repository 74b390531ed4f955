import type { Sql } from './engine/sql.ts';

export interface StoredSignInFailures {
  readonly failures: number;
  readonly lockedUntil: number;
}

/**
 * Wrong passwords in a row by user name, whether there is such an account or not: a name that could be locked and one that could not
 * would tell which exist. Only keyed hashes of names are kept, for people type passwords into that box.
 */
export class SignInFailureTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async find(nameHash: string): Promise<StoredSignInFailures | undefined> {
    return this.#sql.get(
      'SELECT failures, locked_until AS lockedUntil FROM sign_in_failures WHERE name_hash = @nameHash',
      { nameHash },
    );
  }

  /** One more. Returns how many there are now. */
  async raise(nameHash: string, at: number): Promise<number> {
    const [row] = await this.#sql.returning<{ failures: number }>(
      `INSERT INTO sign_in_failures (name_hash, failures, failed_at, locked_until) VALUES (@nameHash, 1, @at, 0)
       ON CONFLICT (name_hash) DO UPDATE SET failures = sign_in_failures.failures + 1, failed_at = @at
       RETURNING failures`,
      { nameHash, at },
    );
    return row?.failures ?? 1;
  }

  async lock(nameHash: string, until: number): Promise<void> {
    await this.#sql.run('UPDATE sign_in_failures SET locked_until = @until WHERE name_hash = @nameHash', {
      nameHash,
      until,
    });
  }

  /** Returns whether there was anything. */
  async forget(nameHash: string): Promise<boolean> {
    return (await this.#sql.run('DELETE FROM sign_in_failures WHERE name_hash = @nameHash', { nameHash })) > 0;
  }

  async purgeOlder(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM sign_in_failures WHERE failed_at < @before AND locked_until < @before', {
      before,
    });
  }
}
