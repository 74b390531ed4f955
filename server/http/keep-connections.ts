import type { Server } from 'node:http';

/**
 * Longer than a proxy or a client keeps a connection that nobody uses (60 s by default in nginx): were it the server that closes it,
 * a request could be on its way over it, and be lost.
 */
const KEPT_MS = 75_000;

/** Leaves it to the other side to close a connection that is not used. */
export function keepConnections(server: Server): void {
  server.keepAliveTimeout = KEPT_MS;
}
