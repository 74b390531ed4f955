import { openExistingStore } from '../server/data-folder.ts';
import type { Store } from '../server/store/store.ts';
import { readSettings } from './config/read-settings.ts';

/** The store that a command of administration works on: where `serve` has it. Throws ServerError. */
export function openStoreOf(dataDir: string): Promise<Store> {
  return openExistingStore(dataDir, readSettings({ data: dataDir }, process.env).settings.databaseUrl);
}
