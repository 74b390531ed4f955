import { OfflineError } from '../desk/http-transport.ts';
import type { MemoryWorkbook } from '../desk/memory-workbook.ts';

/** A workbook that is open on the page. */
export interface OpenedWorkbook {
  readonly name: string;
  readonly memory: MemoryWorkbook;
  /** Made by Sổ Sạch: what is saved is the same workbook; of any other, a copy with our columns and marks added. */
  readonly ours: boolean;
  /** The file with everything that changed. */
  readonly save: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens an .xlsx. What reads it is fetched only now.
 * @throws SheetError `unreadable`; OfflineError when the library cannot be fetched
 */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<OpenedWorkbook> {
  const { openFileSheet } = await import('../xlsx/file-sheet-port.ts').catch((cause: unknown) => {
    throw new OfflineError('the file library could not be fetched', { cause });
  });
  const port = await openFileSheet(bytes);
  const { memory } = port.file;
  return {
    name,
    memory,
    ours: memory.identity !== null,
    save: async () => new Uint8Array(await port.save()),
  };
}
