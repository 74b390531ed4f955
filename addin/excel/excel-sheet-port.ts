import { findColumn, isDataRow, planBinding, readSheetRow, rowIdsWithin } from '../../desk/bound-columns.ts';
import type { ConfirmationEntry } from '../../desk/confirmation.ts';
import { decodeConfirmations, encodeConfirmation } from '../../desk/confirmation-codec.ts';
import type { JournalEntry } from '../../desk/journal.ts';
import { decodeJournal } from '../../desk/journal-codec.ts';
import { SheetError } from '../../desk/sheet-error.ts';
import type {
  ApplyOptions,
  MintOptions,
  PatchAnswer,
  SheetEdit,
  SheetPatch,
  SheetPort,
  SheetSnapshot,
  SheetSurvey,
} from '../../desk/sheet-port.ts';
import { cellText } from '../../rules/cell.ts';
import type { ColumnId, Layout } from '../../templates/layout.ts';
import type { SheetMatch } from '../../templates/sheet-match.ts';
import { areaAddress, findArea, type TouchedArea } from './a1-address.ts';
import { applyPatch } from './apply-patch.ts';
import { findExcelCode, toSheetError } from './excel-errors.ts';
import type { HostAbilities } from './host-abilities.ts';
import { IdentitySheet } from './identity-sheet.ts';
import { addMissedFormats, makeColumns } from './make-columns.ts';
import { writeRowIds } from './mint-ids.ts';
import { type Binding, headerCells, loadHeader, openBound, openSheet } from './open-sheet.ts';
import { readBound } from './read-bound.ts';
import { readCells, untilSteady } from './read-cells.ts';
import { BURST_MS, EditBursts, type Later, OwnWrites } from './watch-edits.ts';
import type { WriteBlock } from './write-blocks.ts';

export interface ExcelSheetPortOptions {
  readonly abilities: HostAbilities;
  /** How a burst of edits is put off; default: the page's timer. */
  readonly later?: Later;
}

/**
 * The sheet port over the open workbook in Excel. Every step is one `Excel.run`; steps wait for each other, so that two of
 * them never interleave their requests. Excel is asked to wait for the end of cell editing where it can (`delayForCellEdit`).
 */
export class ExcelSheetPort implements SheetPort {
  readonly #abilities: HostAbilities;
  readonly #later: Later;
  readonly #ownWrites = new OwnWrites();
  #binding: Binding | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #watchers = 0;

  constructor({ abilities, later }: ExcelSheetPortOptions) {
    this.#abilities = abilities;
    this.#later = later ?? ((task) => setTimeout(task, BURST_MS));
  }

