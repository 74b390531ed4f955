import type { Borders, ConditionalFormattingRule, Fill, Style } from 'exceljs';
import type { ColumnId, Layout } from '../templates/layout.ts';
import { type MARK, type MarkChar, markPosition } from '../templates/marks.ts';

/** How a mark looks: never by colour alone, so a symbol stands before the value (design promise 10). */
interface MarkLook {
  readonly symbol: string;
  readonly fill: string;
  readonly ink: string;
  /** A blank cell shows no symbol: hatching and a frame stand in for it. */
  readonly onBlank?: true;
}

export const MARK_LOOKS = {
  E: { symbol: '✖', fill: 'FFFBD5D5', ink: 'FF8B1A1A', onBlank: true },
  Q: { symbol: '?', fill: 'FFFDF0C2', ink: 'FF6B4E00', onBlank: true },
  N: { symbol: 'ⓘ', fill: 'FFDCEBFA', ink: 'FF1E4976' },
  D: { symbol: '≠', fill: 'FFF9D9BF', ink: 'FF7A3410', onBlank: true },
  V: { symbol: '✔', fill: 'FFD3EFD9', ink: 'FF14532D' },
  W: { symbol: '⏳', fill: 'FFE7E9EE', ink: 'FF414B5A' },
} as const satisfies Record<Exclude<MarkChar, typeof MARK.none>, MarkLook>;

type ShownMark = keyof typeof MARK_LOOKS;

/** The legend of the sheet: what each symbol means. */
export const MARK_WORDS = {
  E: 'Lỗi',
  Q: 'Cần xác nhận',
  N: 'Lưu ý',
  D: 'Khác CSDL dân cư',
  V: 'Đã xác thực',
  W: 'Đang chờ',
} as const satisfies Record<ShownMark, string>;

const ON_FIELDS: readonly ShownMark[] = ['E', 'Q', 'N', 'D'];
const ON_VERDICT: readonly ShownMark[] = ['E', 'Q', 'N', 'D', 'V', 'W'];
const UNMARKED: readonly ColumnId[] = ['ordinal', 'reason', 'nextStep'];

/**
 * The conditional formats of one column over its own character of the marks text. Marks then sort, move and vanish with
 * their row, and the user's own fills stay underneath.
 * @param marksColumn letters of the marks column
 * @param column letters of the column itself
 */
export function markRules(
  layout: Layout,
  id: ColumnId,
  column: string,
  marksColumn: string,
  firstRow: number,
): readonly ConditionalFormattingRule[] {
  if (UNMARKED.includes(id)) return [];
  const shown = id === 'verdict' ? ON_VERDICT : ON_FIELDS;
  return shown.flatMap((mark) => {
    const look: MarkLook = MARK_LOOKS[mark];
    const marked = `MID($${marksColumn}${firstRow},${markPosition(layout, id)},1)="${mark}"`;
    const filled = rule(marked, {
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: look.fill } },
      font: { color: { argb: look.ink } },
      numFmt: symbolFormat(id, look.symbol),
    });
    if (!look.onBlank) return [filled];
    return [rule(`AND(${marked},LEN($${column}${firstRow})=0)`, blankStyle(look)), filled];
  });
}

function rule(formula: string, style: Partial<Style>): ConditionalFormattingRule {
  // Priority 0 lets the writer number the rules in the order they are added.
  return { type: 'expression', formulae: [formula], style, priority: 0 };
}

/**
 * Puts the symbol before whatever the cell shows. Numbers that slipped into a text column keep all their digits. In the date
 * column a small number is a year (1975), a larger one a day serial.
 */
function symbolFormat(id: ColumnId, symbol: string): string {
  const before = `"${symbol} "`;
  if (id === 'birthDate') return `[<3000]${before}0;[>=3000]${before}dd/mm/yyyy;${before}0;${before}@`;
  return `${before}0;${before}-0;${before}0;${before}@`;
}

function blankStyle(look: MarkLook): Partial<Style> {
  const fill: Fill = {
    type: 'pattern',
    pattern: 'lightUp',
    fgColor: { argb: look.ink },
    bgColor: { argb: look.fill },
  };
  const edge = { style: 'thin', color: { argb: look.ink } } as const;
  const border: Partial<Borders> = { top: edge, bottom: edge, left: edge, right: edge };
  return { fill, border };
}
