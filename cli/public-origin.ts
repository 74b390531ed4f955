import { UsageError } from './cli-io.ts';

/**
 * Reads an option such as `--public-origin`: the https address under which Office and people reach the server. Throws UsageError,
 * which names the option: Office loads a pane from nothing else, and a path or a space in it would make a manifest that no Excel
 * takes.
 */
export function readPublicOrigin(text: string, option: string): string {
  if (URL.canParse(text)) {
    const { protocol, origin, href } = new URL(text);
    if (protocol === 'https:' && href === `${origin}/`) return origin;
  }
  throw new UsageError(
    `${option} ${text}: cần dạng https://ten-may-chu hoặc https://ten-may-chu:cổng (an https origin without a path)`,
  );
}
