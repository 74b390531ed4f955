import { Desk } from '../../desk/desk.ts';
import type { SheetPort } from '../../desk/sheet-port.ts';
import type { SyncClient } from '../../desk/sync-client.ts';
import { loadPlaces } from './load-places.ts';
import { mintId } from './mint-id.ts';
import { nextTurn } from './next-turn.ts';
import { findVerifier } from './verify-signature.ts';

/** The desk in a browser: the computer's clock and its random numbers. */
export function makeDesk(port: SheetPort, client: SyncClient): Desk {
  const verify = findVerifier();
  return new Desk({
    port,
    client,
    clock() {
      const now = new Date();
      const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
      return { iso: now.toISOString(), today };
    },
    mintId,
    loadPlaces,
    ...(verify ? { verify } : {}),
    pause: nextTurn,
    delay: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
}
