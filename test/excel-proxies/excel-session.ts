import type { SheetRow } from '../../desk/sheet-port.ts';
import type { CellValue } from '../../rules/cell.ts';
import { contractGrid, idMinter, LAYOUT, matchOf, SHEET_NAME } from '../desk/contract-sheet.ts';
import type { HarnessWorkbook } from '../desk/sheet-port-harness.ts';
import { DEFAULT_SETS, type HostRequestRecord } from '../excel-host/excel-host.ts';
import type { RichApiRequest } from '../excel-host/rich-api.ts';
import { type ExcelHarness, excelHarness } from './excel-harness.ts';

export const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;
export const UNDO = { id: 'undo-1', at: '2026-11-22T08:05:00Z', kind: 'undo', undoes: 'fix-1', label: '' } as const;
export const SET_PROPERTY = 4;

/** Invented people, as many as asked for; every other one has a sex that is to be mended. */
export function many(count: number): CellValue[][] {
  return Array.from({ length: count }, (_, index) => [
    index + 1,
    `Nguyễn Văn Thử ${index}`,
    `${String((index % 28) + 1).padStart(2, '0')}/03/2016`,
    index % 2 === 0 ? 'nu' : 'Nam',
    `001216000${String(index % 1000).padStart(3, '0')}`,
  ]);
}

export function sexFix(row: SheetRow, after = 'Nữ') {
  return { rowId: row.rowId, field: 'sex' as const, before: row.values.sex ?? null, after };
}

export function writes(request: RichApiRequest): boolean {
  return request.Actions.some((action) => action.ActionType === SET_PROPERTY);
}

/** One emulated Excel a test, opened, bound and closed the same way everywhere. */
export class ExcelSession {
  #harness: ExcelHarness | undefined;

  get harness(): ExcelHarness {
    if (!this.#harness) throw new Error('Open a workbook first.');
    return this.#harness;
  }

  async open(made: Partial<HarnessWorkbook> = {}, sets = DEFAULT_SETS, options = {}): Promise<void> {
    const workbook = { sheetName: SHEET_NAME, cells: contractGrid(), ...made };
    this.#harness = await excelHarness(workbook, sets, options);
  }

  async bind(): Promise<void> {
    await this.harness.port.bind(LAYOUT, matchOf(await this.harness.port.survey()));
  }

  async openBound(made: Partial<HarnessWorkbook> = {}, sets = DEFAULT_SETS): Promise<readonly SheetRow[]> {
    await this.open(made, sets);
    await this.bind();
    await this.harness.port.mintRowIds(idMinter());
    return this.rows();
  }

  async rows(): Promise<readonly SheetRow[]> {
    return (await this.harness.port.snapshot()).rows;
  }

  /** The requests that a step sent. */
  async recorded(step: () => Promise<unknown>): Promise<readonly HostRequestRecord[]> {
    const start = this.harness.host.records.length;
    await step();
    return this.harness.host.records.slice(start);
  }

  /** Lets a person act between the adapter's last read and its write. */
  beforeFirstWrite(act: () => void): void {
    const { host } = this.harness;
    host.beforeBatch = (request) => {
      if (!writes(request)) return;
      host.beforeBatch = undefined;
      act();
    };
  }

  async close(): Promise<void> {
    await this.#harness?.close();
    this.#harness = undefined;
  }
}
