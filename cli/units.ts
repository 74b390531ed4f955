import { readFile } from 'node:fs/promises';
import { importUnits } from '../server/admin/import-units.ts';
import { openStore } from '../server/data-folder.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { errorCode } from './write-file-atomically.ts';

/** `sosach units import FILE`: reads the unit tree from CSV, all or nothing. May run beside `serve`. */
export async function runUnitsImport(
  file: string,
  { dataDir }: { readonly dataDir: string },
  io: CliIo,
): Promise<void> {
  const csv = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file}: không mở được tệp (cannot be opened: ${errorCode(error)})`);
  });
  const store = openStore(dataDir);
  try {
    const { units } = importUnits(store, csv);
    io.out(`${file}: đã nhập ${units} đơn vị / units imported\n`);
  } finally {
    store.close();
  }
}
