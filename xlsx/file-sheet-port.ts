import { MemorySheetPort } from '../desk/memory-sheet-port.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { WorkbookFile } from './workbook-file.ts';

/** The sheet port over an .xlsx file: everything happens in memory, and `save` answers with the changed file. */
export class FileSheetPort extends MemorySheetPort {
  readonly file: WorkbookFile;

  constructor(file: WorkbookFile) {
    super(file.memory);
    this.file = file;
  }

  /**
   * The file with what changed. The file it was opened from stays as it is.
   * @throws SheetError `read-only` (`detail`: not-our-workbook) for a workbook that Sổ Sạch did not make: exceljs would lose
   * parts of it
   */
  async save(): Promise<Uint8Array> {
    if (this.file.memory.identity === null) throw new SheetError('read-only', 'not-our-workbook');
    return this.file.toBytes();
  }
}

/** Opens an .xlsx; `sheetName` as in `WorkbookFile.open`. */
export async function openFileSheet(bytes: Uint8Array, sheetName?: string): Promise<FileSheetPort> {
  return new FileSheetPort(await WorkbookFile.open(bytes, sheetName));
}
