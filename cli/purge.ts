import { SYSTEM_CLOCK } from '../server/clock.ts';
import { openExistingStore } from '../server/data-folder.ts';
import { findPurgeable, type PurgedKind, purge } from '../server/retention/purge.ts';
import { RETENTION, type RetentionDays } from '../server/retention/retention-policy.ts';
import type { CliIo } from './cli-io.ts';
import type { Settings } from './config/settings.ts';

/** The periods that hold. */
export function retentionDays(settings: Settings): RetentionDays {
  return {
    pushAnswers: settings.keepPushAnswers,
    recordChanges: settings.keepRecordChanges,
    leftPersons: settings.keepLeftPersons,
    records: settings.keepRecords,
  };
}

/** `sosach purge`: removes what the policy keeps no longer, or only says what it would. May run beside `serve`. Throws ServerError. */
export async function runPurge(settings: Settings, { dryRun }: { readonly dryRun: boolean }, io: CliIo): Promise<void> {
  const days = retentionDays(settings);
  const store = await openExistingStore(settings.data, settings.databaseUrl);
  try {
    if (dryRun) {
      for (const kind of await findPurgeable(store, SYSTEM_CLOCK, days)) io.out(line(kind, dryRun));
      io.out('Chỉ xem, chưa xóa gì. / Only a look: nothing was removed.\n');
      return;
    }
    const { kinds, erased } = await purge(store, SYSTEM_CLOCK, days);
    for (const kind of kinds) io.out(line(kind, dryRun));
    io.out(erased ? ERASED : NOT_ERASED);
  } finally {
    await store.close();
  }
}

function line({ kind, days, due, left }: PurgedKind, dryRun: boolean): string {
  const { what, since } = RETENTION[kind];
  const period = `${days} ngày từ ${since.vi} / ${days} days from ${since.en}`;
  const counts = dryRun
    ? `đến hạn ${due} / ${due} are due`
    : `đến hạn ${due}, đã xóa ${due - left}, còn lại ${left} / ${due} were due, ${left} are left`;
  return `${what.vi} / ${what.en}\n  ${period}\n  ${counts}\n`;
}

const ERASED =
  'Nội dung đã xóa không còn trong tệp dữ liệu; nhật ký ghi số lượng theo đơn vị. Bản sao lưu cũ vẫn còn: xóa theo hạn của chúng. / ' +
  'What was removed is out of the database’s files, too; the audit trail has the numbers by unit. Older backups still hold it.\n';
const NOT_ERASED =
  'Đã xóa khỏi các bảng, nhưng tệp dữ liệu còn giữ byte cũ cho đến khi ghi đè (PostgreSQL: VACUUM FULL lúc vắng; SQLite: chạy lại lệnh này). / ' +
  'Removed from the tables, but their old bytes are still in the files until overwritten (PostgreSQL: VACUUM FULL; SQLite: run this again).\n';
