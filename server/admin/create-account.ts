import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { hashPassword, mintId, oneTimePassword } from '../crypto.ts';
import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';
import { type AccountPlace, placeOrReject } from './account-place.ts';

export interface NewAccount extends Pick<AccountPlace, 'role' | 'unit'>, Partial<Omit<AccountPlace, 'role' | 'unit'>> {
  /** 3–64 unaccented letters, digits, `.`, `_`, `-`, `@`; letter case does not matter. */
  readonly username: string;
  readonly displayName: string;
  /** Absent: a one-time password is made. */
  readonly password?: string;
}

/**
 * Adds an account; returns the password to hand over, which was either given or made for one use. Throws `username-malformed`,
 * `username-taken`, or what `placeOrReject` throws.
 */
export async function createAccount(
  store: Store,
  account: NewAccount,
  clock: Clock = SYSTEM_CLOCK,
): Promise<{ readonly password: string; readonly isOneTime: boolean }> {
  const { username, displayName, role, unit, classes = null, validFrom = null, validTo = null } = account;
  const place = { role, unit, classes, validFrom, validTo };
  if (!/^[A-Za-z0-9._@-]{3,64}$/.test(username)) throw new ServerError('username-malformed');
  await placeOrReject(store, place);
  const isOneTime = account.password === undefined;
  const password = account.password ?? oneTimePassword();
  const passwordHash = await hashPassword(password);
  await store.write(async (tables) => {
    if (await tables.accounts.findByName(username)) throw new ServerError('username-taken');
    const accountId = mintId();
    const createdAt = clock.now();
    await tables.accounts.insert({
      accountId,
      username,
      displayName,
      ...place,
      disabledAt: null,
      foreignIdentity: null,
      passwordHash,
      passwordIsOneTime: isOneTime,
      createdAt,
    });
    await tables.audit.insert({
      at: createdAt,
      accountId,
      action: 'account-created',
      unit,
      counts: {},
      requestId: null,
    });
  });
  return { password, isOneTime };
}
