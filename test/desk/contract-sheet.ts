import type { SheetSurvey } from '../../desk/sheet-port.ts';
import { type CellValue, cellText } from '../../rules/cell.ts';
import type { FieldPart, PartId, SplitField } from '../../templates/field-parts.ts';
import type { Layout, LayoutColumn } from '../../templates/layout.ts';
import { MARKS_HEADER, ROW_ID_HEADER, type SheetMatch } from '../../templates/sheet-match.ts';
import type { WorkbookIdentity } from '../../templates/workbook-identity.ts';

/** The sheet that every adapter is shown. Everybody in it is invented. */
export const SHEET_NAME = 'Học sinh';
export const HEADER_ROW = 3;
export const FIRST_ROW = 4;
/** 0-based columns of the fixture. */
export const COLUMN = { ordinal: 0, fullName: 1, birthDate: 2, sex: 3, citizenId: 4, own: 5 } as const;
/** Where binding has to put its own columns: right of everything in use. */
export const MADE = { verdict: 6, reason: 7, nextStep: 8, rowId: 9, marks: 10 } as const;

const HEADERS = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh cá nhân/CCCD', 'Số áo của trường'];

export const IDENTITY: WorkbookIdentity = {
  template: 'student',
  version: 1,
  unit: '01-TH-000',
  unitName: 'Trường Tiểu học Thử Nghiệm',
  campaign: 'thu-2026',
  workbookId: 'wb-contract',
  issuedAt: '2026-11-22T00:00:00Z',
};

export const date = (day: number, month: number, year: number): CellValue => ({ kind: 'date', year, month, day });

export const PEOPLE: readonly (readonly CellValue[])[] = [
  [1, 'Nguyễn Thị An', date(5, 6, 2016), 'nu', '001316000101', 'áo 7'],
  [2, 'Trần Văn Bình', '12/3/2016', 'Nam', '001216000102', null],
  [3, 'Lê Minh Châu', date(31, 12, 2015), 'Nữ', 1315000103, 'áo 9'],
  [4, 'Phạm Đức Dũng', '01/01/2016', 'Nam', { kind: 'error', code: '#REF!' }, null],
];

/** Title rows, a header, people; on request some more rows. */
export function contractGrid(people: readonly (readonly CellValue[])[] = PEOPLE): CellValue[][] {
  return [['DANH SÁCH HỌC SINH'], ['Năm học 2026–2027'], [...HEADERS], ...people.map((person) => [...person])];
}

export function headerCells(): CellValue[] {
  return [...HEADERS];
}

const column = (id: LayoutColumn['id'], header: string): LayoutColumn => ({
  id,
  header,
  synonyms: [],
  width: 12,
  format: 'text',
  presence: 'usual',
  help: { vi: header, en: header },
});

/** Small, so that marks are short: the adapters must work for any layout. */
export const LAYOUT: Layout = {
  id: 'student',
  version: 1,
  record: 'student',
  sheetName: SHEET_NAME,
  title: { vi: 'Danh sách học sinh', en: 'Pupils' },
  columns: [
    column('ordinal', 'STT'),
    column('fullName', 'Họ và tên'),
    column('verdict', 'Kết quả xác thực'),
    column('reason', 'Nguyên nhân'),
    column('nextStep', 'Việc cần làm'),
    column('birthDate', 'Ngày sinh'),
    column('sex', 'Giới tính'),
    column('citizenId', 'Số định danh cá nhân/CCCD'),
  ],
  frozenThrough: 'nextStep',
};

const PART_HEADERS: Readonly<Record<SplitField, readonly (readonly [PartId, string])[]>> = {
  fullName: [
    ['familyName', 'Họ'],
    ['middleName', 'Tên đệm'],
    ['givenName', 'Tên'],
  ],
  birthDate: [
    ['birthDay', 'Ngày'],
    ['birthMonth', 'Tháng'],
    ['birthYear', 'Năm'],
    ['birthOfMale', 'Nam sinh'],
    ['birthOfFemale', 'Nữ sinh'],
  ],
  sex: [
    ['male', 'Nam'],
    ['female', 'Nữ'],
    ['birthOfMale', 'Nam sinh'],
    ['birthOfFemale', 'Nữ sinh'],
  ],
};

/** What a matcher would say of the fixture as it stands: columns by their header text, wherever they lie. */
export function matchOf(survey: SheetSurvey): SheetMatch {
  const at = survey.grid.findIndex((row) => row.some((cell) => cell === 'STT'));
  const texts = (survey.grid[at] ?? []).map((cell) => cellText(cell));
  const find = (header: string) => {
    const found = texts.indexOf(header);
    return found < 0 ? null : found;
  };
  const parts = new Map<SplitField, FieldPart[]>();
  for (const field of ['fullName', 'birthDate', 'sex'] as const) {
    const found = PART_HEADERS[field].flatMap(([id, header]) => {
      const column = find(header);
      return column === null ? [] : [{ id, column }];
    });
    if (found.length > 0) parts.set(field, found);
  }
  const columns = LAYOUT.columns.flatMap(({ id, header }) => {
    const found = parts.get(id as SplitField)?.[0]?.column ?? find(header);
    return found === null ? [] : [[id, found] as const];
  });
  return {
    template: 'student',
    headerRow: at + 1,
    firstDataRow: at + 2,
    columns: new Map(columns),
    parts,
    headers: new Map(),
    rowIdColumn: find(ROW_ID_HEADER),
    marksColumn: find(MARKS_HEADER),
    problems: [],
  };
}

/** Ids in the form the server takes, counted up. */
export function idMinter(start = 0): () => string {
  let count = start;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}
