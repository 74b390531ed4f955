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

/** Adjacent columns that share their mark formats: mostly one. 0-based columns, inclusive. */
export interface MarkRun {
  readonly id: ColumnId;
  readonly first: number;
  readonly last: number;
  /** The position of the column's character in the marks text, as part of a formula. */
  readonly position: string;
}

/**
 * The columns that can carry marks, from left to right. Score columns that lie as the layout has them share one set of formats:
 * a set for each of a hundred and fifty would make every sheet slow.
 */
export function markRuns(layout: Layout, columns: Iterable<readonly [ColumnId, number]>): readonly MarkRun[] {
  const sorted = [...columns].filter(([id]) => shownMarks(id).length > 0).sort(([, a], [, b]) => a - b);
  const runs: { id: ColumnId; first: number; last: number }[] = [];
  for (const [id, column] of sorted) {
    const run = runs.at(-1);
    const joins =
      run !== undefined &&
      run.last === column - 1 &&
      isScoreField(run.id) &&
      isScoreField(id) &&
      markPosition(layout, id) - markPosition(layout, run.id) === column - run.first;
    if (joins) run.last = column;
    else runs.push({ id, first: column, last: column });
  }
  return runs.map((run) => ({ ...run, position: positionOf(layout, run) }));
}

/** `COLUMN()` counts from 1. */
function positionOf(layout: Layout, { id, first, last }: { id: ColumnId; first: number; last: number }): string {
  const position = markPosition(layout, id);
  if (first === last) return String(position);
  const ahead = position - (first + 1);
  return `COLUMN()${ahead < 0 ? ahead : `+${ahead}`}`;
}

/**
 * The condition under which a cell of a run carries a mark, as a formula without `=`, relative to `firstRow`.
 * @param marksColumn letters of the marks column
 */
export function markFormula({ position }: MarkRun, mark: ShownMark, marksColumn: string, firstRow: number): string {
  return `MID($${marksColumn}${firstRow},${position},1)="${mark}"`;
}

/** The same where the cell is blank as well. */
export function blankMarkFormula(marked: string, { first, last }: MarkRun, firstRow: number): string {
  return `AND(${marked},LEN(${first === last ? '$' : ''}${columnLetters(first)}${firstRow})=0)`;
}

/** Whether a condition is one of the two above, over this marks column or, without letters, over any. */
export function isMarkFormula(formula: string, marksColumn = '[A-Z]{1,3}'): boolean {
  const position = '(?:\\d+|COLUMN\\(\\)[+-]\\d+)';
  return new RegExp(`^(?:AND\\()?MID\\(\\$${marksColumn}\\d+,${position},1\\)="[EQNDVW]"`).test(formula);
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
