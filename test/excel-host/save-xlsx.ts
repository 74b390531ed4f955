import ExcelJS from 'exceljs';
import { rectAddress } from './address.ts';
import { isHostError } from './cell-entry.ts';
import type { HostCell, HostConditionalFormat, HostSheet } from './sheet.ts';
import type { HostWorkbook } from './workbook.ts';

/** Saves the emulated workbook as an .xlsx: values, formats, hidden columns, conditional formats, and what was carried along. */
export async function saveXlsx(workbook: HostWorkbook): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  for (const sheet of workbook.sheets) saveSheet(file, sheet);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

const STATE = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

function saveSheet(file: ExcelJS.Workbook, sheet: HostSheet): void {
  const from = sheet.origin as ExcelJS.Worksheet | undefined;
  const to = file.addWorksheet(sheet.name, {
    state: STATE[sheet.visibility],
    ...(from ? { views: from.views, pageSetup: from.pageSetup, headerFooter: from.headerFooter } : {}),
  });
  for (const [index, column] of sheet.columns) {
    const target = to.getColumn(index + 1);
    if (column.style) target.style = column.style as Partial<ExcelJS.Style>;
    if (column.width !== undefined) target.width = column.width;
    if (column.hidden) target.hidden = true;
    if (column.format !== undefined) target.numFmt = column.format;
  }
  sheet.rows.forEach((row, down) => {
    row?.cells.forEach((cell, right) => {
      if (cell) saveCell(to.getCell(down + 1, right + 1), cell, sheet.format(down, right));
    });
    if (row?.height) to.getRow(down + 1).height = row.height;
  });
  for (const rect of sheet.merged) to.mergeCells(rectAddress(rect));
  for (const format of sheet.conditionalFormats) saveFormat(to, format);
  const validations = (from as unknown as { dataValidations?: { model: unknown } } | undefined)?.dataValidations;
  if (validations) (to as unknown as { dataValidations: { model: unknown } }).dataValidations.model = validations.model;
}

function saveCell(to: ExcelJS.Cell, cell: HostCell, format: string): void {
  const { style, note } = (cell.style ?? {}) as { style?: Partial<ExcelJS.Style>; note?: string | ExcelJS.Comment };
  if (style) to.style = style;
  if (format !== 'General') to.numFmt = format;
  else if (to.numFmt) to.numFmt = 'General';
  if (cell.fill) to.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${cell.fill.slice(1)}` } };
  const value = isHostError(cell.value) ? ({ error: cell.value.error } as ExcelJS.CellErrorValue) : cell.value;
  to.value =
    cell.formula === undefined ? value : ({ formula: cell.formula.slice(1), result: value } as ExcelJS.CellValue);
  if (note) to.note = note;
}

function saveFormat(to: ExcelJS.Worksheet, format: HostConditionalFormat): void {
  const style: Partial<ExcelJS.Style> = {
    ...(format.style as Partial<ExcelJS.Style> | undefined),
    ...(format.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${format.fill.slice(1)}` } } }),
    ...(format.font === undefined ? {} : { font: { color: { argb: `FF${format.font.slice(1)}` } } }),
    ...(format.numberFormat === undefined ? {} : { numFmt: format.numberFormat }),
  };
  to.addConditionalFormatting({
    ref: format.rects.map(rectAddress).join(' '),
    rules: [{ type: 'expression', formulae: [format.formula.slice(1)], style, priority: 0 }],
  });
}
