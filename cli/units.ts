import { readFile } from 'node:fs/promises';
import { importUnits } from '../server/admin/import-units.ts';
import { findFileText } from '../xlsx/import/decode-text-file.ts';
import { type CliIo, UsageError } from './cli-io.ts';
import { fileTrouble } from './file-trouble.ts';
import { openStoreOf } from './open-store.ts';

/** `sosach units import FILE`: reads the unit tree from CSV, all or nothing. May run beside `serve`. */
export async function runUnitsImport(
  file: string,
  { dataDir }: { readonly dataDir: string },
  io: CliIo,
): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(`${file}: không mở được tệp / cannot be opened: ${fileTrouble(error)}`);
  });
  const csv = findFileText(bytes);
  if (csv === undefined) throw new UsageError(`${file}: không phải tệp văn bản CSV / no CSV text`);
  const store = await openStoreOf(dataDir);
  try {
    const { units } = await importUnits(store, csv);
    io.out(`${file}: đã nhập ${units} đơn vị / units imported\n`);
  } finally {
    await store.close();
  }
}
