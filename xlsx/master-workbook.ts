import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { FieldId } from '../rules/field.ts';
import { columnLetters } from '../templates/column-letters.ts';
import { type ColumnId, type Layout, type LayoutColumn, RESULT_COLUMNS } from '../templates/layout.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../templates/sheet-match.ts';
import { IDENTITY_KEYS } from '../templates/workbook-identity.ts';
import { addValidation } from './exceljs-internals.ts';
import { writeIdentitySheet } from './identity-sheet.ts';
import { writeListSheet } from './list-sheet.ts';
import { BODY_FONT, HEADER_FILL, HEADER_FONT, LINE_COLOUR, REQUIRED_HEADER_FONT, RESULT_HEADER_FILL } from './look.ts';
import { markRules } from './mark-formats.ts';
import { slot } from './press/stencil.ts';
import { TEMPLATE_HEADER_ROW, writeTitleBlock } from './title-block.ts';

export interface MasterOptions {
  readonly layout: Layout;
  /** Data rows that get dropdowns and mark formats. Bounded: a validation over a whole column makes every reader slow. */
  readonly capacity: number;
  /** Columns that are off unless asked for. */
  readonly optionalColumns: readonly FieldId[];
}

const FIRST_DATA_ROW = TEMPLATE_HEADER_ROW + 1;
const HEADER_HEIGHT = 44;
/** Numbers and dates are read as one word: breaking them over two lines invites mistakes. */
export const UNBROKEN: readonly ColumnId[] = [
  'ordinal',
  'ministryId',
  'staffId',
  'birthDate',
  'sex',
  'citizenId',
  'passport',
];

/** The columns that a master has, in their order. */
export function masterColumns({ layout, optionalColumns }: MasterOptions): readonly LayoutColumn[] {
  const optional = new Set<ColumnId>(optionalColumns);
  return layout.columns.filter((column) => column.presence !== 'optional' || optional.has(column.id));
}

/**
 * Writes what all workbooks of a template have in common: title, header, text formats, dropdowns, help, frozen panes, print
 * set-up, identity, and the hidden row-id and marks columns, with a `slot` wherever they differ. It also helps where the add-in
 * cannot run: every dropdown and every text format is Excel's own.
 */
export async function writeMaster(options: MasterOptions): Promise<Uint8Array> {
  const { layout, capacity } = options;
  const columns = masterColumns(options);
  const lastRow = TEMPLATE_HEADER_ROW + capacity;

  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Sổ Sạch';

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
  writeIdentitySheet(
    workbook,
    IDENTITY_KEYS.map((key) => [key, slot(key)] as const),
  );

  formatColumns(sheet, columns);
  writeTitleBlock(sheet, layout, frozen + 2);
  writeHeader(sheet, columns);
  addDropdowns(sheet, columns, lists, lastRow);
  addMarkFormats(sheet, layout, columns, lastRow);
  setUpPrint(sheet);
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

function setUpPrint(sheet: Worksheet): void {
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
  sheet.headerFooter.oddFooter = `&L&9${slot('footer')}&C&9Trang &P/&N`;
}

function isResult(column: LayoutColumn): boolean {
  return (RESULT_COLUMNS as readonly ColumnId[]).includes(column.id);
}
