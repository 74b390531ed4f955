import type { Worksheet } from 'exceljs';
import { groupRows, type Layout } from '../../templates/layout.ts';
import { MARK_LOOKS, MARK_WORDS } from '../../templates/mark-looks.ts';
import { slot } from '../press/stencil.ts';
import { FONT_NAME } from './look.ts';

/** Five rows of title stay small enough to be frozen with the header on a 768-pixel screen. */
export const TITLE_ROWS = 5;

/** 1-based row of the (lowest) header row of a template. */
export function templateHeaderRow(layout: Layout): number {
  return TITLE_ROWS + 1 + groupRows(layout);
}

/**
 * The heading of an administrative document (Decree 30/2020/NĐ-CP, annex I): the body and the unit on the left, the national
 * title and motto on the right. No cells are merged: a merged title breaks sorting and pasting below it.
 * @param rightColumn 0-based column that the right-hand heading is centred on
 */
export function writeTitleBlock(sheet: Worksheet, layout: Layout, rightColumn: number): void {
  const right = rightColumn + 1;
  put(sheet, 1, 1, slot('heading'), { bold: false, size: 11 });
  put(sheet, 2, 1, slot('unitTitle'), { bold: true, size: 11 });
  put(sheet, 1, right, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 11, centred: true });
  put(sheet, 2, right, 'Độc lập - Tự do - Hạnh phúc', { bold: true, size: 11, centred: true, underlined: true });
  put(sheet, 3, 1, layout.title.vi, { bold: true, size: 14 });
  put(sheet, 4, 1, slot('yearLine'), { bold: false, size: 11 });
  const legend = (Object.keys(MARK_WORDS) as (keyof typeof MARK_WORDS)[])
    .map((mark) => `${MARK_LOOKS[mark].symbol} ${MARK_WORDS[mark]}`)
    .join('   ');
  put(sheet, 5, 1, `(*) Cột bắt buộc   ${legend}`, { bold: false, size: 9 });
  sheet.getRow(3).height = 21;
}

interface PutOptions {
  readonly bold: boolean;
  readonly size: number;
  readonly centred?: boolean;
  readonly underlined?: boolean;
}

function put(sheet: Worksheet, row: number, column: number, text: string, options: PutOptions): void {
  const cell = sheet.getCell(row, column);
  cell.value = text;
  cell.font = { name: FONT_NAME, size: options.size, bold: options.bold, underline: options.underlined === true };
  cell.alignment = { horizontal: options.centred ? 'center' : 'left', vertical: 'middle', wrapText: false };
}

/** First calendar year of the school year of an ISO instant; it turns on 1 August. */
export function schoolYearOf(issuedAt: string): number {
  const year = Number(issuedAt.slice(0, 4));
  return Number(issuedAt.slice(5, 7)) >= 8 ? year : year - 1;
}
