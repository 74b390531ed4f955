import { isIP } from 'node:net';
import type { Message } from '../rules/messages.ts';

/** Express' own names for address ranges. */
const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

export const TRUSTED_PROXIES_FORM: Message = {
  vi: `cần địa chỉ IP, dải mạng như 10.0.0.0/8, hoặc ${RANGES.join(', ')}, cách nhau bằng dấu phẩy`,
  en: 'addresses, networks or those names, separated by commas',
};

/**
 * Addresses, networks (`10.0.0.0/8`) or Express' names for ranges, separated by commas; undefined when one is none of them: a
 * misread proxy would let anyone choose the address that sign-in attempts are counted by.
 */
export function findTrustedProxies(text: string): string | undefined {
  const items = text.split(',').map((item) => item.trim());
  return items.every((item) => RANGES.includes(item) || isNetwork(item)) ? items.join(', ') : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
