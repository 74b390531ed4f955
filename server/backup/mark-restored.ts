import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/**
 * What a store needs that goes on from an earlier state of itself: cursors into what came after begin anew, and everyone signs in
 * again, because sign-outs of that time are forgotten. Returns how many rows it holds.
 */
export function markRestored(store: Store, clock: Clock): Promise<number> {
  return store.write(async (tables) => {
    const at = clock.now();
    const rows = await tables.records.count();
    await tables.meta.renewStoreId();
    await tables.sessions.revokeAll(at);
    const event = { at, accountId: null, action: 'restored', unit: null, counts: { rows }, requestId: null } as const;
    await tables.audit.insert(event);
    return rows;
  });
}
