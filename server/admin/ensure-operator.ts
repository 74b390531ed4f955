import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';
import { createAccount } from './create-account.ts';

const FIRST_OPERATOR = 'vanhanh';

/** On a store without an operator, makes one; its password is returned this once and kept nowhere. Undefined when there is one. */
export async function ensureOperator(
  store: Store,
  clock: Clock = SYSTEM_CLOCK,
): Promise<{ readonly username: string; readonly password: string } | undefined> {
  if ((await store.accounts.countRole('operator')) > 0) return undefined;
  const username = (await store.accounts.findByName(FIRST_OPERATOR)) ? `${FIRST_OPERATOR}.1` : FIRST_OPERATOR;
  const account = { username, displayName: 'Người vận hành', role: 'operator', unit: null } as const;
  try {
    const { password } = await createAccount(store, account, clock);
    return { username, password };
  } catch (error) {
    // Two servers started at the same time on a new database: the other one's operator is told by the other one.
    if (error instanceof ServerError && error.code === 'username-taken') return undefined;
    throw error;
  }
}
