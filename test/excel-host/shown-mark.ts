import { columnIndex, type Rect } from './address.ts';
import { shownValue } from './cell-entry.ts';
import type { HostConditionalFormat, HostSheet } from './sheet.ts';

/** How a cell looks through its conditional formats. */
export interface ShownMark {
  readonly fill: string | undefined;
  readonly numberFormat: string | undefined;
}

const MID = /^MID\(\$([A-Z]+)(\d+),(\d+),1\)="(.)"$/;
const BLANK = /^AND\((MID\(.*\)=".")\s*,LEN\(\$([A-Z]+)(\d+)\)=0\)$/;

/**
 * What a person sees of our marks in a cell (1-based row, column letters): the formats whose condition holds, worked out from
 * the stored conditions themselves. Only the two forms of condition that marks are made of are understood; others (lines
 * round filled rows) say nothing of marks and are passed over.
 */
export function findShownMark(sheet: HostSheet, column: string, row: number): ShownMark | undefined {
  const at = { row: row - 1, column: columnIndex(column) };
  const holding = [...sheet.conditionalFormats]
    .sort((a, b) => a.priority - b.priority)
    .filter((format) => {
      const rect = format.rects.find((one) => contains(one, at));
      return rect !== undefined && holds(sheet, format, rect, at.row);
    });
  if (holding.length === 0) return undefined;
  return {
    fill: holding.find((format) => format.fill !== undefined)?.fill,
    numberFormat: holding.find((format) => format.numberFormat !== undefined)?.numberFormat,
  };
}

function contains(rect: Rect, at: { readonly row: number; readonly column: number }): boolean {
  return at.row >= rect.top && at.row <= rect.bottom && at.column >= rect.left && at.column <= rect.right;
}

/** Conditions are written for the first row of their range and hold for the others relative to it. */
function holds(sheet: HostSheet, format: HostConditionalFormat, rect: Rect, row: number): boolean {
  const condition = format.formula.replace(/^=/, '');
  const text = (letters: string, writtenRow: number) => {
    const value = sheet.findCell(writtenRow - 1 + row - rect.top, columnIndex(letters))?.value ?? null;
    return String(shownValue(value));
  };
  const blank = BLANK.exec(condition);
  if (blank && text(String(blank[2]), Number(blank[3])) !== '') return false;
  const mid = MID.exec(blank?.[1] ?? condition);
  if (!mid) return false;
  return text(String(mid[1]), Number(mid[2])).charAt(Number(mid[3]) - 1) === mid[4];
}
