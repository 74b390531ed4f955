import { Desk } from '../../desk/desk.ts';
import type { SheetPort } from '../../desk/sheet-port.ts';
import type { SyncClient } from '../../desk/sync-client.ts';
import { loadPlaces } from './load-places.ts';
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

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on plain http pages other than localhost. */
function mintId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
