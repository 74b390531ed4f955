import type { BoundColumns } from '../../desk/bound-columns.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import {
  blankMarkFormula,
  MARK_LOOKS,
  markedColumns,
  markFormula,
  shownMarks,
  showsOnBlank,
  symbolFormat,
} from '../../templates/mark-looks.ts';
import { areaAddress } from './a1-address.ts';

/** Rows below the last one in use that get the formats too, so that a list can still grow. */
const SPARE_ROWS = 2000;

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/**
 * Makes the conditional formats by which marks show, on a sheet that has none of ours: for each column and mark a fill and a
 * symbol before the value, and a frame for a marked blank cell, which has no value to put a symbol before.
 * @param isWanted 0-based columns to leave out answer false; default: none is
 */
export function addMarkFormats(
  sheet: Excel.Worksheet,
  columns: BoundColumns,
  lastRow: number,
  isWanted: (column: number) => boolean = () => true,
): void {
  const marksColumn = columnLetters(columns.marksColumn);
  const { layout, match } = columns;
  const { firstDataRow } = match;
  const marked = [...columns.fieldColumns, ...columns.results].filter(([, column]) => isWanted(column));
  for (const at of markedColumns(layout, marked)) {
    const last = Math.max(firstDataRow, lastRow) + SPARE_ROWS;
    const formats = sheet.getRange(areaAddress(firstDataRow, last, at.column, at.column)).untrack().conditionalFormats;
    for (const mark of shownMarks(at.id)) {
      const marked = markFormula(at, mark, marksColumn, firstDataRow);
      const { custom } = formats.add('Custom');
      custom.rule.formula = `=${marked}`;
      custom.format.fill.color = MARK_LOOKS[mark].fill;
      custom.format.font.color = MARK_LOOKS[mark].ink;
      custom.format.numberFormat = symbolFormat(at.id, mark);
      if (showsOnBlank(at.id, mark)) {
        const blank = formats.add('Custom').custom;
        blank.rule.formula = `=${blankMarkFormula(marked, at, firstDataRow)}`;
        for (const edge of EDGES) {
          const border = blank.format.borders.getItem(edge);
          border.style = 'Continuous';
          border.color = MARK_LOOKS[mark].ink;
        }
      }
    }
  }
}
