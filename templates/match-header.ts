import { type CellValue, cellText, isExcelDate } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import { headerKey } from '../rules/text/header-key.ts';
import { type HeaderLabel, headerLabels, headerName } from './header-labels.ts';
import { findUnnamedParts } from './header-parts.ts';
import { headerProblems } from './header-problems.ts';
import { type FindSynonym, type HeaderSynonyms, synonymFinder } from './header-synonyms.ts';
import { type ColumnId, type Layout, RESULT_COLUMNS } from './layout.ts';
import { LAYOUTS } from './layouts.ts';
import { type RecognisedColumns, recogniseColumns } from './recognise-columns.ts';
import { isColumnNumberRow, isRepeatedHeader } from './repeated-header.ts';
import { isSectionRow } from './section-row.ts';
import { fieldColumns, type HeaderProblem, MARKS_HEADER, ROW_ID_HEADER, type SheetMatch } from './sheet-match.ts';
import { withStructuredColumns } from './structured-columns.ts';
import { findTitleYear } from './title-year.ts';

type Grid = readonly (readonly CellValue[])[];

export interface MatchOptions {
  /** The templates to look for. Default: all. */
  readonly layouts?: readonly Layout[];
  /** What a school's own headers mean: before all that the templates know. */
  readonly synonyms?: HeaderSynonyms;
}

/** Title blocks of real files end by row 8; beyond this depth a "header" is data that happens to read like one. */
const SEARCHED_ROWS = 40;
/** Real headers have one to four rows (a policy list of a province has four). */
const HEADER_ROWS = 4;
/** A sheet is one of ours from this score on: someone's name or number and one more identity column, or two plain ones. */
const ENOUGH = 4;
/** Columns that say who a row is: without any of them the sheet is a catalogue. */
const WHO: readonly ColumnId[] = ['fullName', 'citizenId', 'ministryId', 'staffId'];
const WORTHLESS: readonly ColumnId[] = ['ordinal', 'note', ...RESULT_COLUMNS];
/** Words of a title that settle which template a sheet of shared columns is: `DANH SÁCH GIÁO VIÊN`. */
const TITLE_WORDS: Readonly<Record<Layout['id'], readonly string[]>> = {
  student: ['học sinh', 'lớp', 'trẻ'].map(headerKey),
  staff: ['giáo viên', 'cán bộ', 'nhân viên', 'nhân sự', 'viên chức'].map(headerKey),
  results: ['điểm', 'kết quả học tập', 'học bạ'].map(headerKey),
};
/** Enough rows to tell what stands in a column without a header. */
const SAMPLED_ROWS = 200;
const SHOWN_ROWS = 10;
/** Less than any column is worth: of rows that tell as much, those win that show what a name or a date is made of. */
const PART_SCORE = 0.25;

/**
 * Finds the header of a sheet by its texts, never by column letters: under title rows, over one to four rows, with a row of
 * column numbers beside it, in any column order. Undefined where no template fits (an empty sheet, a catalogue).
 */
export function matchHeader(grid: Grid, { layouts, synonyms = {} }: MatchOptions = {}): SheetMatch | undefined {
  const best = findBest(grid, layouts ?? Object.values(LAYOUTS), synonymFinder(synonyms));
  if (best === undefined) return undefined;
  const { layout, top } = best;
  const bottom = lowestHeaderRow(grid, best);
  const labels = headerLabels(grid.slice(top, bottom + 1));
  const headerRow = bottom + 1;
  let firstDataRow = headerRow + 1;
  while (isColumnNumberRow(grid[firstDataRow - 1] ?? [])) firstDataRow++;
  const found = withUnnamedParts(best, labels, grid.slice(firstDataRow - 1, firstDataRow - 1 + SAMPLED_ROWS));
  const schoolYear = findTitleYear(grid.slice(0, top));
  const match: SheetMatch = {
    template: layout.id,
    headerRow,
    firstDataRow,
    columns: found.columns,
    parts: found.parts,
    ...(schoolYear === undefined ? {} : { schoolYear }),
    headers: new Map(labels.flatMap((label, column) => (label.own === '' ? [] : [[column, headerName(label)]]))),
    rowIdColumn: findExact(labels, ROW_ID_HEADER),
    marksColumn: findExact(labels, MARKS_HEADER),
    problems: headerProblems(layout, labels, found),
  };
  const idle = idleRows(grid, layout, match);
  return idle.length === 0 ? match : { ...match, problems: [...match.problems, ...idle] };
}

/** A name or a date over columns of which only the first has a text of its own. */
function withUnnamedParts(best: Candidate, labels: readonly HeaderLabel[], rows: Grid): RecognisedColumns {
  const taken = new Set(best.columns.values());
  const isFree = (column: number) => (labels[column]?.own ?? '') === '' && !taken.has(column);
  const parts = new Map(best.parts);
  for (const field of ['fullName', 'birthDate'] as const) {
    const column = best.columns.get(field);
    if (column === undefined || parts.has(field)) continue;
    const unnamed = findUnnamedParts(field, column, isFree, rows);
    if (unnamed) parts.set(field, unnamed);
  }
  return { columns: best.columns, parts };
}

