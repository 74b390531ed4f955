import { markRestored } from '../server/backup/mark-restored.ts';
import { SYSTEM_CLOCK } from '../server/clock.ts';
import type { CliIo } from './cli-io.ts';
import { openStoreOf } from './open-store.ts';

/** `sosach restored`: after `pg_restore`, before the first server starts. Throws ServerError. */
export async function runRestored({ dataDir }: { readonly dataDir: string }, io: CliIo): Promise<void> {
  const store = await openStoreOf(dataDir);
  try {
    const rows = await markRestored(store, SYSTEM_CLOCK);
    io.out(`Đã phục hồi ${rows} dòng; mọi người đăng nhập lại. / ${rows} rows restored; everyone signs in again.\n`);
  } finally {
    await store.close();
  }
}
