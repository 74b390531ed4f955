import { OfflineError } from '../desk/http-transport.ts';
import type { MemoryWorkbook } from '../desk/memory-workbook.ts';

/** A workbook that is open on the page. */
export interface OpenedWorkbook {
  /** What it is saved as: the file's own name, in .xlsx where the file was none. */
  readonly name: string;
  /** How the file was named that had to be turned into an .xlsx first, such as `.xls`; null for an .xlsx. */
  readonly convertedFrom: string | null;
  readonly memory: MemoryWorkbook;
  /** Made by Sổ Sạch: what is saved is the same workbook; of any other, a copy with our columns and marks added. */
  readonly ours: boolean;
  /** The file with everything that changed. */
  readonly save: () => Promise<Uint8Array<ArrayBuffer>>;
}

const EXTENSION = /\.[a-z0-9]{1,5}$/i;

/**
 * Opens any workbook or list that schools have. What reads it is fetched only now.
 * @throws SheetError `unreadable`; OfflineError when the library cannot be fetched
 */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<OpenedWorkbook> {
  const { importWorkbook, openFileSheet } = await fetchReaders().catch((cause: unknown) => {
    throw new OfflineError('the file library could not be fetched', { cause });
  });
  const imported = await importWorkbook(bytes);
  const port = await openFileSheet(imported.bytes);
  const { memory } = port.file;
  const named = EXTENSION.exec(name)?.[0].toLowerCase() ?? '';
  return {
    name: /^\.xls[xm]$/.test(named) ? name : `${name.replace(EXTENSION, '')}.xlsx`,
    convertedFrom: imported.format === 'xlsx' ? null : named || imported.format,
    memory,
    ours: memory.identity !== null,
    save: async () => new Uint8Array(await port.save()),
  };
}

async function fetchReaders() {
  const [{ importWorkbook }, { openFileSheet }] = await Promise.all([
    import('../xlsx/import/import-workbook.ts'),
    import('../xlsx/file-sheet-port.ts'),
  ]);
  return { importWorkbook, openFileSheet };
}
