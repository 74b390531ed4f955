import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { loadRecordCipher } from './crypto.ts';
import { ServerError } from './server-error.ts';
import { Store } from './store/store.ts';

/** The store's file in a data folder. */
export const STORE_FILE = 'so-sach.sqlite';

/** Makes the data folder, for its owner alone. Throws `data-folder-unusable`. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'mkdir';
    throw new ServerError('data-folder-unusable', { detail }, { cause: error });
  }
}

/** Opens the store of a data folder, making both when they are not there. Throws `ServerError`. */
export async function openStore(dataDir: string): Promise<Store> {
  makeDataFolder(dataDir);
  const file = join(dataDir, STORE_FILE);
  makePrivateFile(file);
  const cipher = loadRecordCipher(dataDir);
  return Store.open(file, cipher);
}

/** Opens the store that administration works on. Throws `store-missing`: a mistyped folder must not become a new, empty store. */
export async function openExistingStore(dataDir: string): Promise<Store> {
  if (!existsSync(join(dataDir, STORE_FILE))) throw new ServerError('store-missing', { folder: dataDir });
  return openStore(dataDir);
}

/**
 * An empty file that only its owner reads; SQLite gives its journals the same rights. The folder may be older than the store
 * and open to others. One that is there already keeps its rights: they are the operator's.
 */
function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'open';
    throw new ServerError('data-folder-unusable', { detail }, { cause: error });
  }
}

/**
 * Keeps a second server off the folder: two queues would ask everything twice. The lock is an open SQLite transaction on a file
 * beside the store, because the system frees it however the process ends. Returns the release. Throws `data-folder-in-use`.
 */
export function lockDataFolder(dataDir: string): () => void {
  makeDataFolder(dataDir);
  const lock = new Database(join(dataDir, 'serve.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new ServerError('data-folder-in-use', {}, { cause: error });
  }
  return () => lock.close();
}
