import type { BoundColumns, planBinding } from '../../desk/bound-columns.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import { addMarkFormats } from './mark-formats.ts';
import type { OpenSheet } from './open-sheet.ts';
import { writeBlock } from './verified-write.ts';
import { toBlocks, type WriteBlock } from './write-blocks.ts';

/** Points that one character of a template's column width takes in Excel's default font. */
const POINTS_PER_CHARACTER = 5.5;

/** Queues what makes the absent columns: headers, widths, the hiding of the two that are ours alone, and the marks' formats. */
export function makeColumns(
  { sheet, lastRow }: OpenSheet,
  { columns, absent }: ReturnType<typeof planBinding>,
  announce: (block: WriteBlock) => void,
): void {
  const headers = absent.map(({ column, header }) => ({ row: columns.match.headerRow, column, value: header }));
  for (const block of toBlocks(headers)) {
    announce(block);
    writeBlock(sheet, block);
  }
  for (const { column, header, hidden } of absent) {
    const letters = columnLetters(column);
    const range = sheet.getRange(`${letters}:${letters}`).untrack();
    const width = columns.layout.columns.find((candidate) => candidate.header === header)?.width;
    if (hidden) range.columnHidden = true;
    else if (width !== undefined) range.format.columnWidth = width * POINTS_PER_CHARACTER;
  }
  // A marks column that stands already came with its formats, from the template or from an earlier binding.
  if (absent.some(({ column }) => column === columns.marksColumn)) addMarkFormats(sheet, columns, lastRow);
}

/**
 * Queues the marks' formats of columns that were unknown when the sheet was bound before: somebody has said since what they
 * are. Columns that only moved took their formats along, so a column is known by its field and header, not by its place.
 */
export function addMissedFormats({ sheet, lastRow }: OpenSheet, columns: BoundColumns, before: BoundColumns): void {
  const keyOf = ({ headers }: BoundColumns, id: string, column: number) => `${id} ${headers.get(column)}`;
  const formatted = new Set(before.fieldColumns.map(([id, column]) => keyOf(before, id, column)));
  const missed = columns.fieldColumns.filter(([id, column]) => !formatted.has(keyOf(columns, id, column)));
  const wanted = new Set(missed.map(([, column]) => column));
  if (wanted.size > 0) addMarkFormats(sheet, columns, lastRow, (column) => wanted.has(column));
}
