import { type CellValue, cellText, isExcelDate } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import { headerKey } from '../rules/text/header-key.ts';
import { compactHeader, findColumn, type HeaderHit, isForeignContext } from './header-index.ts';
import { type HeaderLabel, headerLabels } from './header-labels.ts';
import { type HeaderSynonyms, synonymFinder } from './header-synonyms.ts';
import { type ColumnId, type Layout, RESULT_COLUMNS } from './layout.ts';
import { LAYOUTS } from './layouts.ts';
import { isColumnNumberRow, isRepeatedHeader } from './repeated-header.ts';
import { type HeaderProblem, MARKS_HEADER, ROW_ID_HEADER, type SheetMatch } from './sheet-match.ts';

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
const SECRET_WORDS = ['mật khẩu', 'password', 'mat khau', 'matkhau', 'pass', 'passwd', 'pwd', 'mã pin', 'otp'].map(
  (word) => ` ${headerKey(word)} `,
);
/** Words of a title that settle which template a sheet of shared columns is: `DANH SÁCH GIÁO VIÊN`. */
const TITLE_WORDS: Readonly<Record<Layout['id'], readonly string[]>> = {
  student: ['học sinh', 'lớp', 'trẻ'].map(headerKey),
  staff: ['giáo viên', 'cán bộ', 'nhân viên', 'nhân sự', 'viên chức'].map(headerKey),
};
/** Less than any column is worth: a title decides only between equals. */
const TITLE_SCORE = 0.5;

/**
 * Finds the header of a sheet by its texts, never by column letters: under title rows, over one to four rows, with a row of
 * column numbers beside it, in any column order. Undefined where no template fits (an empty sheet, a catalogue).
 */
export function matchHeader(grid: Grid, { layouts, synonyms = {} }: MatchOptions = {}): SheetMatch | undefined {
  const best = findBest(grid, layouts ?? Object.values(LAYOUTS), synonymFinder(synonyms));
  if (best === undefined) return undefined;
  const { layout, top, columns } = best;
  const bottom = lowestHeaderRow(grid, best);
  const labels = headerLabels(grid.slice(top, bottom + 1));
  const headerRow = bottom + 1;
  let firstDataRow = headerRow + 1;
  while (isColumnNumberRow(grid[firstDataRow - 1] ?? [])) firstDataRow++;
  const match: SheetMatch = {
    template: layout.id,
    headerRow,
    firstDataRow,
    columns,
    rowIdColumn: findExact(labels, ROW_ID_HEADER),
    marksColumn: findExact(labels, MARKS_HEADER),
    problems: headerProblems(layout, labels, columns),
  };
  const rows = grid.flatMap((cells, index) =>
    index + 1 >= firstDataRow && isRepeatedHeader(layout, match, cells) ? [index + 1] : [],
  );
  if (rows.length === 0) return match;
  const header = labels[Math.min(...columns.values())]?.own ?? '';
  const repeated: HeaderProblem = { code: 'sheet.header-repeated', column: null, field: null, header, rows };
  return { ...match, problems: [...match.problems, repeated] };
}

type FindSynonym = ReturnType<typeof synonymFinder>;

