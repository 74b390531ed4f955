import type { Server } from 'node:http';

const CLOSE_GRACE_MS = 5_000;
const SWEEP_MS = 50;

/**
 * Takes no new connection, lets the requests that have come be answered, then frees the port. Those that are not over in time are
 * cut off. A connection that is kept alive is closed with its next answer: it would go on bringing requests until the grace is over,
 * and the last of them would be torn.
 */
export async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const grace = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  // What is being answered right now was told to stay: it is closed as soon as it has nothing more to say.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(grace);
  clearInterval(sweep);
}
