import ExcelJS from 'exceljs';
import { findRect } from './address.ts';
import { findSerial, type HostValue } from './cell-entry.ts';
import type { HostCell, HostConditionalFormat, HostSheet } from './sheet.ts';
import { HostWorkbook, type Visibility } from './workbook.ts';

type Rule = ExcelJS.ConditionalFormattingRule & { readonly formulae?: readonly unknown[] };

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** Opens an .xlsx in the emulated Excel. What is not emulated (print set-up, validations, notes) is carried along for saving. */
export async function loadXlsx(bytes: Uint8Array): Promise<HostWorkbook> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const workbook = new HostWorkbook(...file.worksheets.map((sheet) => sheet.name));
  file.worksheets.forEach((from) => {
    const sheet = workbook.getSheet(from.name);
    sheet.visibility = VISIBILITY[from.state] ?? 'Visible';
    loadSheet(from, sheet);
  });
  const active = workbook.sheets.find((sheet) => sheet.visibility === 'Visible');
  if (active) workbook.activeSheet = active;
  return workbook;
}

function loadSheet(from: ExcelJS.Worksheet, sheet: HostSheet): void {
  sheet.origin = from;
  for (const [index, column] of (from.columns ?? []).entries()) {
    const { width, hidden, numFmt, style } = column as Partial<ExcelJS.Column>;
    const format = numFmt ?? style?.numFmt;
    Object.assign(sheet.column(index), {
      ...(width === undefined ? {} : { width }),
      ...(hidden ? { hidden } : {}),
      ...(format === undefined ? {} : { format }),
      style,
    });
  }
  from.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      if (cell.isMerged && cell.master !== cell) return;
      Object.assign(sheet.cell(rowNumber - 1, columnNumber - 1), loadCell(cell));
    });
    const line = sheet.rows[rowNumber - 1];
    if (line && row.height) line.height = row.height;
  });
  const { merges = [] } = from.model as { merges?: string[] };
  sheet.merged = merges.flatMap((address) => findRect(address) ?? []);
  sheet.protected = Boolean((from as unknown as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet);
  sheet.conditionalFormats = loadFormats(from, sheet);
}

function loadCell(cell: ExcelJS.Cell): HostCell {
  const formula = cell.type === ExcelJS.ValueType.Formula ? cell.formula : undefined;
  const { locked } = cell.protection ?? {};
  return {
    value: toHostValue(formula === undefined ? cell.value : cell.result),
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
    ...(cell.numFmt ? { format: cell.numFmt } : {}),
    ...(locked === false ? { unlocked: true } : {}),
    style: { style: cell.style, note: cell.note },
  };
}

function toHostValue(value: unknown): HostValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) {
    const day = findSerial(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
    return (day ?? 0) + (value.getTime() % 86_400_000) / 86_400_000;
  }
  const { error, richText, text } = value as { error?: string; richText?: { text: string }[]; text?: unknown };
  if (error !== undefined) return { error };
  if (richText) return richText.map((part) => part.text).join('');
  return text === undefined ? null : toHostValue(text);
}

function loadFormats(from: ExcelJS.Worksheet, sheet: HostSheet): HostConditionalFormat[] {
  const { conditionalFormattings = [] } = from as unknown as {
    conditionalFormattings?: { ref: string; rules: Rule[] }[];
  };
  return conditionalFormattings.flatMap(({ ref, rules }) =>
    rules
      .filter((rule) => rule.type === 'expression')
      .map((rule) => {
        const { fill, font, numFmt } = (rule.style ?? {}) as Partial<ExcelJS.Style>;
        // The reader hands a format over as an object, though its types say text.
        const code = (numFmt as unknown as { formatCode?: string } | null | undefined)?.formatCode;
        const argb = fill?.type === 'pattern' ? fill.bgColor?.argb : undefined;
        return {
          id: sheet.workbook.newId('format'),
          rects: ref.split(' ').flatMap((part) => findRect(part) ?? []),
          type: 'Custom',
          formula: `=${String(rule.formulae?.[0] ?? '')}`,
          priority: rule.priority ?? 0,
          ...(argb === undefined ? {} : { fill: `#${argb.slice(2)}` }),
          ...(font?.color?.argb === undefined ? {} : { font: `#${font.color.argb.slice(2)}` }),
          ...(code === undefined ? {} : { numberFormat: code }),
          style: rule.style,
        };
      }),
  );
}
