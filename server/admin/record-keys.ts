import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { addRecordKey, loadRecordCipher, writeRecordKeys } from '../crypto.ts';
import { lockDataFolder, openExistingStore } from '../data-folder.ts';
import { ServerError } from '../server-error.ts';
import type { AuditAction } from '../store/audit-table.ts';
import type { Store } from '../store/store.ts';

/** A key of the ring, oldest first. */
export interface RecordKeyUse {
  readonly keyId: string;
  /** Values that it seals. */
  readonly values: number;
  /** It seals what is written from now on. */
  readonly isNewest: boolean;
}

/** Of each transaction: short enough not to hold up a clerk for long. */
const ROWS_A_TIME = 2000;

/** The keys of a data folder's ring and what each still seals. Throws what `openExistingStore` throws. */
export async function listRecordKeys(dataDir: string): Promise<readonly RecordKeyUse[]> {
  const store = await openExistingStore(dataDir);
  try {
    return await usesOf(store, dataDir);
  } finally {
    await store.close();
  }
}

/** Adds a key, which a server seals with from its next start on. Returns its id. */
export async function addKey(dataDir: string, clock: Clock = SYSTEM_CLOCK): Promise<string> {
  return withStore(dataDir, async (store) => {
    const keyId = addRecordKey(dataDir);
    await tell(store, clock, 'record-key-added', {});
    return keyId;
  });
}

/** Seals everything with the newest key; broken off, it goes on where it stopped. Returns how many values changed their key. */
export async function resealRecords(dataDir: string, clock: Clock = SYSTEM_CLOCK): Promise<number> {
  return withStore(dataDir, async (store) => {
    let values = 0;
    for (let done = 1; done > 0; values += done) {
      done = await store.write(async ({ sealed }) => {
        for (const table of sealed) {
          const resealed = await table.reseal(ROWS_A_TIME);
          if (resealed > 0) return resealed;
        }
        return 0;
      });
    }
    if (values > 0) await tell(store, clock, 'records-resealed', { values });
    return values;
  });
}

/** Throws `record-key-unknown`, and `record-key-in-use` while the key seals anything. */
export async function dropKey(dataDir: string, keyId: string, clock: Clock = SYSTEM_CLOCK): Promise<void> {
  await withStore(dataDir, async (store) => {
    const use = (await usesOf(store, dataDir)).find((key) => key.keyId === keyId);
    if (!use) throw new ServerError('record-key-unknown', { key: keyId });
    if (use.isNewest || use.values > 0) {
      throw new ServerError('record-key-in-use', { key: keyId, rows: String(use.values) });
    }
    writeRecordKeys(dataDir, loadRecordCipher(dataDir).withoutKey(keyId));
    await tell(store, clock, 'record-key-dropped', {});
  });
}

/** With no server on the folder: one that runs knows the ring as it was when it started. */
async function withStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const unlock = lockDataFolder(dataDir);
  try {
    const store = await openExistingStore(dataDir);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    unlock();
  }
}

async function usesOf(store: Store, dataDir: string): Promise<readonly RecordKeyUse[]> {
  const counts = new Map<string, number>();
  for (const table of store.sealed) {
    for (const [keyId, values] of await table.countByKey()) counts.set(keyId, (counts.get(keyId) ?? 0) + values);
  }
  const { keyIds, keyId: newest } = loadRecordCipher(dataDir);
  return keyIds.map((keyId) => ({ keyId, values: counts.get(keyId) ?? 0, isNewest: keyId === newest }));
}

function tell(
  store: Store,
  clock: Clock,
  action: AuditAction,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const event = { at: clock.now(), accountId: null, unit: null, counts, requestId: null };
  return store.write((tables) => tables.audit.insert({ ...event, action }));
}
