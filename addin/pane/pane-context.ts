import type { Desk } from '../../desk/desk.ts';
import type { SyncClient } from '../../desk/sync-client.ts';
import type { PaneHost } from './pane-host.ts';
import type { PaneStore } from './pane-store.ts';

/** What signing in and waiting work with: all there is on a page without a sheet, such as the officers'. */
export interface SessionContext {
  readonly store: PaneStore;
  readonly client: SyncClient;
  readonly host: PaneHost;
}

/** What every action works with; made once, in `mount-pane.tsx`. */
export interface PaneContext extends SessionContext {
  readonly desk: Desk;
}
