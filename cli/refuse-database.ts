import { UsageError } from './cli-io.ts';
import { readSettings } from './config/read-settings.ts';

/** Throws UsageError where the store is in PostgreSQL: for commands that work on the file of a data folder. */
export function refuseDatabase(dataDir: string): void {
  if (readSettings({ data: dataDir }, process.env).settings.databaseUrl === undefined) return;
  throw new UsageError(
    'Dữ liệu nằm trong PostgreSQL (DATABASE_URL): sao lưu bằng pg_dump --format=custom, phục hồi bằng pg_restore rồi chạy ' +
      'sosach restored; cất riêng các tệp *.key. Lệnh này chỉ dùng cho SQLite. / The data is in PostgreSQL: back up with pg_dump, ' +
      'restore with pg_restore and then sosach restored; keep the *.key files apart. This command is for SQLite alone.',
  );
}
