import { ServerError } from '../server-error.ts';
import type { Store } from '../store/store.ts';

/**
 * Marks an empty store as a try-out (DỮ LIỆU THỬ), for good. Doing it again changes nothing. Throws `try-out-not-empty` for a
 * store that already holds anything: real people must never come under the mark of invented ones.
 */
export function markTryOut(store: Store): void {
  store.write(() => {
    if (store.meta.isTryOut()) return;
    if (store.units.count() + store.accounts.count() + store.records.count() > 0) {
      throw new ServerError('try-out-not-empty');
    }
    store.meta.markTryOut();
  });
}
