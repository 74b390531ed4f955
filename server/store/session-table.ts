import type { Sql } from './engine/sql.ts';

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
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insertFamily(familyId: string, accountId: string, expiresAt: number): Promise<void> {
    await this.#sql.run(
      `INSERT INTO session_families (family_id, account_id, expires_at, revoked_at)
       VALUES (@familyId, @accountId, @expiresAt, NULL)`,
      { familyId, accountId, expiresAt },
    );
  }

  async insertToken(tokenHash: string, familyId: string, expiresAt: number): Promise<void> {
    await this.#sql.run(
      `INSERT INTO refresh_tokens (token_hash, family_id, expires_at, used_at)
       VALUES (@tokenHash, @familyId, @expiresAt, NULL)`,
      { tokenHash, familyId, expiresAt },
    );
  }

  findToken(tokenHash: string): Promise<StoredRefreshToken | undefined> {
    return this.#sql.get(
      `SELECT family_id AS familyId, account_id AS accountId, refresh_tokens.expires_at AS expiresAt, used_at AS usedAt,
         session_families.expires_at AS familyExpiresAt, revoked_at AS revokedAt
       FROM refresh_tokens JOIN session_families USING (family_id) WHERE token_hash = @tokenHash`,
      { tokenHash },
    );
  }

  /** False when somebody else has used it in the meantime. */
  async markUsed(tokenHash: string, at: number): Promise<boolean> {
    const marked = await this.#sql.run(
      'UPDATE refresh_tokens SET used_at = @at WHERE token_hash = @tokenHash AND used_at IS NULL',
      { tokenHash, at },
    );
    return marked > 0;
  }

  async isLive(familyId: string, accountId: string, now: number): Promise<boolean> {
    const found = await this.#sql.get(
      `SELECT 1 AS live FROM session_families
       WHERE family_id = @familyId AND account_id = @accountId AND revoked_at IS NULL AND expires_at > @now`,
      { familyId, accountId, now },
    );
    return found !== undefined;
  }

  async revoke(familyId: string, at: number): Promise<void> {
    await this.#sql.run(
      'UPDATE session_families SET revoked_at = @at WHERE family_id = @familyId AND revoked_at IS NULL',
      { familyId, at },
    );
  }

  /** Every sign-in of an account, but for one family to keep ('' keeps none). */
  async revokeOthers(accountId: string, keptFamilyId: string, at: number): Promise<void> {
    await this.#sql.run(
      `UPDATE session_families SET revoked_at = @at
       WHERE account_id = @accountId AND family_id <> @keptFamilyId AND revoked_at IS NULL`,
      { accountId, keptFamilyId, at },
    );
  }

  async revokeAll(at: number): Promise<void> {
    await this.#sql.run('UPDATE session_families SET revoked_at = @at WHERE revoked_at IS NULL', { at });
  }

  async purgeExpired(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM session_families WHERE expires_at < @before', { before });
  }
}
