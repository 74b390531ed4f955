import { MemoryWorkbook } from '../desk/memory-workbook.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { loadWorkbook } from './load-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { repairRoundTrip } from './round-trip-repairs.ts';
import { writeBack } from './write-back.ts';

/** An .xlsx opened into memory: its visible sheets as data, and the file itself for writing the changes back into it. */
export class WorkbookFile {
  readonly memory: MemoryWorkbook;
  readonly #bytes: Uint8Array;

  private constructor(bytes: Uint8Array, memory: MemoryWorkbook) {
    this.#bytes = bytes;
    this.memory = memory;
  }

  /**
   * @param sheetName the sheet to put in front; default: the one that was in front when the file was saved
   * @throws SheetError `unreadable`, or `sheet-gone` when no visible sheet has that name
   */
  static async open(bytes: Uint8Array, sheetName?: string): Promise<WorkbookFile> {
    const { sheets, activeSheet, ...rest } = await readWorkbook(bytes);
    const memory = new MemoryWorkbook({
      ...rest,
      sheets: sheets.filter((sheet) => !sheet.hidden),
      ...(activeSheet === undefined ? {} : { activeSheet }),
    });
    if (sheetName !== undefined) memory.activate(sheetName);
    return new WorkbookFile(bytes.slice(), memory);
  }

  /**
   * The file with everything that changed in memory. Faithful for workbooks made by `writeTemplateWorkbook`; of others exceljs
   * loses protection, charts and more, so nobody may be handed one (`FileSheetPort.save` refuses).
   */
  async toBytes(): Promise<Uint8Array> {
    const workbook = await loadWorkbook(this.#bytes);
    repairRoundTrip(workbook);
    writeBack(workbook, await readWorkbook(this.#bytes), this.memory.toData());
    try {
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    } catch (cause) {
      throw new SheetError('refused', 'write-failed', { cause });
    }
  }
}
