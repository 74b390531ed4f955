import { ExcelSheetPort } from '../../addin/excel/excel-sheet-port.ts';
import type { HostAbilities } from '../../addin/excel/host-abilities.ts';
import { type CellValue, isExcelDate, isExcelError } from '../../rules/cell.ts';
import { encodeIdentity, IDENTITY_SHEET, JOURNAL_FIRST_ROW } from '../../templates/workbook-identity.ts';
import type { HarnessWorkbook, SheetPortHarness } from '../desk/sheet-port-harness.ts';
import { columnName } from '../excel-host/address.ts';
import { findSerial, type HostValue, isHostError } from '../excel-host/cell-entry.ts';
import { DEFAULT_SETS, ExcelHost, type RequirementSets } from '../excel-host/excel-host.ts';
import { loadXlsx } from '../excel-host/load-xlsx.ts';
import { connectExcel } from '../excel-host/native-bridge.ts';
import { Person } from '../excel-host/person.ts';
import { saveXlsx } from '../excel-host/save-xlsx.ts';
import type { HostSheet } from '../excel-host/sheet.ts';
import { HostWorkbook } from '../excel-host/workbook.ts';

const DATE_FORMAT = 'dd/mm/yyyy';

export interface ExcelHarness extends SheetPortHarness {
  readonly host: ExcelHost;
  readonly sheet: HostSheet;
  readonly person: Person;
  /** A co-author on another machine. */
  readonly remote: Person;
}

/** The Excel adapter over the real proxies of office.js, against the emulated host. */
export async function excelHarness(
  made: HarnessWorkbook,
  sets: RequirementSets = DEFAULT_SETS,
  { readOnly = false } = {},
): Promise<ExcelHarness> {
  return harnessOf(makeWorkbook(made), sets, readOnly);
}

export function abilitiesOf(host: ExcelHost): HostAbilities {
  return {
    readOnly: host.readOnly,
    mergedAreas: host.supports('ExcelApi', '1.13'),
    triggerSource: host.supports('ExcelApi', '1.14'),
  };
}

function makeWorkbook(made: HarnessWorkbook): HostWorkbook {
  const workbook = new HostWorkbook(made.sheetName);
  const sheet = workbook.activeSheet;
  made.cells.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value !== null) put(sheet, row, column, value);
    });
  });
  for (const { row, column, format } of made.numberFormats ?? []) sheet.cell(row - 1, column).format = format;
  for (const { row, column, formula } of made.formulas ?? []) sheet.cell(row - 1, column).formula = formula;
  sheet.merged = Array.from({ length: made.mergedAreas ?? 0 }, (_, row) => ({
    top: row,
    bottom: row,
    left: 0,
    right: 3,
  }));
  if (made.identity || made.journal) {
    const hidden = workbook.addSheet(IDENTITY_SHEET, 'VeryHidden');
    if (made.identity) {
      encodeIdentity(made.identity).forEach((line, row) => {
        line.forEach((text, column) => {
          hidden.cell(row, column).value = text;
        });
      });
    }
    made.journal?.forEach((line, index) => {
      line.forEach((text, column) => {
        hidden.cell(JOURNAL_FIRST_ROW - 1 + index, column).value = text;
      });
    });
  }
  return workbook;
}

function put(sheet: HostSheet, row: number, column: number, value: CellValue): void {
  const cell = sheet.cell(row, column);
  delete cell.formula;
  if (isExcelDate(value)) {
    cell.value = findSerial(value.year, value.month, value.day) ?? null;
    cell.format ??= DATE_FORMAT;
  } else {
    cell.value = isExcelError(value) ? { error: value.code } : value === '' ? null : value;
  }
}

function toCellValue(value: HostValue, format: string): CellValue {
  if (isHostError(value)) return { kind: 'error', code: value.error };
  if (typeof value !== 'number' || !/y/.test(format)) return value;
  const at = new Date((value - 25_569) * 86_400_000);
  return { kind: 'date', year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

function harnessOf(workbook: HostWorkbook, sets: RequirementSets, readOnly = false): ExcelHarness {
  const host = new ExcelHost(workbook, sets);
  host.readOnly = readOnly;
  connectExcel(host);
  const sheet = workbook.activeSheet;
  const person = new Person(sheet);
  const done = async (act: () => void) => {
    act();
    await settled();
  };
  const whole = (row: number) => `${row}:${row}`;
  return {
    host,
    sheet,
    person,
    remote: new Person(sheet, 'Remote'),
    port: new ExcelSheetPort({ abilities: abilitiesOf(host), later: (task) => void setImmediate(task) }),
    edit: (row, column, value) =>
      done(() => {
        put(sheet, row - 1, column, value);
        person.touched(`${columnName(column)}${row}`);
      }),
    read: async (row, column) =>
      toCellValue(sheet.findCell(row - 1, column)?.value ?? null, sheet.format(row - 1, column)),
    numberFormat: async (row, column) => sheet.format(row - 1, column),
    isHidden: async (column) => sheet.columns.get(column)?.hidden === true,
    formula: async (row, column) => sheet.findCell(row - 1, column)?.formula ?? null,
    sort: (first, last, by) => done(() => person.sortRows(first, last, columnName(by))),
    insertRow: (before) => done(() => person.insertRows(before)),
    deleteRow: (row) => done(() => person.deleteRows(row)),
    insertColumn: (before) => done(() => person.insertColumns(columnName(before))),
    deleteColumn: (column) => done(() => person.deleteColumns(columnName(column))),
    cutRow: (from, to) => done(() => person.cutPaste(whole(from), `A${to}`)),
    copyRow: (from, to) => done(() => person.copyPaste(whole(from), `A${to}`)),
    selectRows: async (first, last) => {
      workbook.selection = `B${first}:C${last}`;
      return true;
    },
    protect: async (on) => (on ? person.protect() : person.unprotect()),
    saveAndReopen: async () => harnessOf(await loadXlsx(await saveXlsx(workbook)), sets),
    requests: () => host.records.length,
    async close() {
      await settled();
      if (host.unimplemented.length > 0) throw new Error(`Not emulated: ${host.unimplemented.join(', ')}`);
    },
  };
}

/**
 * Waits until events have gone all the way: the bridge puts each off by one turn of the loop, the port's bursts by another,
 * and a handler that reads cells asks the host in between.
 */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
}
