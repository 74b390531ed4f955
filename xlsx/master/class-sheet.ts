import type { Workbook } from 'exceljs';
import { slot } from '../press/stencil.ts';

const CLASS_SHEET = 'Lớp';
/** More classes than the largest school has. */
const MOST_CLASSES = 200;

/** Writes the hidden sheet of the school's classes, which every print fills anew. Returns the source of a class's dropdown. */
export function writeClassSheet(workbook: Workbook): string {
  const sheet = workbook.addWorksheet(CLASS_SHEET, { state: 'hidden' });
  sheet.getCell(1, 1).value = slot('classes');
  const first = `'${CLASS_SHEET}'!$A$1`;
  // At least one cell, for a school whose classes are not known: a range of no height is an error.
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${first}:$A$${MOST_CLASSES})),1)`;
}
