import type { Desk } from '../../desk/desk.ts';
import type { SyncClient } from '../../desk/sync-client.ts';
import type { PaneHost } from './pane-host.ts';
import type { PaneStore } from './pane-store.ts';

/** What every action works with; made once, in `mount-pane.tsx`. */
export interface PaneContext {
  readonly store: PaneStore;
  readonly desk: Desk;
  readonly client: SyncClient;
  readonly host: PaneHost;
}
