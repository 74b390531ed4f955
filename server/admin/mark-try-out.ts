import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';

/**
 * Marks an empty store as a try-out (DỮ LIỆU THỬ), for good. Doing it again changes nothing. Throws `try-out-not-empty` for a
 * store that already holds anything: real people must never come under the mark of invented ones.
 */
export async function markTryOut(store: Store): Promise<void> {
  await store.write(async ({ meta, units, accounts, records }) => {
    if (await meta.isTryOut()) return;
    if ((await units.count()) + (await accounts.count()) + (await records.count()) > 0) {
      throw new ServerError('try-out-not-empty');
    }
    await meta.markTryOut();
  });
}
