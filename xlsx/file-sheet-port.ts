import { planBinding } from '../desk/bound-columns.ts';
import type { MemorySheet } from '../desk/memory-sheet.ts';
import { MemorySheetPort } from '../desk/memory-sheet-port.ts';
import type { Layout } from '../templates/layout.ts';
import { getLayout } from '../templates/layouts.ts';
import { matchHeader } from '../templates/match-header.ts';
import type { SheetMatch } from '../templates/sheet-match.ts';
import type { BoundSheet } from './annotations.ts';
import type { Codec } from './package/codec.ts';
import { WorkbookFile } from './workbook-file.ts';

/** The sheet port over an .xlsx file: everything happens in memory, and `save` answers with the changed file. */
export class FileSheetPort extends MemorySheetPort {
  readonly file: WorkbookFile;
  readonly #bindings = new Map<string, BoundSheet>();

  constructor(file: WorkbookFile) {
    super(file.memory);
    this.file = file;
  }

  override async bind(layout: Layout, match: SheetMatch): Promise<void> {
    await super.bind(layout, match);
    const sheet = this.file.memory.activeSheet;
    const { columns } = planBinding(layout, match, sheet.readRow(match.headerRow), sheet.columnCount);
    this.#bindings.set(sheet.name, { sheetName: sheet.name, columns });
  }

  /** The file with what changed; of a workbook that Sổ Sạch did not make, as `saveAnnotated`. The file it was opened from stays as it is. */
  async save(): Promise<Uint8Array> {
    return this.file.memory.identity === null ? this.saveAnnotated() : this.file.toBytes(this.#boundSheets());
  }

  /** The file with what changed, from which `clearAnnotations` takes our columns, marks and journal out again. */
  async saveAnnotated(): Promise<Uint8Array> {
    return this.file.toAnnotatedBytes(this.#boundSheets());
  }

  #boundSheets(): BoundSheet[] {
    const sheets = this.file.memory.sheets.map((sheet) => this.#bindings.get(sheet.name) ?? findBinding(sheet));
    return sheets.filter((sheet) => sheet !== undefined);
  }
}

/** A sheet that another port over the same memory bound, or that was annotated before: told by its marks column. */
function findBinding(sheet: MemorySheet): BoundSheet | undefined {
  const match = matchHeader(sheet.toData().cells);
  if (!match || match.marksColumn === null || match.rowIdColumn === null) return undefined;
  const { columns } = planBinding(getLayout(match.template), match, sheet.readRow(match.headerRow), sheet.columnCount);
  return { sheetName: sheet.name, columns };
}

/** Opens an .xlsx; `sheetName` and `codec` as in `WorkbookFile.open`. */
export async function openFileSheet(bytes: Uint8Array, sheetName?: string, codec?: Codec): Promise<FileSheetPort> {
  return new FileSheetPort(await WorkbookFile.open(bytes, sheetName, codec));
}
