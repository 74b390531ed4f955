import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { ServerError } from '../server-error.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { AuditAction } from '../store/audit-table.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { accountOrReject } from './account-or-reject.ts';
import { type AccountPlace, placeOrReject } from './account-place.ts';

/** Moves somebody: another role, unit, classes or days. What they were allowed ends at once, with every sign-in of theirs. */
export function changeAccount(
  store: Store,
  username: string,
  change: Partial<AccountPlace>,
  clock: Clock = SYSTEM_CLOCK,
): Promise<void> {
  return alter(store, username, 'account-changed', clock, async (tx, account) => {
    const { role, unit, validFrom, validTo } = { ...account, ...change };
    // The classes of a school are none of the next, nor of another role.
    const stays = role === account.role && unit === account.unit;
    const place = { role, unit, classes: change.classes ?? (stays ? account.classes : null), validFrom, validTo };
    await placeOrReject(tx, place);
    await tx.accounts.setPlace(account.accountId, place);
  });
}

/** Lets nobody in under this name any more, whatever they sign in with; or lets them in again. */
export function setAccountOpen(
  store: Store,
  username: string,
  isOpen: boolean,
  clock: Clock = SYSTEM_CLOCK,
): Promise<void> {
  return alter(store, username, isOpen ? 'account-opened' : 'account-closed', clock, (tx, { accountId }) =>
    tx.accounts.setDisabled(accountId, isOpen ? null : clock.now()),
  );
}

/** Links an account to somebody that the sign-in service knows, or to nobody. Throws `identity-linked` for somebody linked already. */
export function linkAccount(
  store: Store,
  username: string,
  identityHash: string | null,
  clock: Clock = SYSTEM_CLOCK,
): Promise<void> {
  return alter(store, username, 'account-linked', clock, async (tx, { accountId }) => {
    if (identityHash !== null) {
      const holder = await tx.accounts.findByForeignIdentity(identityHash);
      if (holder && holder.accountId !== accountId) throw new ServerError('identity-linked');
    }
    await tx.accounts.setForeignIdentity(accountId, identityHash);
  });
}

/** Ends every sign-in of an account. Returns how many there were. */
export async function endSessions(store: Store, username: string, clock: Clock = SYSTEM_CLOCK): Promise<number> {
  let ended = 0;
  await alter(store, username, 'sessions-revoked', clock, async (tx, { accountId }) => {
    ended = (await tx.sessions.list(accountId, clock.now())).length;
  });
  return ended;
}

async function alter(
  store: Store,
  username: string,
  action: AuditAction,
  clock: Clock,
  work: (tx: Tables, account: StoredAccount) => Promise<void>,
): Promise<void> {
  await store.write(async (tx) => {
    const account = await accountOrReject(tx, username);
    const { accountId, unit } = account;
    const at = clock.now();
    await work(tx, account);
    await tx.sessions.revokeOthers(accountId, '', at);
    await tx.audit.insert({ at, accountId, action, unit, counts: {}, requestId: null });
  });
}
