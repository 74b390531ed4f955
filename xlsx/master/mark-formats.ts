import type { Borders, ConditionalFormattingRule, Fill, Style } from 'exceljs';
import {
  blankMarkFormula,
  MARK_LOOKS,
  type MarkedColumn,
  type MarkLook,
  markFormula,
  shownMarks,
  showsOnBlank,
  symbolFormat,
} from '../../templates/mark-looks.ts';

/**
 * The conditional formats of a column over its own character of the marks text. Marks then sort, move and vanish with
 * their row, and the user's own fills stay underneath.
 * @param marksColumn letters of the marks column
 */
export function markRules(
  at: MarkedColumn,
  marksColumn: string,
  firstRow: number,
): readonly ConditionalFormattingRule[] {
  return shownMarks(at.id).flatMap((mark) => {
    const look = MARK_LOOKS[mark];
    const marked = markFormula(at, mark, marksColumn, firstRow);
    const filled = rule(marked, {
      fill: { type: 'pattern', pattern: 'solid', bgColor: argb(look.fill) },
      font: { color: argb(look.ink) },
      numFmt: symbolFormat(at.id, mark),
    });
    return showsOnBlank(at.id, mark)
      ? [rule(blankMarkFormula(marked, at, firstRow), blankStyle(look)), filled]
      : [filled];
  });
}

function rule(formula: string, style: Partial<Style>): ConditionalFormattingRule {
  // Priority 0 lets the writer number the rules in the order they are added.
  return { type: 'expression', formulae: [formula], style, priority: 0 };
}

function blankStyle(look: MarkLook): Partial<Style> {
  const fill: Fill = {
    type: 'pattern',
    pattern: 'lightUp',
    fgColor: argb(look.ink),
    bgColor: argb(look.fill),
  };
  const edge = { style: 'thin', color: argb(look.ink) } as const;
  const border: Partial<Borders> = { top: edge, bottom: edge, left: edge, right: edge };
  return { fill, border };
}

/** exceljs wants an alpha byte before the colour. */
function argb(colour: string): { argb: string } {
  return { argb: `FF${colour.slice(1)}` };
}
