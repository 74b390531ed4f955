import type Database from 'better-sqlite3';
import type { Role } from '../../contract/role.ts';

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

export class AccountTable {
  readonly #insert: Database.Statement<[AccountRow]>;
  readonly #byName: Database.Statement<[string], AccountRow>;
  readonly #byId: Database.Statement<[string], AccountRow>;
  readonly #setPassword: Database.Statement<[string, 0 | 1, string]>;
  readonly #countRole: Database.Statement<[Role], number>;
  readonly #count: Database.Statement<[], number>;

  constructor(database: Database.Database) {
    const select = `SELECT account_id AS accountId, username, display_name AS displayName, role, unit,
      password_hash AS passwordHash, password_is_one_time AS passwordIsOneTime, created_at AS createdAt FROM accounts`;
    this.#insert = database.prepare(
      `INSERT INTO accounts VALUES (@accountId, @username, @displayName, @role, @unit, @passwordHash, @passwordIsOneTime,
         @createdAt)`,
    );
    this.#byName = database.prepare(`${select} WHERE username = ?`);
    this.#byId = database.prepare(`${select} WHERE account_id = ?`);
    this.#setPassword = database.prepare(
      'UPDATE accounts SET password_hash = ?, password_is_one_time = ? WHERE account_id = ?',
    );
    this.#countRole = database.prepare<[Role], number>('SELECT count(*) FROM accounts WHERE role = ?').pluck();
    this.#count = database.prepare<[], number>('SELECT count(*) FROM accounts').pluck();
  }

  insert(account: StoredAccount): void {
    this.#insert.run({ ...account, passwordIsOneTime: account.passwordIsOneTime ? 1 : 0 });
  }

  /** Letter case of the user name does not matter. */
  findByName(username: string): StoredAccount | undefined {
    return fromRow(this.#byName.get(username));
  }

  findById(accountId: string): StoredAccount | undefined {
    return fromRow(this.#byId.get(accountId));
  }

  setPassword(accountId: string, passwordHash: string, isOneTime: boolean): void {
    this.#setPassword.run(passwordHash, isOneTime ? 1 : 0, accountId);
  }

  countRole(role: Role): number {
    return this.#countRole.get(role) ?? 0;
  }

  count(): number {
    return this.#count.get() ?? 0;
  }
}

function fromRow(row: AccountRow | undefined): StoredAccount | undefined {
  return row && { ...row, passwordIsOneTime: row.passwordIsOneTime === 1 };
}
