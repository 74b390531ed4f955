import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/**
 * A port that was free a moment ago. For processes that must come back on the same address after they were killed: port 0
 * would give them another one each time.
 */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
