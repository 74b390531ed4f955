import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ServerError } from './server-error.ts';
import { Store } from './store/store.ts';

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
export function openStore(dataDir: string): Store {
  makeDataFolder(dataDir);
  return Store.open(join(dataDir, 'so-sach.sqlite'));
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
