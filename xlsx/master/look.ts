import type { Fill, Font } from 'exceljs';

/** Colours and fonts of the workbooks we make, in one place. Every text on its fill has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const FONT_NAME = 'Calibri';

export const BODY_FONT: Partial<Font> = { name: FONT_NAME, size: 11 };
export const HEADER_FONT: Partial<Font> = { name: FONT_NAME, size: 10, bold: false, color: { argb: 'FF1F2937' } };
export const REQUIRED_HEADER_FONT: Partial<Font> = { ...HEADER_FONT, bold: true };
export const HEADER_FILL: Fill = solid('FFE5EAF2');
/** Our own three columns: read, not typed into. */
export const RESULT_HEADER_FILL: Fill = solid('FFE3EFE6');
export const LINE_COLOUR = { argb: 'FF9CA3AF' };

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
