import type { CellValue } from '../../rules/cell.ts';
import { isBlank } from '../../rules/cell-blank.ts';
import { headerKey } from '../../rules/text/header-key.ts';
import { withoutMarks } from '../../rules/text/without-marks.ts';
import { isForeignContext } from '../header-index.ts';
import { type HeaderLabel, headerLabels } from '../header-labels.ts';
import type { ColumnId, Layout } from '../layout.ts';
import { staff } from '../layouts/staff.ts';
import { student } from '../layouts/student.ts';
import { type RecognisedColumns, recogniseColumns } from '../recognise-columns.ts';
import { isColumnNumberRow } from '../repeated-header.ts';
import { ROW_ID_HEADER } from '../sheet-match.ts';

type Grid = readonly (readonly CellValue[])[];

/** Where things stand in a result list of CSDL ngành. Columns are 0-based. */
export interface ResultList extends RecognisedColumns {
  /** 0-based line of the first row of data. */
  readonly firstLine: number;
  /** The columns that say what came of the question, all of the best wording. */
  readonly statuses: readonly number[];
  readonly reasons: readonly number[];
  /** The request that the line answers, where the list carries it. */
  readonly requestId: number | null;
  /** When the line was answered. */
  readonly answeredOn: number | null;
}

/** `own-workbook`: a sheet of Sổ Sạch, whose results are our own words. `no-status`: a list of people without a result. */
export type FoundList = ResultList | 'own-workbook' | 'no-status' | 'no-list';

const SEARCHED_ROWS = 40;
const HEADER_ROWS = 4;
const LONGEST_HEADER = 160;

const FIELDS: readonly ColumnId[] = [
  'ministryId',
  'fullName',
  'birthDate',
  'sex',
  'citizenId',
  'province',
  'district',
  'ward',
  'schoolCode',
];

/**
 * What a result list may say of a person: the columns of pupils, with the words that staff lists have for the same. CSDL ngành's
 * code of a member of staff is read as `ministryId`.
 */
const LIST_LAYOUT: Layout = {
  ...student,
  columns: student.columns
    .filter(({ id }) => FIELDS.includes(id))
    .map((column) => ({ ...column, synonyms: [...column.synonyms, ...staffWords(column.id)] })),
};

function staffWords(id: ColumnId): readonly string[] {
  const same = staff.columns.find((column) => column.id === (id === 'ministryId' ? 'staffId' : id));
  return same ? [same.header, ...same.synonyms] : [];
}

/** Texts as keys with a space on both sides, and the same as they are typed without marks. */
interface Words {
  readonly marked: readonly string[];
  readonly plain: readonly string[];
}

function words(...texts: readonly string[]): Words {
  const marked = texts.map((text) => ` ${headerKey(text)} `);
  return { marked, plain: marked.map(withoutMarks) };
}

const ASCII = /^[\x20-\x7e]*$/;
const wordsFor = (key: string, { marked, plain }: Words) => (ASCII.test(key) ? plain : marked);
const includesAny = (key: string, list: Words) => wordsFor(key, list).some((word) => key.includes(word));
const isAny = (key: string, list: Words) => wordsFor(key, list).includes(key);

/** A column of what the register holds says nothing of what was asked. */
const REGISTER_WORDS = words(
  'dân cư',
  'csdlqg',
  'csdl quốc gia',
  'cơ sở dữ liệu quốc gia',
  'csdlqgdc',
  'bộ công an',
  'c06',
);
const STATE_WORDS = words('trạng thái', 'tình trạng', 'kết quả');
const DEED_WORDS = words('xác thực', 'đối soát', 'định danh', 'đồng bộ', 'đối khớp', 'kiểm tra');
const PLAIN_STATES = words('trạng thái', 'tình trạng', 'kết quả', 'trạng thái xử lý', 'kết quả xử lý', 'status');
/** `Ngày xác thực`, `Người xác thực`, `Lý do chưa xác thực`, `Tình trạng số định danh` speak of the deed and are no result of it. */
const OTHER_THINGS = words(
  'ngày',
  'thời gian',
  'thời điểm',
  'người',
  'lần',
  'lý do',
  'nguyên nhân',
  'mã',
  'số',
  'chi tiết',
  'nội dung',
  'mô tả',
  'ghi chú',
);
const REASONS = words(
  'lý do',
  'nguyên nhân',
  'nội dung',
  'chi tiết',
  'mô tả',
  'ghi chú',
  'thông tin sai',
  'trường sai',
  'sai lệch',
  'diễn giải',
);
const REQUESTS = words('mã yêu cầu', 'mã yêu cầu xác thực', 'mã giao dịch', 'request id', 'mayeucau');
const DAY_WORDS = words('ngày', 'thời gian', 'thời điểm');
const ANSWER_WORDS = words('xác thực', 'đối soát', 'đồng bộ', 'trả lời', 'trả kết quả', 'phản hồi', 'xử lý', 'kết quả');

