import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { loadRecordCipher } from './crypto.ts';
import { ServerError } from './server-error.ts';
import { Store } from './store/store.ts';

/** The store's file in a data folder. */
export const STORE_FILE = 'so-sach.sqlite';

/** Makes the data folder, for its owner alone. Throws `data-folder-unusable`. */
function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'mkdir';
    throw new ServerError('data-folder-unusable', { detail }, { cause: error });
  }
}

/**
 * Opens the store of a data folder, making both when they are not there; with the URL of a PostgreSQL database the store is there,
 * and the folder holds the keys alone. Throws `ServerError`; `store-in-two-places` when both hold one, because the rows of the
 * folder would seem to be lost.
 */
export async function openStore(dataDir: string, databaseUrl?: string): Promise<Store> {
  makeDataFolder(dataDir);
  const file = join(dataDir, STORE_FILE);
  if (databaseUrl === undefined) makePrivateFile(file);
  else if (existsSync(file)) throw new ServerError('store-in-two-places', { folder: dataDir });
  const cipher = loadRecordCipher(dataDir);
  return databaseUrl === undefined ? Store.open(file, cipher) : Store.connect(databaseUrl, cipher);
}

/** Opens the store that administration works on. Throws `store-missing`: a mistyped folder must not become a new, empty store. */
export async function openExistingStore(dataDir: string, databaseUrl?: string): Promise<Store> {
  if (databaseUrl === undefined && !existsSync(join(dataDir, STORE_FILE))) {
    throw new ServerError('store-missing', { folder: dataDir });
  }
  return openStore(dataDir, databaseUrl);
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

/** Holds the store for one process, where only one may work on it. Returns the release. Throws `data-folder-in-use`. */
export function lockStore(dataDir: string, databaseUrl?: string): () => void {
  return databaseUrl === undefined ? lockDataFolder(dataDir) : () => undefined;
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
