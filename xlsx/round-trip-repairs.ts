import type { DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import { MARK_LOOKS } from '../templates/mark-looks.ts';
import { readValidations, setValidations } from './exceljs-internals.ts';

/** Puts right what exceljs would lose of our own workbooks between loading and writing. */
export function repairRoundTrip(workbook: Workbook): void {
  for (const sheet of workbook.worksheets) {
    joinValidations(sheet);
    restoreMarkFormats(sheet);
  }
}

/** Reading leaves a list over 2,000 cells as 2,000 lists; they become vertical ranges again. */
function joinValidations(sheet: Worksheet): void {
  const byColumn = new Map<string, { row: number; validation: DataValidation }[]>();
  for (const [address, validation] of readValidations(sheet)) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    if (letters === undefined || row === undefined) continue;
    const cells = byColumn.get(letters) ?? [];
    cells.push({ row: Number(row), validation });
    byColumn.set(letters, cells);
  }
  const joined = new Map<string, DataValidation>();
  for (const [letters, cells] of byColumn) {
    cells.sort((a, b) => a.row - b.row);
    for (let start = 0; start < cells.length; ) {
      const first = cells[start]!;
      let end = start;
      // The cells of one range share one object.
      while (cells[end + 1]?.validation === first.validation && cells[end + 1]!.row === cells[end]!.row + 1) end++;
      const range = end === start ? `${letters}${first.row}` : `${letters}${first.row}:${letters}${cells[end]!.row}`;
      joined.set(range, first.validation);
      start = end + 1;
    }
  }
  setValidations(sheet, joined);
}

/** A loaded number format of a conditional format is an object that the writer passes over, with quotes turned to escapes and dropped. */
function restoreMarkFormats(sheet: Worksheet): void {
  for (const { rules } of conditionalFormats(sheet)) {
    for (const rule of rules) {
      const format: unknown = rule.style?.numFmt;
      if (!isLoadedFormat(format)) continue;
      rule.style = { ...rule.style, numFmt: quoteSymbols(format.formatCode) };
    }
  }
}

interface ConditionalFormat {
  readonly rules: { style?: Partial<Style> }[];
}

function conditionalFormats(sheet: Worksheet): readonly ConditionalFormat[] {
  return (sheet as Worksheet & { readonly conditionalFormattings: readonly ConditionalFormat[] })
    .conditionalFormattings;
}

function isLoadedFormat(format: unknown): format is { readonly formatCode: string } {
  return typeof format === 'object' && format !== null && 'formatCode' in format;
}

/** `✖ @` → `"✖ "@`: other programs escape the symbol where we quote it, and the reader drops escapes. */
function quoteSymbols(code: string): string {
  let quoted = code;
  for (const { symbol } of Object.values(MARK_LOOKS)) {
    if (!quoted.includes(`"${symbol} "`)) quoted = quoted.replaceAll(`${symbol} `, `"${symbol} "`);
  }
  return quoted;
}
