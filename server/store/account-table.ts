import type { Role } from '../../contract/role.ts';
import type { Sql } from './engine/sql.ts';

export interface StoredAccount {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** null for operators only. */
  readonly unit: string | null;
  /** Argon2id in PHC form. */
  readonly passwordHash: string;
  readonly passwordIsOneTime: boolean;
  readonly createdAt: number;
}

type AccountRow = Omit<StoredAccount, 'passwordIsOneTime'> & { readonly passwordIsOneTime: 0 | 1 };

const SELECT = `SELECT account_id AS accountId, username, display_name AS displayName, role, unit,
  password_hash AS passwordHash, password_is_one_time AS passwordIsOneTime, created_at AS createdAt FROM accounts`;

export class AccountTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(account: StoredAccount): Promise<void> {
    await this.#sql.run(
      `INSERT INTO accounts (account_id, username, display_name, role, unit, password_hash, password_is_one_time, created_at)
       VALUES (@accountId, @username, @displayName, @role, @unit, @passwordHash, @passwordIsOneTime, @createdAt)`,
      { ...account, passwordIsOneTime: account.passwordIsOneTime ? 1 : 0 },
    );
  }

  /** Letter case of the user name does not matter. */
  async findByName(username: string): Promise<StoredAccount | undefined> {
    return fromRow(await this.#sql.get(`${SELECT} WHERE username = @username`, { username }));
  }

  async findById(accountId: string): Promise<StoredAccount | undefined> {
    return fromRow(await this.#sql.get(`${SELECT} WHERE account_id = @accountId`, { accountId }));
  }

  /** By account id; who is gone is absent. */
  async displayNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.#sql.all<{ accountId: string; displayName: string }>(
      `SELECT account_id AS accountId, display_name AS displayName FROM accounts
       WHERE account_id IN (SELECT wanted.value FROM LIST(@accountIds) AS wanted)`,
      { accountIds },
    );
    return new Map(rows.map(({ accountId, displayName }) => [accountId, displayName]));
  }

  async setPassword(accountId: string, passwordHash: string, isOneTime: boolean): Promise<void> {
    await this.#sql.run(
      `UPDATE accounts SET password_hash = @passwordHash, password_is_one_time = @isOneTime
       WHERE account_id = @accountId`,
      { accountId, passwordHash, isOneTime: isOneTime ? 1 : 0 },
    );
  }

  async countRole(role: Role): Promise<number> {
    return (
      (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM accounts WHERE role = @role', { role }))?.n ?? 0
    );
  }

  async count(): Promise<number> {
    return (await this.#sql.get<{ n: number }>('SELECT count(*) AS n FROM accounts'))?.n ?? 0;
  }
}

function fromRow(row: AccountRow | undefined): StoredAccount | undefined {
  return row && { ...row, passwordIsOneTime: row.passwordIsOneTime === 1 };
}
