import type Database from 'better-sqlite3';

export interface StoredRefreshToken {
  readonly familyId: string;
  readonly accountId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly familyExpiresAt: number;
  readonly revokedAt: number | null;
}

/** Sign-ins: one family each, with its rotating refresh tokens as hashes. */
export class SessionTable {
  readonly #insertFamily: Database.Statement<[string, string, number]>;
  readonly #insertToken: Database.Statement<[string, string, number]>;
  readonly #findToken: Database.Statement<[string], StoredRefreshToken>;
  readonly #markUsed: Database.Statement<[number, string]>;
  readonly #isLive: Database.Statement<[string, string, number], number>;
  readonly #revoke: Database.Statement<[number, string]>;
  readonly #revokeAccount: Database.Statement<[number, string, string]>;
  readonly #revokeAll: Database.Statement<[number]>;
  readonly #purge: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#insertFamily = database.prepare('INSERT INTO session_families VALUES (?, ?, ?, NULL)');
    this.#insertToken = database.prepare('INSERT INTO refresh_tokens VALUES (?, ?, ?, NULL)');
    this.#findToken = database.prepare(
      `SELECT family_id AS familyId, account_id AS accountId, refresh_tokens.expires_at AS expiresAt, used_at AS usedAt,
         session_families.expires_at AS familyExpiresAt, revoked_at AS revokedAt
       FROM refresh_tokens JOIN session_families USING (family_id) WHERE token_hash = ?`,
    );
    this.#markUsed = database.prepare('UPDATE refresh_tokens SET used_at = ? WHERE token_hash = ?');
    this.#isLive = database
      .prepare<[string, string, number], number>(
        `SELECT 1 FROM session_families WHERE family_id = ? AND account_id = ? AND revoked_at IS NULL AND expires_at > ?`,
      )
      .pluck();
    this.#revoke = database.prepare(
      'UPDATE session_families SET revoked_at = ? WHERE family_id = ? AND revoked_at IS NULL',
    );
    this.#revokeAccount = database.prepare(
      'UPDATE session_families SET revoked_at = ? WHERE account_id = ? AND family_id <> ? AND revoked_at IS NULL',
    );
    this.#revokeAll = database.prepare('UPDATE session_families SET revoked_at = ? WHERE revoked_at IS NULL');
    this.#purge = database.prepare('DELETE FROM session_families WHERE expires_at < ?');
  }

  insertFamily(familyId: string, accountId: string, expiresAt: number): void {
    this.#insertFamily.run(familyId, accountId, expiresAt);
  }

  insertToken(tokenHash: string, familyId: string, expiresAt: number): void {
    this.#insertToken.run(tokenHash, familyId, expiresAt);
  }

  findToken(tokenHash: string): StoredRefreshToken | undefined {
    return this.#findToken.get(tokenHash);
  }

  markUsed(tokenHash: string, at: number): void {
    this.#markUsed.run(at, tokenHash);
  }

  isLive(familyId: string, accountId: string, now: number): boolean {
    return this.#isLive.get(familyId, accountId, now) === 1;
  }

  revoke(familyId: string, at: number): void {
    this.#revoke.run(at, familyId);
  }

  /** Every sign-in of an account, but for one family to keep ('' keeps none). */
  revokeOthers(accountId: string, keptFamilyId: string, at: number): void {
    this.#revokeAccount.run(at, accountId, keptFamilyId);
  }

  revokeAll(at: number): void {
    this.#revokeAll.run(at);
  }

  purgeExpired(before: number): void {
    this.#purge.run(before);
  }
}
