import { isIP } from 'node:net';
import { UsageError } from './cli-io.ts';

/** Express' own names for address ranges. */
const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Reads `--trusted-proxies`: addresses, networks (`10.0.0.0/8`) or Express' names for ranges, separated by commas. Throws
 * UsageError: a misread proxy would let anyone choose the address that sign-in attempts are counted by.
 */
export function readTrustedProxies(text: string): string {
  const items = text.split(',').map((item) => item.trim());
  for (const item of items) {
    if (RANGES.includes(item) || isNetwork(item)) continue;
    throw new UsageError(
      `--trusted-proxies ${item}: cần địa chỉ IP, dải mạng như 10.0.0.0/8, hoặc ${RANGES.join(', ')} (not an address or network)`,
    );
  }
  return items.join(', ');
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
