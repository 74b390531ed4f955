import { KEY_FILES } from '../crypto.ts';
import { STORE_FILE } from '../data-folder.ts';

/** What a backup holds, the store first. The server's certificate is not in it: that is renewed where it was issued. */
export const BACKUP_FILES: readonly string[] = [STORE_FILE, ...KEY_FILES];

/** Stands last, so that a backup without it was cut off; in the form of `sha256sum -c`. */
export const SUMS_FILE = 'SHA256SUMS';

/** `ENOSPC`, `SQLITE_FULL` and the like, which hold no path; undefined for a fault of ours. */
export function findErrorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
