import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { FieldId } from '../../rules/field.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { type ColumnId, isWritten, type Layout, type LayoutColumn, RESULT_COLUMNS } from '../../templates/layout.ts';
import { markedColumns } from '../../templates/mark-looks.ts';
import { MARKS_HEADER, ROW_ID_HEADER } from '../../templates/sheet-match.ts';
import { IDENTITY_KEYS } from '../../templates/workbook-identity.ts';
import { slot } from '../press/stencil.ts';
import { writeClassSheet } from './class-sheet.ts';
import { writeGuideSheet } from './guide-sheet.ts';
import { writeIdentitySheet } from './identity-sheet.ts';
import { writeListSheet } from './list-sheet.ts';
import { BODY_FONT, HEADER_FILL, HEADER_FONT, LINE_COLOUR, REQUIRED_HEADER_FONT, RESULT_HEADER_FILL } from './look.ts';
import { markRules } from './mark-formats.ts';
import { addNativeChecks, guardHeader, type Rows } from './native-checks.ts';
import { nativeFaultRules } from './native-faults.ts';
import { writePlaceSheet } from './place-sheet.ts';
import { TITLE_ROWS, templateHeaderRow, writeTitleBlock } from './title-block.ts';

export interface MasterOptions {
  readonly layout: Layout;
  /** Data rows that get dropdowns and mark formats. Bounded: a validation over a whole column makes every reader slow. */
  readonly capacity: number;
  /** Columns that are off unless asked for. */
  readonly optionalColumns: readonly FieldId[];
}

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
  return layout.columns.filter((column) => isWritten(column, optional));
}

/**
 * Writes what all workbooks of a template have in common: title, header, text formats, dropdowns, help, frozen panes, print
 * set-up, identity, and the hidden row-id and marks columns, with a `slot` wherever they differ. It also helps where the add-in
 * cannot run: every dropdown and every text format is Excel's own.
 */
export async function writeMaster(options: MasterOptions): Promise<Uint8Array> {
  const { layout, capacity } = options;
  const columns = masterColumns(options);
  const headerRow = templateHeaderRow(layout);
  const rows = { first: headerRow + 1, last: headerRow + capacity };

  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Sổ Sạch';
  workbook.lastModifiedBy = 'Sổ Sạch';

  const frozen = columns.findIndex((column) => column.id === layout.frozenThrough) + 1;
  const sheet = workbook.addWorksheet(layout.sheetName, {
    views: [
      {
        state: 'frozen',
        xSplit: frozen,
        ySplit: headerRow,
        activeCell: `${columnLetters(frozen)}${rows.first}`,
      },
    ],
  });
  writeGuideSheet(workbook, layout);
  const has = (id: ColumnId) => columns.some((column) => column.id === id);
  const dropdowns = {
    lists: writeListSheet(workbook, columns),
    classes: has('className') ? writeClassSheet(workbook) : '',
    wardsOf: has('ward') ? writePlaceSheet(workbook) : () => '',
  };
  writeIdentitySheet(
    workbook,
    IDENTITY_KEYS.map((key) => [key, slot(key)] as const),
  );

  formatColumns(sheet, columns);
  writeTitleBlock(sheet, layout, frozen + 2);
  writeGroups(sheet, columns, headerRow);
  writeHeader(sheet, columns, headerRow);
  guardHeader(sheet, columns.length, TITLE_ROWS + 1, headerRow);
  addNativeChecks(sheet, columns, dropdowns, rows);
  addMarkFormats(sheet, layout, columns, rows);
  setUpPrint(sheet, columns, headerRow);
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

/**
 * The texts over grouped columns. They run over the blank cells beside them and are not merged: merged cells break sorting,
 * pasting and the selection of a column.
 */
function writeGroups(sheet: Worksheet, columns: readonly LayoutColumn[], headerRow: number): void {
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  for (let row = TITLE_ROWS + 1; row < headerRow; row++) {
    const depth = row - TITLE_ROWS - 1;
    // A grade stands over each of its terms anew: over forty-eight columns it would be seen on one screen in three.
    const path = (column: LayoutColumn | undefined) => column?.groups?.join();
    columns.forEach((column, index) => {
      const cell = sheet.getCell(row, index + 1);
      const begins = path(columns[index - 1]) !== path(column);
      const ends = path(columns[index + 1]) !== path(column);
      const grouped = column.groups !== undefined;
      if (grouped && begins) cell.value = column.groups?.[depth] ?? null;
      cell.font = REQUIRED_HEADER_FONT;
      cell.fill = isResult(column) ? RESULT_HEADER_FILL : HEADER_FILL;
      // From the left: centred over seventeen columns it would stand on the next page, or beyond the screen.
      cell.alignment = { horizontal: 'left', indent: 1, vertical: 'middle' };
      cell.border = {
        top: depth === 0 || grouped ? edge : undefined,
        left: begins || !grouped ? edge : undefined,
        right: ends || !grouped ? edge : undefined,
      };
    });
  }
}

function writeHeader(sheet: Worksheet, columns: readonly LayoutColumn[], headerRow: number): void {
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = column.required ? `${column.header} (*)` : column.header;
    cell.font = column.required ? REQUIRED_HEADER_FONT : HEADER_FONT;
    cell.fill = isResult(column) ? RESULT_HEADER_FILL : HEADER_FILL;
    cell.border = { top: edge, bottom: edge, left: edge, right: edge };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.note = { texts: [{ font: { size: 9, name: 'Tahoma' }, text: column.help.vi }] };
  });
  sheet.getCell(headerRow, columns.length + 1).value = ROW_ID_HEADER;
  sheet.getCell(headerRow, columns.length + 2).value = MARKS_HEADER;
  sheet.getRow(headerRow).height = HEADER_HEIGHT;
}

