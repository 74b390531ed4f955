import { backUp } from '../server/backup/back-up.ts';
import { restore } from '../server/backup/restore.ts';
import type { CliIo } from './cli-io.ts';
import { refuseDatabase } from './refuse-database.ts';

/** `sosach backup --out FILE`: may run beside `serve`. Throws ServerError. */
export async function runBackup(
  { dataDir, out }: { readonly dataDir: string; readonly out: string },
  io: CliIo,
): Promise<void> {
  refuseDatabase(dataDir);
  const bytes = await backUp(dataDir, out);
  io.out(
    `${out}: đã sao lưu ${sizeOf(bytes)}, gồm dữ liệu cá nhân và khóa ký; cất nơi an toàn, tách khỏi máy này. / ` +
      'Backed up, with personal data and keys: keep it safe, away from this machine.\n',
  );
}

/** `sosach restore FILE --data DIR`: with the server stopped. Throws ServerError. */
export async function runRestore(
  file: string,
  { dataDir, replace }: { readonly dataDir: string; readonly replace: boolean },
  io: CliIo,
): Promise<void> {
  refuseDatabase(dataDir);
  const { rows, replaced } = await restore(file, dataDir, { replace });
  io.out(
    `${dataDir}: đã phục hồi ${rows} dòng; mọi người đăng nhập lại. / ${rows} rows restored; everyone signs in again.\n`,
  );
  if (replaced !== null) io.out(`Dữ liệu trước đó nằm ở / what stood there before: ${replaced}\n`);
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
