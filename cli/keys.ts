import { addKey, dropKey, listRecordKeys, resealRecords } from '../server/admin/record-keys.ts';
import type { CliIo } from './cli-io.ts';
import { refuseDatabase } from './refuse-database.ts';

interface KeysOptions {
  readonly dataDir: string;
}

/** `sosach keys list`: may run beside `serve`. Throws ServerError. */
export async function runKeysList({ dataDir }: KeysOptions, io: CliIo): Promise<void> {
  refuseDatabase(dataDir);
  for (const { keyId, values, isNewest } of await listRecordKeys(dataDir)) {
    io.out(`${keyId}  ${values} giá trị / values${isNewest ? '  ← đang dùng / in use' : ''}\n`);
  }
}

/** `sosach keys add`: with the server stopped. Throws ServerError. */
export async function runKeysAdd({ dataDir }: KeysOptions, io: CliIo): Promise<void> {
  refuseDatabase(dataDir);
  const keyId = await addKey(dataDir);
  io.out(
    `Đã thêm khóa ${keyId}: từ nay giá trị mới được mã hóa bằng khóa này. Sao lưu lại, rồi chạy sosach keys reseal. / ` +
      'Key added: what is written from now on is sealed with it. Back up again, then run sosach keys reseal.\n',
  );
}

/** `sosach keys reseal`: with the server stopped; broken off, it goes on where it stopped. Throws ServerError. */
export async function runKeysReseal({ dataDir }: KeysOptions, io: CliIo): Promise<void> {
  refuseDatabase(dataDir);
  const values = await resealRecords(dataDir);
  io.out(`Đã mã hóa lại ${values} giá trị bằng khóa mới nhất. / ${values} values sealed anew with the newest key.\n`);
}

/** `sosach keys drop ID`: with the server stopped. Throws ServerError. */
export async function runKeysDrop(keyId: string, { dataDir }: KeysOptions, io: CliIo): Promise<void> {
  refuseDatabase(dataDir);
  await dropKey(dataDir, keyId);
  io.out(
    `Đã bỏ khóa ${keyId}; bản sao lưu cũ vẫn cần khóa nằm trong chính nó. / ` +
      'Key dropped; older backups go on needing the one that lies in them.\n',
  );
}
