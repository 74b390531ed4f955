import { vietnamDay } from '../../contract/vietnam-time.ts';
import type { Clock } from '../clock.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { StoredAccount } from '../store/account-table.ts';
import type { Tables } from '../store/tables.ts';
import { inOperationOrReject, isInOperation } from '../units/unit-access.ts';

/**
 * Whether somebody may be here at all today: the account is open and within its days, and so is its unit. Throws `account-closed`
 * or `unit-closed`.
 */
export async function atWorkOrReject(tables: Tables, account: StoredAccount, clock: Clock): Promise<void> {
  if (account.disabledAt !== null || !isInOperation(account, vietnamDay(clock.now()))) {
    throw new ApiProblem('account-closed');
  }
  if (account.unit === null) return;
  const unit = await tables.units.find(account.unit);
  if (!unit) throw new ApiProblem('unit-closed', { unit: account.unit });
  inOperationOrReject(unit, clock);
}
