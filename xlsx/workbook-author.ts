import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import { type CellValue, cellText } from '../rules/cell.ts';
import type { FieldId } from '../rules/field.ts';
import type { RawRow } from '../rules/record.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { type ColumnId, type Layout, type LayoutColumn, RESULT_COLUMNS } from '../templates/layout.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../templates/sheet-match.ts';
import type { WorkbookIdentity } from '../templates/workbook-identity.ts';
import { addValidation } from './exceljs-internals.ts';
import { writeIdentitySheet } from './identity-sheet.ts';
import { writeListSheet } from './list-sheet.ts';
import { BODY_FONT, HEADER_FILL, HEADER_FONT, LINE_COLOUR, REQUIRED_HEADER_FONT, RESULT_HEADER_FILL } from './look.ts';
import { markRules } from './mark-formats.ts';
import { fitRowHeight } from './row-height.ts';
import { TEMPLATE_HEADER_ROW, writeTitleBlock } from './title-block.ts';

export interface TemplateWorkbookOptions {
  readonly layout: Layout;
  readonly identity: WorkbookIdentity;
  /** The body above the unit, on the first line, e.g. `UBND XÃ TÂN THỬ`; '' where there is none. */
  readonly unitHeading: string;
  /** Rows that are known already, with the ids they keep. */
  readonly rows?: readonly TemplateRow[];
  /** Data rows that get dropdowns and mark formats. Bounded: a validation over a whole column makes every reader slow. */
  readonly capacity?: number;
  /** Columns that are off unless asked for. */
  readonly optionalColumns?: readonly FieldId[];
}

export interface TemplateRow {
  readonly rowId: string;
  readonly values: RawRow;
}

/** More than any school's list: the largest has about 5,000 pupils and hands them in by grade or class. */
const DEFAULT_CAPACITY = 2000;
/** Rows beyond those given, so that a full list can still grow. */
const SPARE_ROWS = 500;
const FIRST_DATA_ROW = TEMPLATE_HEADER_ROW + 1;
const HEADER_HEIGHT = 44;
/** Numbers and dates are read as one word: breaking them over two lines invites mistakes. */
const UNBROKEN: readonly ColumnId[] = ['ordinal', 'ministryId', 'staffId', 'birthDate', 'sex', 'citizenId', 'passport'];

/**
 * Writes a workbook of a template for one unit: title, header, text formats, dropdowns, help, frozen panes, print set-up,
 * identity, and the hidden row-id and marks columns. It also helps where the add-in cannot run: every dropdown and every
 * text format is Excel's own.
 */
export async function writeTemplateWorkbook(options: TemplateWorkbookOptions): Promise<Uint8Array> {
  const { layout, identity, rows = [] } = options;
  const optional = new Set<ColumnId>(options.optionalColumns ?? []);
  const columns = layout.columns.filter((column) => column.presence !== 'optional' || optional.has(column.id));
  const capacity = Math.max(options.capacity ?? DEFAULT_CAPACITY, rows.length === 0 ? 1 : rows.length + SPARE_ROWS);
  const lastRow = TEMPLATE_HEADER_ROW + capacity;

  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Sổ Sạch';
  workbook.created = new Date(identity.issuedAt);
  workbook.modified = workbook.created;

  const frozen = columns.findIndex((column) => column.id === layout.frozenThrough) + 1;
  const sheet = workbook.addWorksheet(layout.sheetName, {
    views: [
      {
        state: 'frozen',
        xSplit: frozen,
        ySplit: TEMPLATE_HEADER_ROW,
        activeCell: `${columnLetters(frozen)}${FIRST_DATA_ROW}`,
      },
    ],
  });
  const lists = writeListSheet(workbook, columns);
  writeIdentitySheet(workbook, identity);

  formatColumns(sheet, columns);
  writeTitleBlock(sheet, { layout, identity, unitHeading: options.unitHeading, rightColumn: frozen + 2 });
  writeHeader(sheet, columns);
  addDropdowns(sheet, columns, lists, lastRow);
  addMarkFormats(sheet, layout, columns, lastRow);
  writeRows(sheet, columns, rows);
  setUpPrint(sheet, identity);
  return toBytes(workbook);
}