interface Candidate {
  readonly layout: Layout;
  /** 0-based rows, inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: ReadonlyMap<ColumnId, number>;
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
      for (const layout of layouts) {
        const columns = recognise(layout, labels, findSynonym);
        if (!WHO.some((id) => columns.has(id))) continue;
        const plain = score(columns);
        if (plain < ENOUGH) continue;
        const total = plain + (titleSpeaksOf(layout, grid.slice(0, top)) ? TITLE_SCORE : 0);
        if (best === undefined || total > best.score) {
          best = { layout, top, bottom: top + size - 1, columns, score: total };
        }
      }
    }
  }
  return best;
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

/** For each column of the layout the best-worded header; between equally good ones the first. */
function recognise(
  layout: Layout,
  labels: readonly HeaderLabel[],
  findSynonym: FindSynonym,
): ReadonlyMap<ColumnId, number> {
  const ids = new Set(layout.columns.map((column) => column.id));
  const nameIsSplit = labels.some((label) => SPLIT_NAME.includes(headerKey(label.own)));
  const winners = new Map<ColumnId, { readonly column: number; readonly rank: number }>();
  labels.forEach((label, column) => {
    const said = isSecret(label) ? undefined : findSynonym(label);
    const known = said && !ids.has(said.id) ? undefined : said;
    const hit = known === undefined ? findLabel(layout, label, nameIsSplit) : known;
    const winner = hit ? winners.get(hit.id) : undefined;
    if (hit && (winner === undefined || hit.rank < winner.rank)) winners.set(hit.id, { column, rank: hit.rank });
  });
  return new Map([...winners].map(([id, winner]) => [id, winner.column]));
}

/** A lone `Tên` is the whole name, unless the family name has a column of its own. */
const GIVEN_NAME = headerKey('Tên');
const SPLIT_NAME = ['Họ', 'Họ đệm', 'Họ và đệm', 'Họ lót', 'Họ và tên đệm', 'Họ và chữ đệm', 'Họ và chữ lót'].map(
  headerKey,
);
const GIVEN_NAME_RANK = 300;

function findLabel(layout: Layout, label: HeaderLabel, nameIsSplit: boolean): HeaderHit | undefined {
  if (label.own === '' || isSecret(label)) return undefined;
  for (const group of label.groups) {
    const combined = findColumn(layout, `${label.own} ${group}`) ?? findColumn(layout, `${group} ${label.own}`);
    if (combined) return combined;
  }
  if (label.groups.some(isForeignContext)) return undefined;
  if (!nameIsSplit && headerKey(label.own) === GIVEN_NAME) return { id: 'fullName', rank: GIVEN_NAME_RANK };
  return findColumn(layout, label.own);
}

function isSecret(label: HeaderLabel): boolean {
  const key = ` ${headerKey(label.own)} `;
  return SECRET_WORDS.some((word) => key.includes(word));
}

function headerProblems(
  layout: Layout,
  labels: readonly HeaderLabel[],
  columns: ReadonlyMap<ColumnId, number>,
): readonly HeaderProblem[] {
  const problems: HeaderProblem[] = [];
  for (const column of layout.columns) {
    const present = [column.id, ...(column.replaceableBy ?? [])].some((id) => columns.has(id));
    if (column.presence === 'mandatory' && !present) {
      problems.push({ code: 'sheet.column-missing', column: null, field: column.id, header: column.header });
    }
  }
  const fieldAt = new Map([...columns].map(([id, column]) => [column, id]));
  const taken = new Map([...columns].map(([id, column]) => [fullKey(labels[column]!), id]));
  labels.forEach((label, column) => {
    if (label.own === '' || fieldAt.has(column)) return;
    const header = label.own;
    if ([ROW_ID_HEADER, MARKS_HEADER].includes(header)) return;
    const twin = taken.get(fullKey(label));
    if (isSecret(label)) problems.push({ code: 'sheet.secret-column', column, field: null, header });
    else if (twin) problems.push({ code: 'sheet.column-duplicate', column, field: twin, header });
    else problems.push({ code: 'sheet.column-unknown', column, field: null, header });
  });
  return problems;
}

/** Two columns are alike when their groups are too: `Tỉnh` under `Quê quán` is no second `Tỉnh` under `Thường trú`. */
function fullKey(label: HeaderLabel): string {
  return [label.own, ...label.groups].map(compactHeader).join('\n');
}

function findExact(labels: readonly HeaderLabel[], header: string): number | null {
  const column = labels.findIndex((label) => label.own === header);
  return column < 0 ? null : column;
}

function titleSpeaksOf(layout: Layout, above: Grid): boolean {
  const title = headerKey(above.flat().map(cellText).join(' '));
  return TITLE_WORDS[layout.id].some((word) => title.includes(word));
}

function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => isBlank(cell));
}
