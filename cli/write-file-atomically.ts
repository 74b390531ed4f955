import { randomUUID } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, then by renaming. Throws a UsageError that names the path when
 * it is a directory or cannot be written.
 */
export async function writeFileAtomically(path: string, contents: Uint8Array | Readable): Promise<void> {
  await refuseDirectory(path);
  const neighbour = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(neighbour, contents, { flag: 'wx' });
    await rename(neighbour, path);
  } catch (error) {
    // Best effort: what went wrong is said below, and there may be nothing to take away.
    await rm(neighbour, { force: true }).catch(() => {});
    throw cannotWrite(path, error);
  }
}

/** For work that takes long: says before it begins that its file could not be written at the end. Throws UsageError. */
export async function refuseUnwritable(path: string): Promise<void> {
  await refuseDirectory(path);
  try {
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

async function refuseDirectory(path: string): Promise<void> {
  if (await isDirectory(path)) throw new UsageError(`${path}: là một thư mục, hãy ghi tên tệp (is a directory)`);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // nothing there yet: writing will tell whether it can be
  }
}

function cannotWrite(path: string, error: unknown): UsageError {
  return new UsageError(`${path}: không ghi được tệp / cannot be written: ${fileTrouble(error)}`);
}
