import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { loadRecordCipher, RECORD_KEY_FILE, startSha256 } from '../crypto.ts';
import { lockDataFolder, STORE_FILE } from '../data-folder.ts';
import { ServerError } from '../server-error.ts';
import { Store } from '../store/store.ts';
import { BACKUP_FILES, findErrorCode, SUMS_FILE } from './backup-files.ts';
import { markRestored } from './mark-restored.ts';
import { readTar, TarError } from './tar.ts';

export interface Restored {
  readonly rows: number;
  /** Where the data that stood there before has been moved; null when there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup into a data folder that no server uses. Everything is unpacked, summed up and opened beside its place first: a
 * backup that will not do changes nothing. The restored store gets an id of its own (cursors begin anew), and every sign-in ends:
 * one that was ended after the backup must not come back to life. Throws `backup-unusable`, `restore-over-store`,
 * `data-folder-in-use`, `data-folder-unusable`, `records-key-other`, `store-newer`, `store-foreign` or `store-damaged`.
 */
export async function restore(
  file: string,
  dataDir: string,
  { replace = false, clock = SYSTEM_CLOCK }: { readonly replace?: boolean; readonly clock?: Clock } = {},
): Promise<Restored> {
  if (!existsSync(file)) throw new ServerError('backup-unusable', { detail: 'ENOENT' });
  const there = [...BACKUP_FILES, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  if (there.length > 0 && !replace) throw new ServerError('restore-over-store', { folder: dataDir });
  const unlock = lockDataFolder(dataDir);
  try {
    const staging = await mkdtemp(join(dataDir, 'restore-'));
    try {
      const names = await unpack(file, staging);
      const rows = await settle(staging, names.includes(RECORD_KEY_FILE) ? staging : dataDir, clock);
      const replaced = there.length > 0 ? await moveAside(dataDir, there, clock) : null;
      // The store last: without it the folder is still one that nothing was restored to.
      for (const name of [...names].reverse()) await rename(join(staging, name), join(dataDir, name));
      return { rows, replaced };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

/** The names unpacked, the store first. */
async function unpack(file: string, staging: string): Promise<readonly string[]> {
  const sums = new Map<string, string>();
  let wanted: string | undefined;
  try {
    await pipeline(createReadStream(file), createGunzip(), async (pieces) => {
      for await (const { name, contents } of readTar(pieces)) {
        if (name === SUMS_FILE) wanted = await textOf(contents);
        else if (!BACKUP_FILES.includes(name) || sums.has(name)) throw new TarError('a file that is not ours');
        else sums.set(name, await writePrivate(join(staging, name), contents));
      }
    });
  } catch (error) {
    const detail = error instanceof TarError ? error.message : findErrorCode(error);
    throw detail === undefined ? error : new ServerError('backup-unusable', { detail }, { cause: error });
  }
  const found = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('');
  if (found !== wanted || !sums.has(STORE_FILE)) throw new ServerError('backup-unusable', { detail: SUMS_FILE });
  return BACKUP_FILES.filter((name) => sums.has(name));
}

async function textOf(contents: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of contents) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Returns the sum of what was written, in hex. */
async function writePrivate(path: string, contents: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = startSha256();
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of contents) {
      sum.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return sum.digest('hex');
}

/**
 * Opens the copy, which checks it and brings its schema up to date; closing leaves it without journals. A backup that is older
 * than the sealing has no keys: those of the folder it goes to seal it.
 */
async function settle(staging: string, keyFolder: string, clock: Clock): Promise<number> {
  const cipher = loadRecordCipher(keyFolder);
  const store = await Store.open(join(staging, STORE_FILE), cipher);
  try {
    return await markRestored(store, clock);
  } finally {
    await store.close();
  }
}

/** Into a folder of its own beside: nothing is ever deleted by restoring. */
async function moveAside(dataDir: string, names: readonly string[], clock: Clock): Promise<string> {
  const stamp = new Date(clock.now()).toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(dataDir, `replaced-${stamp}`);
  await mkdir(folder, { mode: 0o700 });
  for (const name of names) await rename(join(dataDir, name), join(folder, name));
  return folder;
}
