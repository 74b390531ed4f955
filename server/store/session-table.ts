import type { Sql } from './engine/sql.ts';

export interface StoredRefreshToken {
  readonly familyId: string;
  readonly accountId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly familyExpiresAt: number;
  readonly revokedAt: number | null;
  readonly way: SignInWay;
}

/** How somebody came in. */
export type SignInWay = 'password' | 'provider';

export interface StoredFamily {
  readonly familyId: string;
  readonly way: SignInWay;
  readonly openedAt: number;
  /** When it last got a new access token. */
  readonly usedAt: number;
  readonly expiresAt: number;
}

export interface NewFamily extends Omit<StoredFamily, 'usedAt'> {
  readonly accountId: string;
  /** Keyed hash of the address that it was opened from. */
  readonly addressHash: string;
}

/** Sign-ins: one family each, with its rotating refresh tokens as hashes. */
export class SessionTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insertFamily(family: NewFamily): Promise<void> {
    await this.#sql.run(
      `INSERT INTO session_families (family_id, account_id, way, opened_at, used_at, address_hash, expires_at, revoked_at)
       VALUES (@familyId, @accountId, @way, @openedAt, @openedAt, @addressHash, @expiresAt, NULL)`,
      { ...family },
    );
  }

  /** Those of an account that are still good, the newest first. */
  list(accountId: string, now: number): Promise<readonly StoredFamily[]> {
    return this.#sql.all(
      `SELECT family_id AS familyId, way, opened_at AS openedAt, used_at AS usedAt, expires_at AS expiresAt
       FROM session_families WHERE account_id = @accountId AND revoked_at IS NULL AND expires_at > @now
       ORDER BY opened_at DESC, family_id`,
      { accountId, now },
    );
  }

  /** Whether the account has come in from there, as far back as sign-ins are kept. */
  async isKnownAddress(accountId: string, addressHash: string): Promise<boolean> {
    const found = await this.#sql.get(
      'SELECT 1 AS known FROM session_families WHERE account_id = @accountId AND address_hash = @addressHash LIMIT 1',
      { accountId, addressHash },
    );
    return found !== undefined;
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
      `SELECT family_id AS familyId, account_id AS accountId, refresh_tokens.expires_at AS expiresAt,
         refresh_tokens.used_at AS usedAt,         session_families.expires_at AS familyExpiresAt, revoked_at AS revokedAt, way
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

  /** How the account came in, if it is still in. */
  async findLive(familyId: string, accountId: string, now: number): Promise<SignInWay | undefined> {
    const found = await this.#sql.get<{ way: SignInWay }>(
      `SELECT way FROM session_families
       WHERE family_id = @familyId AND account_id = @accountId AND revoked_at IS NULL AND expires_at > @now`,
      { familyId, accountId, now },
    );
    return found?.way;
  }

  async setUsed(familyId: string, at: number): Promise<void> {
    await this.#sql.run('UPDATE session_families SET used_at = @at WHERE family_id = @familyId', { familyId, at });
  }

  /** Returns whether it was still good. */
  async revoke(familyId: string, at: number): Promise<boolean> {
    const revoked = await this.#sql.run(
      'UPDATE session_families SET revoked_at = @at WHERE family_id = @familyId AND revoked_at IS NULL',
      { familyId, at },
    );
    return revoked > 0;
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
