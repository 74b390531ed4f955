import type { Account, Session } from '../../contract/schemas/session.ts';
import type { Clock } from '../clock.ts';
import { type AccessTokens, hashPassword, mintId, randomToken, sha256, verifyPassword } from '../crypto.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { SignInWay } from '../store/session-table.ts';
import type { Tables } from '../store/tables.ts';
import { atWorkOrReject } from './account-standing.ts';
import { addressHash } from './sign-in-lock.ts';

/** An access token is checked against its sign-in at each request, so this only bounds how long a copied one is of use. */
const ACCESS_SECONDS = 15 * 60;
/** A school's computer is shared: whoever comes back after a day signs in again. */
const REFRESH_SECONDS = 12 * 3600;
const FAMILY_SECONDS = 7 * 24 * 3600;

/** How somebody came in, and from where. */
export interface Entry {
  readonly way: SignInWay;
  readonly address: string;
}

interface Family {
  readonly familyId: string;
  readonly familyExpiresAt: number;
  readonly way: SignInWay;
}

/** Signing in and staying signed in. Methods that write expect the tables of a write transaction. */
export class Sessions {
  readonly #clock: Clock;
  readonly #tokens: AccessTokens;
  /** Compared when the user name is unknown, so that the time of the answer does not tell which names exist. */
  readonly #nobody: Promise<string>;

  constructor(clock: Clock, tokens: AccessTokens) {
    this.#clock = clock;
    this.#tokens = tokens;
    this.#nobody = hashPassword(randomToken());
  }

  /** Undefined when the name or the password is wrong; which of the two is nobody's business. */
  async findAccount(tables: Tables, username: string, password: string): Promise<StoredAccount | undefined> {
    const account = await tables.accounts.findByName(username);
    const right = await verifyPassword(account?.passwordHash ?? (await this.#nobody), password);
    return right ? account : undefined;
  }

  /** Starts a family of tokens. Throws `account-closed` or `unit-closed` for somebody who may not be here today. */
  async open(tables: Tables, account: StoredAccount, { way, address }: Entry): Promise<Session> {
    const familyId = mintId();
    const openedAt = this.#clock.now();
    const expiresAt = openedAt + FAMILY_SECONDS * 1000;
    const { accountId } = account;
    const from = addressHash(this.#tokens, address);
    await tables.sessions.insertFamily({ familyId, accountId, way, openedAt, addressHash: from, expiresAt });
    return this.#issue(tables, account, { familyId, familyExpiresAt: expiresAt, way });
  }

  /**
   * A new pair for a refresh token that is used for the first time; undefined for one that is unknown or past its time. A used
   * one means that two hold it: the whole family is revoked (RFC 9700 §4.14.2), and the caller answers as for an expired one.
   */
  async refresh(
    tables: Tables,
    refreshToken: string,
  ): Promise<{ readonly session?: Session; readonly reusedBy?: string }> {
    const now = this.#clock.now();
    const tokenHash = sha256(refreshToken);
    const stored = await tables.sessions.findToken(tokenHash);
    if (!stored || stored.revokedAt !== null) return {};
    const account = await tables.accounts.findById(stored.accountId);
    const isInTime = stored.expiresAt > now && stored.familyExpiresAt > now;
    if (stored.usedAt === null && (!account || !isInTime)) return {};
    if (!account || stored.usedAt !== null || !(await tables.sessions.markUsed(tokenHash, now))) {
      await tables.sessions.revoke(stored.familyId, now);
      return { reusedBy: stored.accountId };
    }
    await tables.sessions.setUsed(stored.familyId, now);
    return { session: await this.#issue(tables, account, stored) };
  }

  async close(tables: Tables, familyId: string): Promise<void> {
    await tables.sessions.revoke(familyId, this.#clock.now());
  }

  async describe(tables: Tables, account: StoredAccount): Promise<Account> {
    const unit = account.unit === null ? undefined : await tables.units.find(account.unit);
    return {
      username: account.username,
      displayName: account.displayName,
      role: account.role,
      unit: unit ? { code: unit.code, name: unit.name, kind: unit.kind } : { code: '', name: 'Máy chủ Sổ Sạch' },
      ...(account.classes === null ? {} : { classes: [...account.classes] }),
    };
  }

  async #issue(tables: Tables, account: StoredAccount, { familyId, familyExpiresAt, way }: Family): Promise<Session> {
    await atWorkOrReject(tables, account, this.#clock);
    const now = this.#clock.now();
    const refreshToken = randomToken();
    const refreshExpiresAt = Math.min(now + REFRESH_SECONDS * 1000, familyExpiresAt);
    await tables.sessions.insertToken(sha256(refreshToken), familyId, refreshExpiresAt);
    const expiresAt = now + ACCESS_SECONDS * 1000;
    return {
      accessToken: this.#tokens.sign({ accountId: account.accountId, familyId, expiresAt }),
      refreshToken,
      expiresIn: ACCESS_SECONDS,
      account: await this.describe(tables, account),
      tryOut: await tables.meta.isTryOut(),
      // Whoever signed in elsewhere has not used it.
      mustChangePassword: account.passwordIsOneTime && way === 'password',
    };
  }
}
