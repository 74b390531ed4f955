import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import type { SignInLock } from '../session/sign-in-lock.ts';
import type { Store } from '../store/store.ts';
import { accountOrReject } from './account-or-reject.ts';

/** Forgets the wrong passwords that were typed for an account. Returns whether there were any. Throws `username-unknown`. */
export function unlockAccount(
  store: Store,
  lock: SignInLock,
  username: string,
  clock: Clock = SYSTEM_CLOCK,
): Promise<boolean> {
  return store.write(async (tx) => {
    const { accountId, unit } = await accountOrReject(tx, username);
    const wasLocked = await lock.forget(tx, username);
    const event = {
      at: clock.now(),
      accountId,
      action: 'account-unlocked',
      unit,
      counts: {},
      requestId: null,
    } as const;
    if (wasLocked) await tx.audit.insert(event);
    return wasLocked;
  });
}
