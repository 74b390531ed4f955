import type { BoundColumns } from '../desk/bound-columns.ts';
import { columnLetters } from '../templates/column-letters.ts';
import type { ColumnId } from '../templates/layout.ts';
import {
  blankMarkFormula,
  MARK_LOOKS,
  type MarkLook,
  markedColumns,
  markFormula,
  shownMarks,
  showsOnBlank,
  symbolFormat,
} from '../templates/mark-looks.ts';
import { escapeXml } from './package/escape-xml.ts';
import type { StyleBook } from './sheet-xml/style-book.ts';

/** Behind whatever rules the workbook has: they are numbered from 1 and must not share a number. */
const FIRST_PRIORITY = 100_000;
/** Number formats of conditional formats have numbers of their own, above those of cells. */
const FIRST_FORMAT_ID = 9000;

/**
 * The mark formats of a workbook we did not make, as elements of its sheet: each column over its own character of the marks text,
 * as `markRules` gives to workbooks we do make.
 */
export function markFormatParts(columns: BoundColumns, lastRow: number, styles: StyleBook): string {
  const { namespace } = styles;
  const { layout, match } = columns;
  const firstRow = match.firstDataRow;
  const marks = columnLetters(columns.marksColumn);
  let priority = FIRST_PRIORITY;
  let formatId = FIRST_FORMAT_ID;
  const rule = (formula: string, look: string) =>
    `<cfRule type="expression" dxfId="${styles.addDxf(look)}" priority="${priority++}"><formula>${escapeXml(formula)}</formula></cfRule>`;
  return markedColumns(layout, [...columns.fieldColumns, ...columns.results])
    .map((at) => {
      const rules = shownMarks(at.id).map((mark) => {
        const marked = markFormula(at, mark, marks, firstRow);
        // The frame of a blank cell comes first: of two rules that both hold, the lower priority number wins.
        const blank = showsOnBlank(at.id, mark)
          ? rule(blankMarkFormula(marked, at, firstRow), blankLook(MARK_LOOKS[mark]))
          : '';
        return blank + rule(marked, filledLook(at.id, mark, formatId++));
      });
      const letters = columnLetters(at.column);
      const area = `${letters}${firstRow}:${letters}${lastRow}`;
      return `<conditionalFormatting xmlns="${namespace}" sqref="${area}">${rules.join('')}</conditionalFormatting>`;
    })
    .join('');
}

function filledLook(id: ColumnId, mark: keyof typeof MARK_LOOKS, formatId: number): string {
  const { fill, ink } = MARK_LOOKS[mark];
  const format = escapeXml(symbolFormat(id, mark));
  return `<font><color rgb="${argb(ink)}"/></font><numFmt numFmtId="${formatId}" formatCode="${format}"/><fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
}

function blankLook({ fill, ink }: MarkLook): string {
  const edges = ['left', 'right', 'top', 'bottom'].map(
    (edge) => `<${edge} style="thin"><color rgb="${argb(ink)}"/></${edge}>`,
  );
  return `<fill><patternFill patternType="lightUp"><fgColor rgb="${argb(ink)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill><border>${edges.join('')}</border>`;
}

function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
