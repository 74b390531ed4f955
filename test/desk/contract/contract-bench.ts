import assert from 'node:assert/strict';
import type { SheetErrorCode } from '../../../desk/sheet-error.ts';
import type { SheetPatch, SheetRow } from '../../../desk/sheet-port.ts';
import type { CellValue } from '../../../rules/cell.ts';
import { contractGrid, idMinter, LAYOUT, matchOf, SHEET_NAME } from '../contract-sheet.ts';
import type { HarnessWorkbook, MakeHarness, SheetPortHarness } from '../sheet-port-harness.ts';

export const FIX = { id: 'fix-1', at: '2026-11-22T08:00:00Z', kind: 'fix', label: 'sex.not-in-list' } as const;
export const UNDO = { id: 'undo-1', at: '2026-11-22T08:05:00Z', kind: 'undo', undoes: 'fix-1', label: '' } as const;

/** The open workbook of one contract case, and what the cases do again and again. */
export class ContractBench {
  readonly #makeHarness: MakeHarness;
  #harness: SheetPortHarness | null = null;
  mint: () => string = idMinter();

  constructor(makeHarness: MakeHarness) {
    this.#makeHarness = makeHarness;
  }

  get harness(): SheetPortHarness {
    assert.ok(this.#harness, 'no workbook is open');
    return this.#harness;
  }

  /** Before every case. */
  reset(): void {
    this.mint = idMinter();
  }

  async close(): Promise<void> {
    await this.#harness?.close();
    this.#harness = null;
  }

  async open(workbook: Partial<HarnessWorkbook> = {}): Promise<void> {
    this.#harness = await this.#makeHarness({ sheetName: SHEET_NAME, cells: contractGrid(), ...workbook });
  }

  async bind(): Promise<void> {
    await this.harness.port.bind(LAYOUT, matchOf(await this.harness.port.survey()));
  }

  async openBound(workbook: Partial<HarnessWorkbook> = {}): Promise<readonly SheetRow[]> {
    await this.open(workbook);
    await this.bind();
    await this.harness.port.mintRowIds(this.mint);
    return this.rows();
  }

  async reopen(): Promise<void> {
    this.#harness = await this.harness.saveAndReopen();
  }

  async rows(): Promise<readonly SheetRow[]> {
    return (await this.harness.port.snapshot()).rows;
  }

  async refuses(code: SheetErrorCode, step: () => Promise<unknown>): Promise<void> {
    await assert.rejects(step, { name: 'SheetError', code });
  }

  /** Every cell that could have been touched. */
  async wholeSheet(): Promise<readonly (readonly CellValue[])[]> {
    return (await this.harness.port.survey()).grid;
  }

  sexFix(row: SheetRow, after = 'Nữ'): SheetPatch {
    return { cells: [{ rowId: row.rowId, field: 'sex', before: row.values.sex ?? null, after }], journal: FIX };
  }
}

/** Without blank cells at the end of rows and blank rows at the end: how far the used range reaches is the host's business. */
export function trimmed(grid: readonly (readonly CellValue[])[]): CellValue[][] {
  const blank = (value: CellValue | undefined) => value === null || value === '';
  const lines = grid.map((line) => {
    const cells = line.map((cell) => (cell === '' ? null : cell));
    while (cells.length > 0 && blank(cells.at(-1))) cells.pop();
    return cells;
  });
  while (lines.length > 0 && lines.at(-1)!.length === 0) lines.pop();
  return lines;
}
