import { addUnits } from '../../server/admin/add-units.ts';
import { createAccount } from '../../server/admin/create-account.ts';
import { markTryOut } from '../../server/admin/mark-try-out.ts';
import { lockDataFolder, openStore } from '../../server/data-folder.ts';
import { inventAccounts } from './invent-accounts.ts';
import { inventUnits } from './invent-units.ts';

/**
 * Makes a data folder's store a try-out with the invented units and accounts. A folder that is one already keeps all it
 * holds. Throws `ServerError` (`try-out-not-empty`, `data-folder-in-use` …) before anything is written.
 */
export async function seedTryout(dataDir: string): Promise<void> {
  const unlock = lockDataFolder(dataDir);
  const store = await openStore(dataDir);
  try {
    await markTryOut(store);
    await addUnits(store, inventUnits());
    for (const account of inventAccounts()) {
      if (!(await store.accounts.findByName(account.username))) await createAccount(store, account);
    }
  } finally {
    await store.close();
    unlock();
  }
}
