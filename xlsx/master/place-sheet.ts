import type { Workbook } from 'exceljs';
import { ALL_PLACES } from '../../rules/codes/all-places.ts';
import { findProvince, PROVINCE_LABELS } from '../../rules/codes/provinces.ts';
import { columnLetters } from '../../templates/column-letters.ts';

const PLACE_SHEET = 'Xã phường';

/**
 * Writes the hidden sheet of today's communes, a column a province under its full name.
 * @returns makes the source of a ward's dropdown: the communes of the province in a cell of the same row
 */
export function writePlaceSheet(workbook: Workbook): (provinceCell: string) => string {
  const sheet = workbook.addWorksheet(PLACE_SHEET, { state: 'hidden' });
  let longest = 0;
  PROVINCE_LABELS.forEach((label, index) => {
    const wards = ALL_PLACES.findTable(findProvince(label)?.name ?? label)?.wards ?? [];
    sheet.getCell(1, index + 1).value = label;
    wards.forEach((ward, row) => {
      sheet.getCell(row + 2, index + 1).value = ward.name;
    });
    longest = Math.max(longest, wards.length);
  });
  const last = columnLetters(PROVINCE_LABELS.length - 1);
  const names = `'${PLACE_SHEET}'!$A$1:$${last}$1`;
  const first = `'${PLACE_SHEET}'!$A$2`;
  return (provinceCell) => {
    const column = `MATCH(${provinceCell},${names},0)-1`;
    return `OFFSET(${first},0,${column},COUNTA(OFFSET(${first},0,${column},${longest},1)),1)`;
  };
}