  async survey(): Promise<SheetSurvey> {
    return this.#step((context) =>
      untilSteady(async () => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load('name');
        const identity = new IdentitySheet(context);
        const merged = this.#abilities.mergedAreas ? loadMerged(sheet) : undefined;
        const { lastRow, width, isProtected } = await openSheet(context, sheet);
        const columns = Array.from({ length: width }, (_, index) => index);
        const cells = await readCells(context, sheet, { firstRow: 1, lastRow, columns });
        return {
          sheetName: sheet.name,
          grid: cells.rows.map((row) => row.cells),
          identity: identity.findIdentity() ?? null,
          protected: isProtected,
          ...mergedOf(merged),
        };
      }),
    );
  }

  async bind(layout: Layout, match: SheetMatch): Promise<void> {
    return this.#step(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('id');
      const open = await openSheet(context, sheet);
      const header = loadHeader(sheet, match.headerRow, open.width);
      await context.sync();
      const plan = planBinding(layout, match, headerCells(header), open.width);
      if (plan.absent.length > 0) {
        if (open.isProtected) throw new SheetError('sheet-protected');
        this.#refuseReadOnly();
        makeColumns(open, plan, this.#announce);
        await context.sync();
      } else if (this.#binding?.sheetId === sheet.id && !open.isProtected && !this.#abilities.readOnly) {
        addMissedFormats(open, plan.columns, this.#binding.columns);
        await context.sync();
      }
      this.#binding = { sheetId: sheet.id, columns: plan.columns };
    });
  }

  async mintRowIds(mint: () => string, options: MintOptions = {}): Promise<number> {
    return this.#step(async (context) => {
      const binding = this.#getBinding();
      return writeRowIds(context, binding, mint, {
        ...options,
        announce: this.#announce,
        readOnly: this.#abilities.readOnly,
      });
    });
  }

  async snapshot(): Promise<SheetSnapshot> {
    return this.#step(async (context) => {
      const binding = this.#getBinding();
      const { columns } = binding;
      const { fieldColumns, results, rowIdColumn, marksColumn } = columns;
      const wanted = [...fieldColumns.map(([, column]) => column), ...results.values(), rowIdColumn, marksColumn];
      const { read } = await readBound(context, binding, wanted);
      return {
        rows: read.rows
          .filter((row) => isDataRow(columns, row.cells))
          .map((row) => readSheetRow(columns, row.rowNumber, row.cells)),
      };
    });
  }

  async apply(patch: SheetPatch, options: ApplyOptions = {}): Promise<PatchAnswer> {
    return this.#step(async (context) => {
      const binding = this.#getBinding();
      this.#refuseReadOnly();
      return applyPatch(context, binding, patch, options, this.#announce);
    });
  }

  async readJournal(): Promise<readonly JournalEntry[]> {
    return decodeJournal(await this.#readLog());
  }

  async readConfirmations(): Promise<readonly ConfirmationEntry[]> {
    return decodeConfirmations(await this.#readLog());
  }

  async appendConfirmation(entry: ConfirmationEntry): Promise<void> {
    return this.#step(async (context) => {
      this.#refuseReadOnly();
      const identity = new IdentitySheet(context);
      await context.sync();
      await identity.write(identity.nextRow(), encodeConfirmation(entry));
      await context.sync();
    });
  }

  async select(rowId: string, column: ColumnId): Promise<void> {
    return this.#step(async (context) => {
      const binding = this.#getBinding();
      const { columns } = binding;
      const at = findColumn(columns, column);
      const { open, read } = await readBound(context, binding, [columns.rowIdColumn]);
      const row = read.rows.find(({ cells }) => cellText(cells[columns.rowIdColumn]) === rowId);
      if (!row || at === undefined) throw new SheetError('row-gone');
      open.sheet.activate();
      open.sheet
        .getRange(areaAddress(row.rowNumber, row.rowNumber, at, at))
        .untrack()
        .select();
      await context.sync();
    });
  }

  async selectedRowIds(): Promise<readonly string[]> {
    return this.#step(async (context) => {
      const binding = this.#getBinding();
      const selected = context.workbook.getSelectedRanges().untrack();
      selected.worksheet.load('id');
      selected.areas.load('rowIndex,rowCount');
      const { read } = await readBound(context, binding, [binding.columns.rowIdColumn]);
      if (selected.worksheet.id !== binding.sheetId) return [];
      const areas = selected.areas.items.map(({ rowIndex, rowCount }) => ({
        firstRow: rowIndex + 1,
        lastRow: rowIndex + rowCount,
      }));
      return rowIdsWithin(binding.columns, read.rows, areas);
    });
  }

  async watch(onEdit: (edit: SheetEdit) => void): Promise<() => Promise<void>> {
    const bursts = new EditBursts(onEdit, this.#later);
    const registration = await this.#step(async (context) => {
      const { sheet } = await openBound(context, this.#getBinding());
      sheet.load('id');
      const added = sheet.onChanged.add(async (event) => {
        const area = findArea(event.address);
        if (!area || this.#isInOwnColumns(area)) return;
        const remote = event.source === 'Remote';
        if (remote || !(await this.#isOwn(event))) bursts.add(area, remote ? 'remote' : 'local');
      });
      await context.sync();
      return added;
    });
    this.#watchers++;
    return async () => {
      bursts.stop();
      this.#watchers--;
      await this.#unregister(registration);
    };
  }

  async #readLog(): Promise<readonly (readonly unknown[])[]> {
    return this.#step((context) =>
      untilSteady(async () => {
        const identity = new IdentitySheet(context);
        await context.sync();
        return identity.readLog();
      }),
    );
  }

  async #unregister(registration: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>): Promise<void> {
    try {
      await Excel.run(registration.context, async (context) => {
        registration.remove();
        await context.sync();
      });
    } catch (error) {
      // The sheet is gone, and its events with it.
      if (findExcelCode(error) !== 'ItemNotFound') throw toSheetError(error);
    }
  }

  /**
   * Our columns hold nothing to check anew. Besides, a re-check writes marks: were those taken for an edit where Excel does
   * not say who wrote, it would go round for ever.
   */
  #isInOwnColumns({ firstColumn, lastColumn }: TouchedArea): boolean {
    if (!this.#binding) return false;
    const { results, rowIdColumn, marksColumn } = this.#binding.columns;
    const own = new Set([...results.values(), rowIdColumn, marksColumn]);
    for (let column = firstColumn; column <= lastColumn; column++) if (!own.has(column)) return false;
    return true;
  }

  async #isOwn(event: Excel.WorksheetChangedEventArgs): Promise<boolean> {
    if (this.#abilities.triggerSource) return event.triggerSource === 'ThisLocalAddin';
    if (!this.#ownWrites.has(event.address)) return false;
    return this.#step(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(event.worksheetId);
      const range = sheet.getRange(event.address).untrack();
      range.load('values');
      await context.sync();
      return range.isNullObject || this.#ownWrites.take(event.address, range.values);
    });
  }

  /** Remembers what is about to be written, where events will not say that it was us. */
  readonly #announce = (block: WriteBlock): void => {
    if (this.#abilities.triggerSource || this.#watchers === 0) return;
    const address = areaAddress(block.firstRow, block.lastRow, block.firstColumn, block.lastColumn);
    this.#ownWrites.add(address, block.values);
  };

  #getBinding(): Binding {
    if (!this.#binding) throw new SheetError('not-bound');
    return this.#binding;
  }

  #refuseReadOnly(): void {
    if (this.#abilities.readOnly) throw new SheetError('read-only');
  }

  async #step<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const step = this.#queue.then(() => Excel.run({ delayForCellEdit: true }, work));
    // The next step waits for this one, however it ends; who asked for this one hears of its error below.
    this.#queue = step.catch(() => {});
    try {
      return await step;
    } catch (error) {
      throw toSheetError(error);
    }
  }
}

/** Asks for the merged areas; readable after the next sync. */
function loadMerged(sheet: Excel.Worksheet): Excel.RangeAreas {
  const merged = sheet.getUsedRangeOrNullObject(true).untrack().getMergedAreasOrNullObject().untrack();
  merged.areas.load('rowIndex,rowCount');
  return merged;
}

/** Excel before ExcelApi 1.13 does not tell: no merged area is then reported. */
function mergedOf(merged: Excel.RangeAreas | undefined): Pick<SheetSurvey, 'mergedAreas' | 'mergedRows'> {
  if (!merged) return { mergedAreas: 0 };
  const rows = merged.isNullObject ? [] : merged.areas.items.map((area) => area.rowIndex + area.rowCount);
  return { mergedAreas: rows.length, mergedRows: rows };
}
