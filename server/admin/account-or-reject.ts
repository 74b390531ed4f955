import { ServerError } from '../server-error.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { Tables } from '../store/tables.ts';

/** The account of a name. Throws `username-unknown`. */
export async function accountOrReject(tx: Tables, username: string): Promise<StoredAccount> {
  const account = await tx.accounts.findByName(username);
  if (!account) throw new ServerError('username-unknown');
  return account;
}
