import { sha256 } from '../../crypto.ts';
import type { StoredAccount } from '../../store/account-table.ts';
import type { Tables } from '../../store/tables.ts';
import type { ForeignIdentity } from './identity-provider.ts';

/** What an account is linked by. The subject itself may be a citizen number, and is kept nowhere. */
export function foreignIdentityHash({ issuer, subject }: Pick<ForeignIdentity, 'issuer' | 'subject'>): string {
  return sha256(JSON.stringify([issuer, subject]));
}

/** The account linked to somebody that the provider vouches for; `isNew` when it has just been linked by its name. */
export interface LinkedAccount {
  readonly account: StoredAccount;
  readonly isNew: boolean;
}

/**
 * Finds the account of somebody who signed in elsewhere, linking it by name at their first sign-in. Nobody gets an account that the
 * operator has not made. Undefined for somebody unknown here. Expects a write transaction.
 */
export async function findForeignAccount(tx: Tables, identity: ForeignIdentity): Promise<LinkedAccount | undefined> {
  const hash = foreignIdentityHash(identity);
  const linked = await tx.accounts.findByForeignIdentity(hash);
  if (linked) return { account: linked, isNew: false };
  if (identity.linkName === null) return undefined;
  const named = await tx.accounts.findByName(identity.linkName);
  // Whoever can change their name at the provider must not become the operator, nor somebody who is linked already.
  if (!named || named.foreignIdentity !== null || named.role === 'operator') return undefined;
  await tx.accounts.setForeignIdentity(named.accountId, hash);
  return { account: { ...named, foreignIdentity: hash }, isNew: true };
}
