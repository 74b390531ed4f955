import { type CellValue, cellText } from '../rules/cell.ts';

const LEAD = 'Mã đơn vị: ';
const LINE = /\bMã đơn vị: ([0-9A-Za-z-]{1,40})\s*$/u;

/** The line of a template's heading that names school year and unit. */
export function unitLine(schoolYear: string, unit: string): string {
  return `Năm học ${schoolYear} · ${LEAD}${unit}`;
}

/** The unit that a sheet's heading names; undefined when there is no such line above the header. */
export function findUnitLine(above: readonly (readonly CellValue[])[]): string | undefined {
  for (const row of above) {
    for (const cell of row) {
      const [, unit] = LINE.exec(cellText(cell).normalize('NFC')) ?? [];
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
