import { OfflineError } from '../desk/http-transport.ts';
import type { MemoryWorkbook } from '../desk/memory-workbook.ts';

/** A workbook that is open on the page. */
export interface OpenedWorkbook {
  readonly name: string;
  readonly memory: MemoryWorkbook;
  /** The file with everything that changed; null for a workbook that Sổ Sạch did not make. */
  readonly save: (() => Promise<Uint8Array<ArrayBuffer>>) | null;
}

/**
 * Opens an .xlsx. The library that reads it weighs more than the rest of the page and is fetched only now.
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
    save: memory.identity === null ? null : async () => new Uint8Array(await port.save()),
  };
}
