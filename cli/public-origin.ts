import type { Message } from '../rules/messages.ts';
import { UsageError } from './cli-io.ts';

export const PUBLIC_ORIGIN_FORM: Message = {
  vi: 'cần dạng https://ten-may-chu hoặc https://ten-may-chu:cổng',
  en: 'an https origin without a path',
};

/**
 * The https address under which Office and people reach the server; undefined for anything else: Office loads a pane from nothing
 * else, and a path or a space in it would make a manifest that no Excel takes.
 */
export function findPublicOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, href } = new URL(text);
  return protocol === 'https:' && href === `${origin}/` ? origin : undefined;
}

/** Reads an option that takes such an address. Throws UsageError, which names the option. */
export function readPublicOrigin(text: string, option: string): string {
  const origin = findPublicOrigin(text);
  if (origin !== undefined) return origin;
  throw new UsageError(`${option} ${text}: ${PUBLIC_ORIGIN_FORM.vi} (${PUBLIC_ORIGIN_FORM.en})`);
}
