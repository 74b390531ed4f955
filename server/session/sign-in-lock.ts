import type { Clock } from '../clock.ts';
import type { AccessTokens } from '../crypto.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Tables } from '../store/tables.ts';

/** As many as one address has in a quarter of an hour; more means that they come from several. */
export const FREE_FAILURES = 10;
const FIRST_LOCK_SECONDS = 60;
/** Two guesses a quarter of an hour find no password; a longer lock would serve whoever wants to keep somebody out. */
const LONGEST_LOCK_SECONDS = 15 * 60;

/** Doubles with each failure behind the free ones. 0: no lock. */
export function lockSeconds(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_LOCK_SECONDS, FIRST_LOCK_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 10));
}

/** What is kept of where somebody came from. */
export function addressHash(tokens: AccessTokens, address: string): string {
  return tokens.blind(`address ${address}`);
}

export interface SignInAttempt {
  readonly username: string;
  /** Where the request came from, an IPv6 network as one. */
  readonly address: string;
}

/**
 * Slows down guessing at one user name from many addresses; guessing from one is the rate limit's. A lock must not become a weapon:
 * it is short, ends by itself, leaves whoever is signed in alone, and does not hold at an address from which the account has signed
 * in this week, so that a school stays in while somebody elsewhere guesses. Names that do not exist are locked like the others.
 */
export class SignInLock {
  readonly #clock: Clock;
  readonly #tokens: AccessTokens;

  constructor(clock: Clock, tokens: AccessTokens) {
    this.#clock = clock;
    this.#tokens = tokens;
  }

  /** Throws `too-many-attempts` while the name is locked at this address. */
  async passOrReject(tables: Tables, attempt: SignInAttempt): Promise<void> {
    const found = await tables.signInFailures.find(this.#nameHash(attempt.username));
    const now = this.#clock.now();
    if (!found || found.lockedUntil <= now) return;
    const account = await tables.accounts.findByName(attempt.username);
    if (account && (await this.#isKnown(tables, account.accountId, attempt.address))) return;
    throw new ApiProblem('too-many-attempts', { seconds: String(Math.ceil((found.lockedUntil - now) / 1000)) });
  }

  /** Returns whether the name is locked from now on. */
  async failed(tx: Tables, username: string): Promise<boolean> {
    const nameHash = this.#nameHash(username);
    const now = this.#clock.now();
    const seconds = lockSeconds(await tx.signInFailures.raise(nameHash, now));
    if (seconds > 0) await tx.signInFailures.lock(nameHash, now + seconds * 1000);
    return seconds > 0;
  }

  /** After a right password, or by the operator. Returns whether there was anything to forget. */
  forget(tx: Tables, username: string): Promise<boolean> {
    return tx.signInFailures.forget(this.#nameHash(username));
  }

  #isKnown(tables: Tables, accountId: string, address: string): Promise<boolean> {
    return tables.sessions.isKnownAddress(accountId, addressHash(this.#tokens, address));
  }

  #nameHash(username: string): string {
    return this.#tokens.blind(`name ${username.toLowerCase()}`);
  }
}