function addMarkFormats(sheet: Worksheet, layout: Layout, columns: readonly LayoutColumn[], rows: Rows): void {
  const marks = columnLetters(columns.length + 1);
  for (const at of markedColumns(
    layout,
    columns.map(({ id }, index) => [id, index] as const),
  )) {
    const letters = columnLetters(at.column);
    const ref = `${letters}${rows.first}:${letters}${rows.last}`;
    const faults = at.id === 'citizenId' ? nativeFaultRules(columns, marks, rows) : [];
    sheet.addConditionalFormatting({ ref, rules: [...markRules(at, marks, rows.first), ...faults] });
  }
  // Lines around filled rows only, so that a print of 30 pupils is not followed by pages of empty lattice.
  const last = columnLetters(columns.length - 1);
  const edge = { style: 'thin', color: LINE_COLOUR } as const;
  sheet.addConditionalFormatting({
    ref: `A${rows.first}:${last}${rows.last}`,
    rules: [
      {
        type: 'expression',
        formulae: [`COUNTA($A${rows.first}:$${last}${rows.first})>0`],
        style: { border: { top: edge, bottom: edge, left: edge, right: edge } },
        priority: 0,
      },
    ],
  });
}

/** A4 landscape: as wide as the list, or for grouped columns a page a group with the names on each. */
function setUpPrint(sheet: Worksheet, columns: readonly LayoutColumn[], headerRow: number): void {
  const inch = 1 / 2.54;
  const groups = new Set(columns.flatMap(({ groups }) => (groups ? [groups.join()] : []))).size;
  const named = columnLetters(columns.findIndex((column) => column.id === 'fullName'));
  sheet.pageSetup = {
    paperSize: 9, // A4
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1 + groups,
    fitToHeight: 0,
    printTitlesRow: `${TITLE_ROWS + 1}:${headerRow}`,
    ...(groups > 0 ? { printTitlesColumn: `A:${named}` } : {}),
    horizontalCentered: true,
    margins: { left: inch, right: inch, top: 1.5 * inch, bottom: 1.5 * inch, header: 0.7 * inch, footer: 0.7 * inch },
  };
  sheet.headerFooter.oddFooter = `&L&9${slot('footer')}&C&9Trang &P/&N`;
}

function isResult(column: LayoutColumn): boolean {
  return (RESULT_COLUMNS as readonly ColumnId[]).includes(column.id);
}