/** Rows below the header that hold nobody, in one walk over the sheet. */
function idleRows(grid: Grid, layout: Layout, match: SheetMatch): readonly HeaderProblem[] {
  const own: readonly ColumnId[] = RESULT_COLUMNS;
  const fields = fieldColumns(match).filter(([id]) => !own.includes(id));
  const headers: number[] = [];
  const sections: number[] = [];
  for (let row = match.firstDataRow; row <= grid.length; row++) {
    const cells = grid[row - 1] ?? [];
    if (isRepeatedHeader(layout, match, cells)) headers.push(row);
    else if (isSectionRow(fields, cells)) sections.push(row);
  }
  const problem = (code: HeaderProblem['code'], rows: readonly number[]): readonly HeaderProblem[] =>
    rows.length === 0 ? [] : [{ code, column: null, field: null, header: rowList(rows), rows }];
  return [...problem('sheet.header-repeated', headers), ...problem('sheet.section-rows', sections)];
}

/** Enough of them to find the rest. */
function rowList(rows: readonly number[]): string {
  return rows.slice(0, SHOWN_ROWS).join(', ') + (rows.length > SHOWN_ROWS ? ', …' : '');
}

interface Candidate extends RecognisedColumns {
  readonly layout: Layout;
  /** 0-based rows, inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly score: number;
}

/** The best-scoring rows; between equals the fewest rows, then the topmost, then the earlier layout. */
function findBest(grid: Grid, layouts: readonly Layout[], findSynonym: FindSynonym): Candidate | undefined {
  let best: Candidate | undefined;
  for (let size = 1; size <= HEADER_ROWS; size++) {
    for (let top = 0; top + size <= Math.min(grid.length, SEARCHED_ROWS); top++) {
      const rows = grid.slice(top, top + size);
      // A header's own rows are not blank: `size - 1` of them would say the same.
      if (isBlankRow(rows[0]!) || isBlankRow(rows.at(-1)!) || rows.some(holdsData)) continue;
      const labels = headerLabels(rows);
      const found = layouts.flatMap((layout) => findCandidate(layout, labels, grid.slice(0, top), findSynonym));
      // A title settles the template of these rows. It lifts them over no others: the name of a class above a header that is
      // repeated further down would hide the whole first class.
      const [first] = found.sort((a, b) => b.score - a.score || titleScore(b, grid) - titleScore(a, grid));
      if (first && (best === undefined || first.score > best.score)) best = { ...first, bottom: top + size - 1 };
    }
  }
  return best;
}

function findCandidate(
  layout: Layout,
  labels: readonly HeaderLabel[],
  above: Grid,
  findSynonym: FindSynonym,
): readonly Omit<Candidate, 'bottom'>[] {
  const worded = recogniseColumns(layout, labels, findSynonym);
  if (!WHO.some((id) => worded.columns.has(id))) return [];
  const found = withStructuredColumns(layout, worded, labels, above, findSynonym);
  if (found === undefined) return [];
  const worth = score(found.columns);
  const total = worth + found.parts.size * PART_SCORE;
  return worth < ENOUGH ? [] : [{ layout, top: above.length, ...found, score: total }];
}

/** Sub-headers of columns that no template knows still belong to the header: a row that is blank in every column of ours. */
function lowestHeaderRow(grid: Grid, best: Candidate): number {
  let bottom = best.bottom;
  while (bottom + 1 < best.top + HEADER_ROWS) {
    const next = grid[bottom + 1] ?? [];
    if (isBlankRow(next) || !isBlankRow([...best.columns.values()].map((column) => next[column] ?? null))) break;
    bottom++;
  }
  return bottom;
}

/** A date or a long number stands in no header. Passing such rows over spares comparing every word of the data. */
function holdsData(cells: readonly CellValue[]): boolean {
  return cells.some((cell) => {
    if (typeof cell === 'string') return /^\s*(?:\d{8,}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\s*$/.test(cell);
    return typeof cell === 'number' ? cell >= 10_000 : isExcelDate(cell);
  });
}

function score(columns: ReadonlyMap<ColumnId, number>): number {
  let sum = 0;
  for (const id of columns.keys()) {
    if (!WORTHLESS.includes(id)) sum += WHO.includes(id) || id === 'birthDate' ? 2 : 1;
  }
  return sum;
}

function findExact(labels: readonly HeaderLabel[], header: string): number | null {
  const column = labels.findIndex((label) => label.own === header);
  return column < 0 ? null : column;
}

/** 1 where the rows above speak of this kind of people. */
function titleScore({ layout, top }: Pick<Candidate, 'layout' | 'top'>, grid: Grid): number {
  const title = headerKey(grid.slice(0, top).flat().map(cellText).join(' '));
  return TITLE_WORDS[layout.id].some((word) => title.includes(word)) ? 1 : 0;
}

function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => isBlank(cell));
}
