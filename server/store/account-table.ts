import type { Role } from '../../contract/role.ts';
import type { Sql } from './engine/sql.ts';

export interface StoredAccount {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** null for operators only. */
  readonly unit: string | null;
  /** Names of the classes of a class teacher, as the operator wrote them; null for everybody else. */
  readonly classes: readonly string[] | null;
  /** First and last day of the assignment, ISO 8601; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Since when nobody gets in under it; null: it is open. */
  readonly disabledAt: number | null;
  /** Hash of who the sign-in service says it is; null: by password alone. */
  readonly foreignIdentity: string | null;
  /** Argon2id in PHC form. */
  readonly passwordHash: string;
  readonly passwordIsOneTime: boolean;
  readonly createdAt: number;
}

type AccountRow = Omit<StoredAccount, 'passwordIsOneTime' | 'classes'> & {
  readonly passwordIsOneTime: 0 | 1;
  readonly classes: string | null;
};

const SELECT = `SELECT account_id AS accountId, username, display_name AS displayName, role, unit, classes,
  valid_from AS validFrom, valid_to AS validTo, disabled_at AS disabledAt, foreign_identity AS foreignIdentity,
  password_hash AS passwordHash, password_is_one_time AS passwordIsOneTime, created_at AS createdAt FROM accounts`;

export class AccountTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async insert(account: StoredAccount): Promise<void> {
    await this.#sql.run(
      `INSERT INTO accounts (account_id, username, display_name, role, unit, classes, valid_from, valid_to, disabled_at,
         foreign_identity, password_hash, password_is_one_time, created_at)
       VALUES (@accountId, @username, @displayName, @role, @unit, @classes, @validFrom, @validTo, @disabledAt,
         @foreignIdentity, @passwordHash, @passwordIsOneTime, @createdAt)`,
      { ...account, classes: classesText(account.classes), passwordIsOneTime: account.passwordIsOneTime ? 1 : 0 },
    );
  }

  async setPlace(
    accountId: string,
    {
      role,
      unit,
      classes,
      validFrom,
      validTo,
    }: Pick<StoredAccount, 'role' | 'unit' | 'classes' | 'validFrom' | 'validTo'>,
  ): Promise<void> {
    await this.#sql.run(
      `UPDATE accounts SET role = @role, unit = @unit, classes = @classes, valid_from = @validFrom, valid_to = @validTo
       WHERE account_id = @accountId`,
      { accountId, role, unit, classes: classesText(classes), validFrom, validTo },
    );
  }

  /** @param at since when nobody gets in; null opens it */
  async setDisabled(accountId: string, at: number | null): Promise<void> {
    await this.#sql.run('UPDATE accounts SET disabled_at = @at WHERE account_id = @accountId', { accountId, at });
  }

  async setForeignIdentity(accountId: string, hash: string | null): Promise<void> {
    await this.#sql.run('UPDATE accounts SET foreign_identity = @hash WHERE account_id = @accountId', {
      accountId,
      hash,
    });
  }

  async findByForeignIdentity(hash: string): Promise<StoredAccount | undefined> {
    return fromRow(await this.#sql.get(`${SELECT} WHERE foreign_identity = @hash`, { hash }));
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
  if (!row) return undefined;
  const classes = row.classes === null ? null : (JSON.parse(row.classes) as string[]);
  return { ...row, classes, passwordIsOneTime: row.passwordIsOneTime === 1 };
}

function classesText(classes: readonly string[] | null): string | null {
  return classes === null ? null : JSON.stringify(classes);
}
