import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { KEY_FILES, type Sha256, startSha256 } from '../crypto.ts';
import { openExistingStore, STORE_FILE } from '../data-folder.ts';
import { ServerError } from '../server-error.ts';
import { copyDatabase } from '../store/copy-database.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { findErrorCode, SUMS_FILE } from './backup-files.ts';
import { type TarEntry, writeTar } from './tar.ts';

/**
 * Writes one archive (.tar.gz) with a consistent copy of the store and with the keys, readable by its owner alone; the server may
 * run meanwhile. Whole or not at all. Returns its size in bytes. Throws `store-missing`, `backup-exists`, `backup-unwritable` or
 * what `openForReading` throws.
 */
export async function backUp(dataDir: string, file: string, clock: Clock = SYSTEM_CLOCK): Promise<number> {
  const storeFile = join(dataDir, STORE_FILE);
  if (!existsSync(storeFile)) throw new ServerError('store-missing', { folder: dataDir });
  if (existsSync(file)) throw new ServerError('backup-exists', { file });
  // Beside the archive, on its disk; `mkdtemp` gives a folder that only its owner enters.
  const staging = await mkdtemp(join(dirname(file), `.${basename(file)}.`)).catch(unwritable);
  try {
    const copy = join(staging, STORE_FILE);
    const version = copyDatabase(storeFile, copy);
    const archive = join(staging, 'archive');
    await pack([copy, ...KEY_FILES.map((name) => join(dataDir, name))], archive, clock.now());
    const bytes = statSync(archive).size;
    await rename(archive, file);
    // A store of an earlier version is not moved on by being backed up.
    if (version === MIGRATIONS.length) await tell(dataDir, bytes, clock);
    return bytes;
  } catch (error) {
    throw error instanceof ServerError ? error : unwritable(error);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function pack(paths: readonly string[], archive: string, at: number): Promise<void> {
  const handle = await open(archive, 'wx', 0o600);
  await pipeline(Readable.from(writeTar(entriesOf(paths.filter(existsSync)), at)), createGzip(), async (pieces) => {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  }).finally(() => handle.close());
}

async function* entriesOf(paths: readonly string[]): AsyncGenerator<TarEntry> {
  const sums: string[] = [];
  for (const path of paths) {
    const name = basename(path);
    const sum = startSha256();
    yield { name, size: statSync(path).size, contents: summedUp(path, sum) };
    sums.push(`${sum.digest('hex')}  ${name}\n`);
  }
  const text = Buffer.from(sums.join(''));
  yield { name: SUMS_FILE, size: text.length, contents: Readable.from([text]) };
}

async function* summedUp(path: string, sum: Sha256): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) {
    sum.update(piece);
    yield piece;
  }
}

/** The archive holds everything that the store does: making one is told like any other reading. */
async function tell(dataDir: string, bytes: number, clock: Clock): Promise<void> {
  const store = await openExistingStore(dataDir);
  try {
    const event = { at: clock.now(), accountId: null, unit: null, counts: { bytes }, requestId: null };
    await store.write((tables) => tables.audit.insert({ ...event, action: 'backed-up' }));
  } finally {
    await store.close();
  }
}

function unwritable(error: unknown): never {
  const detail = findErrorCode(error);
  throw detail === undefined ? error : new ServerError('backup-unwritable', { detail }, { cause: error });
}
