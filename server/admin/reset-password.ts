import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { hashPassword, oneTimePassword } from '../crypto.ts';
import type { Store } from '../store/store.ts';
import { accountOrReject } from './account-or-reject.ts';

/** Gives an account a new one-time password and ends all its sign-ins. Throws `username-unknown`. */
export async function resetPassword(store: Store, username: string, clock: Clock = SYSTEM_CLOCK): Promise<string> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await store.write(async (tables) => {
    const { accountId, unit } = await accountOrReject(tables, username);
    const at = clock.now();
    await tables.accounts.setPassword(accountId, passwordHash, true);
    await tables.sessions.revokeOthers(accountId, '', at);
    await tables.audit.insert({ at, accountId, action: 'password-reset', unit, counts: {}, requestId: null });
  });
  return password;
}
