import { isScoreField } from '../rules/score-field.ts';
import { columnLetters } from './column-letters.ts';
import { type ColumnId, type Layout, RESULT_COLUMNS } from './layout.ts';
import { type MARK, type MarkChar, markPosition } from './marks.ts';

export type ShownMark = Exclude<MarkChar, typeof MARK.none>;

/** How a mark looks: never by colour alone, so a symbol stands before the value (design promise 10). Colours as `#RRGGBB`. */
export interface MarkLook {
  readonly symbol: string;
  readonly fill: string;
  readonly ink: string;
  /** A blank cell shows no symbol: a frame (in files also hatching) stands in for it. */
  readonly onBlank?: true;
}

export const MARK_LOOKS: Readonly<Record<ShownMark, MarkLook>> = {
  E: { symbol: '✖', fill: '#FBD5D5', ink: '#8B1A1A', onBlank: true },
  Q: { symbol: '?', fill: '#FDF0C2', ink: '#6B4E00', onBlank: true },
  N: { symbol: 'ⓘ', fill: '#DCEBFA', ink: '#1E4976' },
  D: { symbol: '≠', fill: '#F9D9BF', ink: '#7A3410', onBlank: true },
  V: { symbol: '✔', fill: '#D3EFD9', ink: '#14532D' },
  W: { symbol: '⏳', fill: '#E7E9EE', ink: '#414B5A' },
};

/** The legend of the sheet: what each symbol means. */
export const MARK_WORDS: Readonly<Record<ShownMark, string>> = {
  E: 'Lỗi',
  Q: 'Cần xác nhận',
  N: 'Lưu ý',
  D: 'Khác CSDL dân cư',
  V: 'Đã xác thực',
  W: 'Đang chờ',
};

const ON_FIELDS: readonly ShownMark[] = ['E', 'Q', 'N', 'D'];
/** No service compares scores. */
const ON_SCORES: readonly ShownMark[] = ['E', 'Q', 'N'];
const ON_VERDICT: readonly ShownMark[] = ['E', 'Q', 'N', 'D', 'V', 'W'];
const UNMARKED: readonly ColumnId[] = ['ordinal', ...RESULT_COLUMNS.filter((id) => id !== 'verdict')];

/** The marks a column can carry. */
export function shownMarks(id: ColumnId): readonly ShownMark[] {
  if (UNMARKED.includes(id)) return [];
  if (isScoreField(id)) return ON_SCORES;
  return id === 'verdict' ? ON_VERDICT : ON_FIELDS;
}

/** A column that can carry marks. */
export interface MarkedColumn {
  readonly id: ColumnId;
  /** 0-based. */
  readonly column: number;
  /** 1-based position of its character in the marks text: a constant in its formulas, which stays right whatever columns people insert. */
  readonly position: number;
}

/** The columns that can carry marks, from left to right. */
export function markedColumns(layout: Layout, columns: Iterable<readonly [ColumnId, number]>): readonly MarkedColumn[] {
  return [...columns]
    .filter(([id]) => shownMarks(id).length > 0)
    .map(([id, column]) => ({ id, column, position: markPosition(layout, id) }))
    .sort((a, b) => a.column - b.column);
}

/** Whether a mark has a look of its own on a blank cell. No rule speaks of a blank score: the subject was not taken. */
export function showsOnBlank(id: ColumnId, mark: ShownMark): boolean {
  return MARK_LOOKS[mark].onBlank === true && !isScoreField(id);
}

/**
 * The condition under which a column's cell carries a mark, as a formula without `=`, relative to `firstRow`.
 * @param marksColumn letters of the marks column
 */
export function markFormula(
  { position }: MarkedColumn,
  mark: ShownMark,
  marksColumn: string,
  firstRow: number,
): string {
  return `MID($${marksColumn}${firstRow},${position},1)="${mark}"`;
}

/** The same where the cell is blank as well. */
export function blankMarkFormula(marked: string, { column }: MarkedColumn, firstRow: number): string {
  return `AND(${marked},LEN($${columnLetters(column)}${firstRow})=0)`;
}

/** Whether a condition is one of the two above, over this marks column or, without letters, over any. */
export function isMarkFormula(formula: string, marksColumn = '[A-Z]{1,3}'): boolean {
  return new RegExp(`^(?:AND\\()?MID\\(\\$${marksColumn}\\d+,\\d+,1\\)="[EQNDVW]"`).test(formula);
}

/**
 * The number format that puts the symbol before whatever the cell shows. Numbers that slipped into a text column keep all
 * their digits. In the date column a small number is a year (1975), a larger one a day serial.
 */
export function symbolFormat(id: ColumnId, mark: ShownMark): string {
  const before = `"${MARK_LOOKS[mark].symbol} "`;
  if (id === 'birthDate') return `[<3000]${before}0;[>=3000]${before}dd/mm/yyyy;${before}0;${before}@`;
  if (isScoreField(id)) return `${before}General;${before}-General;${before}General;${before}@`;
  return `${before}0;${before}-0;${before}0;${before}@`;
}
