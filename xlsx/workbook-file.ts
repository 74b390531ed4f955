import { MemoryWorkbook } from '../desk/memory-workbook.ts';
import { type BoundSheet, madeColumns, markFormats, withHiddenColumns, withoutAnnotations } from './annotations.ts';
import { ownColumnsName, readOwnColumns } from './own-columns.ts';
import { changePackage } from './package/change-package.ts';
import type { Codec } from './package/codec.ts';
import { addOriginal, findOriginal, ORIGINAL_PART, ORIGINAL_TYPE } from './package/original.ts';
import { addTaskPane, hasTaskPanes } from './package/task-pane.ts';
import type { WorkbookChanges } from './package/workbook-changes.ts';
import { readWorkbookMap, type WorkbookMap } from './package/workbook-map.ts';
import { WorkbookPackage } from './package/workbook-package.ts';
import { type ReadWorkbook, readPackage } from './read-workbook.ts';
import { changedParts } from './save-workbook.ts';
import { stripAnnotations } from './strip-annotations.ts';

/** A package with what was read from it. */
export interface OpenedPackage {
  readonly file: WorkbookPackage;
  readonly map: WorkbookMap;
  readonly read: ReadWorkbook;
}

/** An .xlsx opened into memory: its visible sheets as data, and the file itself for writing the changes back into it. */
export class WorkbookFile {
  readonly memory: MemoryWorkbook;
  readonly #opened: OpenedPackage;

  constructor(opened: OpenedPackage) {
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
  async toBytes(bindings: readonly BoundSheet[] = []): Promise<Uint8Array> {
    const { file, map, read } = this.#opened;
    const after = withHiddenColumns(this.memory.toData(), bindings);
    const changes = await changedParts(file, map, read, after, markFormats(after, bindings));
    // The file it could be restored to no longer has what was changed here.
    if (file.find(ORIGINAL_PART)) await changes.dropPart(ORIGINAL_PART);
    await keepTaskPane(changes, this.#opened);
    return changePackage(file, changes.parts);
  }

  /**
   * The same with the marks made visible in a workbook that has no mark formats, and with what `clearAnnotations` needs. What a
   * person changed stays when the marks are cleared; what goes are our columns, the mark formats and the journal.
   */
  async toAnnotatedBytes(bindings: readonly BoundSheet[]): Promise<Uint8Array> {
    const after = withHiddenColumns(this.memory.toData(), bindings);
    const base = await this.#unannotated();
    const own = withoutAnnotations(after, base.read, bindings);
    const { parts } = await changedParts(base.file, base.map, base.read, own);
    const clean = parts.size === 0 ? base : await openPackage(await changePackage(base.file, parts), base.file.codec);
    const annotated = await changedParts(clean.file, clean.map, clean.read, after, markFormats(after, bindings));
    await nameOwnColumns(annotated, clean, bindings);
    await keepTaskPane(annotated, clean);
    await annotated.addType(ORIGINAL_PART, ORIGINAL_TYPE);
    return changePackage(clean.file, annotated.parts, (writer) => addOriginal(writer, clean.file));
  }

  /** The file before it was annotated, as far as that can still be told; the file itself where it never was. */
  async #unannotated(): Promise<OpenedPackage> {
    const { file, map } = this.#opened;
    const original = await findOriginal(file);
    if (original) return openPackage(original, file.codec);
    const annotated = readOwnColumns(await file.getXml(map.workbook)).size > 0 || file.find(ORIGINAL_PART);
    const stripped = annotated ? await stripAnnotations(file) : undefined;
    return stripped ? openPackage(stripped, file.codec) : this.#opened;
  }
}

/** Notes which columns were made, so that they can be told from the school's own after another program saved the file. */
async function nameOwnColumns(
  changes: WorkbookChanges,
  { map, read }: OpenedPackage,
  bindings: readonly BoundSheet[],
): Promise<void> {
  const made = bindings.flatMap((bound) => {
    const index = map.sheets.findIndex(({ name }) => name === bound.sheetName);
    const columns = madeColumns(read, bound);
    return columns.size === 0 ? [] : [{ index, name: bound.sheetName, columns }];
  });
  if (made.length === 0) return;
  await changes.addNames((prefix) =>
    made.map(({ index, name, columns }) => ownColumnsName(index, name, columns, prefix)).join(''),
  );
}

/** Other programs drop the parts that open the pane with a workbook of ours. */
async function keepTaskPane(changes: WorkbookChanges, { file, read }: OpenedPackage): Promise<void> {
  if (read.identity !== null && !hasTaskPanes(file)) await addTaskPane(changes);
}

/** Reads an .xlsx, for a `WorkbookFile` and whatever else. @throws SheetError `unreadable` */
export async function openPackage(bytes: Uint8Array, codec?: Codec): Promise<OpenedPackage> {
  const file = new WorkbookPackage(bytes, codec);
  const map = await readWorkbookMap(file);
  return { file, map, read: await readPackage(file, map) };
}
