import { MemoryWorkbook } from '../desk/memory-workbook.ts';
import { changePackage } from './package/change-package.ts';
import type { Codec } from './package/codec.ts';
import { readWorkbookMap, type WorkbookMap } from './package/workbook-map.ts';
import { WorkbookPackage } from './package/workbook-package.ts';
import { type ReadWorkbook, readPackage } from './read-workbook.ts';
import { changedParts } from './save-workbook.ts';

/** An .xlsx opened into memory: its visible sheets as data, and the file itself for writing the changes back into it. */
export class WorkbookFile {
  readonly memory: MemoryWorkbook;
  readonly #file: WorkbookPackage;
  readonly #map: WorkbookMap;
  readonly #read: ReadWorkbook;

  private constructor(file: WorkbookPackage, map: WorkbookMap, read: ReadWorkbook) {
    this.#file = file;
    this.#map = map;
    this.#read = read;
    const { sheets, activeSheet, ...rest } = read;
    this.memory = new MemoryWorkbook({
      ...rest,
      sheets: sheets.filter((sheet) => !sheet.hidden),
      ...(activeSheet === undefined ? {} : { activeSheet }),
    });
  }

  /**
   * @param sheetName the sheet to put in front; default: the one that was in front when the file was saved
   * @param codec the host's own, where it has a faster one than the platform's
   * @throws SheetError `unreadable`, or `sheet-gone` when no visible sheet has that name
   */
  static async open(bytes: Uint8Array, sheetName?: string, codec?: Codec): Promise<WorkbookFile> {
    const file = new WorkbookPackage(new Uint8Array(bytes), codec);
    const map = await readWorkbookMap(file);
    const opened = new WorkbookFile(file, map, await readPackage(file, map));
    if (sheetName !== undefined) opened.memory.activate(sheetName);
    return opened;
  }

  /** The file with everything that changed in memory; parts that nothing changed in are copied byte for byte. */
  async toBytes(): Promise<Uint8Array> {
    const { parts } = await changedParts(this.#file, this.#map, this.#read, this.memory.toData());
    return changePackage(this.#file, parts);
  }
}
