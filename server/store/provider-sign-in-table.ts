import type { ProblemCode } from '../../contract/problem.ts';
import type { Sql } from './engine/sql.ts';

/** Somebody is on the way to another sign-in service. */
export interface BegunSignIn {
  readonly stateHash: string;
  readonly opener: 'excel' | 'page';
  readonly challenge: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly expiresAt: number;
}

/** Somebody is back: an account, or what came instead of one. */
export interface StoredHandover {
  readonly codeHash: string;
  readonly challenge: string;
  readonly expiresAt: number;
  readonly accountId: string | null;
  readonly problem: ProblemCode | null;
}

/** Sign-ins at another service under way. Each is taken out when it is used: whatever comes twice finds nothing. */
export class ProviderSignInTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(begun: BegunSignIn): Promise<void> {
    await this.#sql.run(
      `INSERT INTO provider_sign_ins (state_hash, opener, challenge, nonce, code_verifier, expires_at)
       VALUES (@stateHash, @opener, @challenge, @nonce, @codeVerifier, @expiresAt)`,
      { ...begun },
    );
  }

  /** Undefined for one that is unknown, past its time or was taken before. */
  async take(stateHash: string, now: number): Promise<BegunSignIn | undefined> {
    const [begun] = await this.#sql.returning<BegunSignIn>(
      `DELETE FROM provider_sign_ins WHERE state_hash = @stateHash
       RETURNING state_hash AS stateHash, opener, challenge, nonce, code_verifier AS codeVerifier, expires_at AS expiresAt`,
      { stateHash },
    );
    return begun && begun.expiresAt > now ? begun : undefined;
  }

  async insertHandover(handover: StoredHandover): Promise<void> {
    await this.#sql.run(
      `INSERT INTO sign_in_handovers (code_hash, challenge, expires_at, account_id, problem)
       VALUES (@codeHash, @challenge, @expiresAt, @accountId, @problem)`,
      { ...handover },
    );
  }

  /** Undefined for one that is unknown, past its time or was taken before. */
  async takeHandover(codeHash: string, now: number): Promise<StoredHandover | undefined> {
    const [handover] = await this.#sql.returning<StoredHandover>(
      `DELETE FROM sign_in_handovers WHERE code_hash = @codeHash
       RETURNING code_hash AS codeHash, challenge, expires_at AS expiresAt, account_id AS accountId, problem`,
      { codeHash },
    );
    return handover && handover.expiresAt > now ? handover : undefined;
  }

  async purgeExpired(before: number): Promise<void> {
    await this.#sql.run('DELETE FROM provider_sign_ins WHERE expires_at < @before', { before });
    await this.#sql.run('DELETE FROM sign_in_handovers WHERE expires_at < @before', { before });
  }
}
