import { MemoryWorkbook } from '../desk/memory-workbook.ts';
import { SheetError } from '../desk/sheet-error.ts';
import { type BoundSheet, missingFormats, withoutAnnotations } from './annotations.ts';
import { changePackage } from './package/change-package.ts';
import type { Codec } from './package/codec.ts';
import { addOriginal, findOriginal, ORIGINAL_PART, ORIGINAL_TYPE } from './package/original.ts';
import { readWorkbookMap, type WorkbookMap } from './package/workbook-map.ts';
import { WorkbookPackage } from './package/workbook-package.ts';
import { type ReadWorkbook, readPackage } from './read-workbook.ts';
import { changedParts } from './save-workbook.ts';

/** A package with what was read from it. */
interface OpenedPackage {
  readonly file: WorkbookPackage;
  readonly map: WorkbookMap;
  readonly read: ReadWorkbook;
}

/** An .xlsx opened into memory: its visible sheets as data, and the file itself for writing the changes back into it. */
export class WorkbookFile {
  readonly memory: MemoryWorkbook;
  readonly #opened: OpenedPackage;

  private constructor(opened: OpenedPackage) {
    this.#opened = opened;
    const { sheets, activeSheet, ...rest } = opened.read;
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
    const opened = new WorkbookFile(await openPackage(new Uint8Array(bytes), codec));
    if (sheetName !== undefined) opened.memory.activate(sheetName);
    return opened;
  }

  /** The file with everything that changed in memory; parts that nothing changed in are copied byte for byte. */
  async toBytes(): Promise<Uint8Array> {
    const { file, map, read } = this.#opened;
    const { parts } = await changedParts(file, map, read, this.memory.toData());
    // The file it could be restored to no longer has what was changed here.
    if (file.find(ORIGINAL_PART)) parts.set(ORIGINAL_PART, null);
    return changePackage(file, parts);
  }

  /**
   * The same with the marks made visible in a workbook that has no mark formats, and with what `clearAnnotations` needs. What a
   * person changed stays when the marks are cleared; what goes are our columns, the mark formats and the journal.
   */
  async toAnnotatedBytes(bindings: readonly BoundSheet[]): Promise<Uint8Array> {
    const after = this.memory.toData();
    const base = await this.#unannotated();
    const own = withoutAnnotations(after, base.read, bindings);
    const { parts } = await changedParts(base.file, base.map, base.read, own);
    const clean = parts.size === 0 ? base : await openPackage(await changePackage(base.file, parts), base.file.codec);
    const formats = missingFormats(clean.read, after, bindings);
    const annotated = await changedParts(clean.file, clean.map, clean.read, after, formats);
    await annotated.addType(ORIGINAL_PART, ORIGINAL_TYPE);
    return changePackage(clean.file, annotated.parts, (writer) => addOriginal(writer, clean.file));
  }

  /** The file before it was annotated; the file itself where it never was, or was edited by others since. */
  async #unannotated(): Promise<OpenedPackage> {
    const { file } = this.#opened;
    try {
      const original = await findOriginal(file);
      return original ? await openPackage(original, file.codec) : this.#opened;
    } catch (error) {
      if (error instanceof SheetError && error.code === 'refused') return this.#opened;
      throw error;
    }
  }
}

async function openPackage(bytes: Uint8Array, codec: Codec | undefined): Promise<OpenedPackage> {
  const file = new WorkbookPackage(bytes, codec);
  const map = await readWorkbookMap(file);
  return { file, map, read: await readPackage(file, map) };
}
