import type { Workbook } from 'exceljs';
import { listLabels } from '../../rules/codes/list-labels.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import type { LayoutColumn, ListId } from '../../templates/layout.ts';

/** The hidden sheet that dropdowns draw from: a list typed into the validation itself ends at 255 characters. */
const LIST_SHEET = 'Danh mục';

/** Writes one column a list and returns the bounded range of each, for the dropdowns. */
export function writeListSheet(workbook: Workbook, columns: readonly LayoutColumn[]): ReadonlyMap<ListId, string> {
  const ids = [...new Set(columns.flatMap((column) => (column.list === undefined ? [] : [column.list])))];
  const sheet = workbook.addWorksheet(LIST_SHEET, { state: 'hidden' });
  const ranges = new Map<ListId, string>();
  ids.forEach((id, index) => {
    const labels = listLabels(id);
    const letters = columnLetters(index);
    sheet.getCell(1, index + 1).value = columns.find((column) => column.list === id)?.header ?? id;
    labels.forEach((label, row) => {
      sheet.getCell(row + 2, index + 1).value = label;
    });
    sheet.getColumn(index + 1).width = Math.max(12, ...labels.map((label) => label.length + 2));
    ranges.set(id, `'${LIST_SHEET}'!$${letters}$2:$${letters}$${labels.length + 1}`);
  });
  return ranges;
}