async function toBytes(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Formats stand on the columns, not on 2,000 empty cells each: the file stays small and a row beyond the capacity is text too. */
function formatColumns(sheet: Worksheet, columns: readonly LayoutColumn[]): void {
  columns.forEach((layoutColumn, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = layoutColumn.width;
    column.numFmt = layoutColumn.format === 'integer' ? '0' : '@';
    column.font = BODY_FONT;
    column.alignment = {
      vertical: 'middle',
      horizontal: layoutColumn.format === 'integer' ? 'center' : 'left',
      wrapText: !UNBROKEN.includes(layoutColumn.id),
    };
  });
  for (const index of [columns.length + 1, columns.length + 2]) {
    const column = sheet.getColumn(index);
    column.numFmt = '@';
    column.hidden = true;
  }
}

function writeHeader(sheet: Worksheet, columns: readonly LayoutColumn[]): void {
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(TEMPLATE_HEADER_ROW, index + 1);
    cell.value = column.required ? `${column.header} (*)` : column.header;
    cell.font = column.required ? REQUIRED_HEADER_FONT : HEADER_FONT;
    cell.fill = isResult(column) ? RESULT_HEADER_FILL : HEADER_FILL;
    cell.border = { top: edge, bottom: edge, left: edge, right: edge };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.note = { texts: [{ font: { size: 9, name: 'Tahoma' }, text: column.help.vi }] };
  });
  sheet.getCell(TEMPLATE_HEADER_ROW, columns.length + 1).value = ROW_ID_HEADER;
  sheet.getCell(TEMPLATE_HEADER_ROW, columns.length + 2).value = MARKS_HEADER;
  sheet.getRow(TEMPLATE_HEADER_ROW).height = HEADER_HEIGHT;
}

function addDropdowns(
  sheet: Worksheet,
  columns: readonly LayoutColumn[],
  lists: ReadonlyMap<string, string>,
  lastRow: number,
): void {
  columns.forEach((column, index) => {
    const range = column.list && lists.get(column.list);
    if (range === undefined) return;
    const letters = columnLetters(index);
    addValidation(sheet, `${letters}${FIRST_DATA_ROW}:${letters}${lastRow}`, {
      type: 'list',
      formulae: [range],
      allowBlank: true,
      // An address from before 1/7/2025 names a province that is not in today's list: the rules judge it, not the dropdown.
      showErrorMessage: column.list !== 'province',
      errorStyle: 'warning',
      errorTitle: column.header,
      error: 'Giá trị này không có trong danh mục. Vẫn giữ?',
    });
  });
}

function addMarkFormats(sheet: Worksheet, layout: Layout, columns: readonly LayoutColumn[], lastRow: number): void {
  const marks = columnLetters(columns.length + 1);
  columns.forEach((column, index) => {
    const letters = columnLetters(index);
    const rules = markRules(layout, column.id, letters, marks, FIRST_DATA_ROW);
    if (rules.length === 0) return;
    sheet.addConditionalFormatting({ ref: `${letters}${FIRST_DATA_ROW}:${letters}${lastRow}`, rules: [...rules] });
  });
  // Lines around filled rows only, so that a print of 30 pupils is not followed by pages of empty lattice.
  const last = columnLetters(columns.length - 1);
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  sheet.addConditionalFormatting({
    ref: `A${FIRST_DATA_ROW}:${last}${lastRow}`,
    rules: [
      {
        type: 'expression',
        formulae: [`COUNTA($A${FIRST_DATA_ROW}:$${last}${FIRST_DATA_ROW})>0`],
        style: { border: { top: edge, bottom: edge, left: edge, right: edge } },
        priority: 0,
      },
    ],
  });
}

function writeRows(sheet: Worksheet, columns: readonly LayoutColumn[], rows: readonly TemplateRow[]): void {
  const widths = columns.map((column) => column.width);
  rows.forEach((row, down) => {
    const at = FIRST_DATA_ROW + down;
    columns.forEach((column, index) => {
      if (isResult(column)) return;
      const value = asWritten(column, row.values[column.id as FieldId] ?? null);
      if (value !== null) sheet.getCell(at, index + 1).value = value;
    });
    sheet.getCell(at, columns.length + 1).value = row.rowId;
    fitRowHeight(sheet.getRow(at), widths);
  });
}

/** Everything but the running number is written as text, formula-like texts too: a string cell is never computed. */
function asWritten(column: LayoutColumn, value: CellValue): string | number | null {
  if (typeof value === 'number' && column.format === 'integer') return value;
  const text = cellText(value);
  return text === '' ? null : text;
}

function setUpPrint(sheet: Worksheet, identity: WorkbookIdentity): void {
  const inch = 1 / 2.54;
  sheet.pageSetup = {
    paperSize: 9, // A4
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${TEMPLATE_HEADER_ROW}:${TEMPLATE_HEADER_ROW}`,
    horizontalCentered: true,
    margins: { left: inch, right: inch, top: 1.5 * inch, bottom: 1.5 * inch, header: 0.7 * inch, footer: 0.7 * inch },
  };
  // `&` begins a code in footers; doubled it is itself.
  const unit = (identity.unitName || identity.unit).replaceAll('&', '&&');
  sheet.headerFooter.oddFooter = `&L&9${unit}&C&9Trang &P/&N`;
}

function isResult(column: LayoutColumn): boolean {
  return (RESULT_COLUMNS as readonly ColumnId[]).includes(column.id);
}
