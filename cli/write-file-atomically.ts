import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './cli-io.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, then by renaming. Throws a UsageError that names the path when
 * it is a directory or cannot be written.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  if (await isDirectory(path)) throw new UsageError(`${path}: là một thư mục, hãy ghi tên tệp .xlsx (is a directory)`);
  const neighbour = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(neighbour, bytes, { flag: 'wx' });
    await rename(neighbour, path);
  } catch (error) {
    // Best effort: what went wrong is said below, and there may be nothing to take away.
    await rm(neighbour, { force: true }).catch(() => {});
    throw new UsageError(`${path}: không ghi được tệp (cannot be written: ${errorCode(error)})`);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // nothing there yet: writing will tell whether it can be
  }
}

/** `ENOENT` and the like; never a message, which may quote more than the path. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