/**
 * Finds a result list of CSDL ngành by its header texts: under title rows, over one to four rows, in whatever order. It needs a
 * result and something to know the people by: a code, a number, or a name with a birth date.
 */
export function findResultList(grid: Grid): FoundList {
  let best: { readonly list: ResultList; readonly worth: number } | undefined;
  let people = false;
  for (let size = 1; size <= HEADER_ROWS; size++) {
    for (let top = 0; top + size <= Math.min(grid.length, SEARCHED_ROWS); top++) {
      const rows = grid.slice(top, top + size);
      if (isBlankRow(rows[0]!) || isBlankRow(rows.at(-1)!)) continue;
      const labels = headerLabels(rows);
      if (labels.some(({ own }) => own === ROW_ID_HEADER)) return 'own-workbook';
      const found = readHeader(labels, firstLineBelow(grid, top + size));
      if (!found) continue;
      people = true;
      // Of rows that tell as much, those win that show what a name or a date is made of.
      const worth = found.columns.size + (found.reasons.length > 0 ? 1 : 0) + found.parts.size / 8;
      if (found.statuses.length > 0 && (best === undefined || worth > best.worth)) best = { list: found, worth };
    }
  }
  return best?.list ?? (people ? 'no-status' : 'no-list');
}

function readHeader(labels: readonly HeaderLabel[], firstLine: number): ResultList | undefined {
  const keys = labels.map(({ own }) => (own === '' || own.length > LONGEST_HEADER ? '' : ` ${headerKey(own)} `));
  const whole = labels.map(({ own, groups }) => ` ${headerKey([own, ...groups].join(' '))} `);
  const asked = labels.map((label, column) =>
    includesAny(whole[column]!, REGISTER_WORDS) ? { own: '', groups: [] } : label,
  );
  const { columns, parts } = recogniseColumns(LIST_LAYOUT, asked, () => undefined);
  const isKey =
    columns.has('ministryId') || columns.has('citizenId') || (columns.has('fullName') && columns.has('birthDate'));
  const requestId = indexOf(keys, (key) => isAny(key, REQUESTS));
  if (!isKey && requestId === null) return undefined;
  const taken = new Set([...columns.values(), ...[...parts.values()].flat().map(({ column }) => column)]);
  const free = keys.map((key, column) =>
    taken.has(column) || labels[column]!.groups.some(isForeignContext) ? '' : key,
  );
  return {
    columns,
    parts,
    firstLine,
    statuses: bestStatuses(free),
    reasons: free.flatMap((key, column) => (key !== '' && isReason(key) ? [column] : [])),
    requestId,
    answeredOn: indexOf(free, (key) => includesAny(key, DAY_WORDS) && includesAny(key, ANSWER_WORDS)),
  };
}

/** All columns of the best wording: where two say a result in one way, neither may be passed over. */
function bestStatuses(keys: readonly string[]): readonly number[] {
  const ranks = keys.map(statusRank);
  const best = Math.min(...ranks);
  return Number.isFinite(best) ? ranks.flatMap((rank, column) => (rank === best ? [column] : [])) : [];
}

function statusRank(key: string): number {
  if (key === '') return Number.POSITIVE_INFINITY;
  const bare = withoutNumber(key);
  const other = includesAny(bare, OTHER_THINGS);
  if (!other && includesAny(bare, DEED_WORDS)) return includesAny(bare, STATE_WORDS) ? 0 : 1;
  return isAny(key, PLAIN_STATES) ? 2 : Number.POSITIVE_INFINITY;
}

/** `Kết quả xác thực số định danh`: the number that a result is about. */
const NUMBER_WORDS = words('số định danh cá nhân', 'số định danh', 'mã định danh', 'số ĐDCN', 'số CCCD');

function withoutNumber(key: string): string {
  return wordsFor(key, NUMBER_WORDS).reduce((rest, word) => rest.replace(word, ' '), key);
}

function isReason(key: string): boolean {
  return wordsFor(key, REASONS).some((word) => key.startsWith(word));
}

function indexOf(keys: readonly string[], test: (key: string) => boolean): number | null {
  const column = keys.findIndex((key) => key !== '' && test(key));
  return column < 0 ? null : column;
}

function firstLineBelow(grid: Grid, line: number): number {
  let first = line;
  while (isColumnNumberRow(grid[first] ?? [])) first++;
  return first;
}

function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => isBlank(cell));
}
