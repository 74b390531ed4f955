import type { PushRequest } from '../../contract/schemas/push.ts';
import { ID_PREFIX_PROVINCES } from '../../rules/codes/provinces.ts';

/** Columns of every push in these tests. */
export const COLUMNS = [
  'className',
  'fullName',
  'birthDate',
  'sex',
  'ethnicity',
  'nationality',
  'citizenId',
  'province',
  'ward',
  'studentStatus',
] as const satisfies PushRequest['columns'];

/** A row that is sent whole. */
export type PushRow = PushRequest['rows'][number] & {
  readonly cells: NonNullable<PushRequest['rows'][number]['cells']>;
};
export type Cells = Partial<Record<(typeof COLUMNS)[number], PushRow['cells'][number]>>;

/** Row ids of the fixtures: the number in the last group. */
export function rowId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hạnh', 'Khánh', 'Linh', 'Minh', 'Nga'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Thanh', 'Minh', 'Hồng', 'Quốc', 'Thu', 'Gia'];

const PREFIXES = [...ID_PREFIX_PROVINCES.keys()];

/**
 * The number of an invented pupil: male, born 2012, ending in 000xxx. Of a province that changes from one to the next: numbers that
 * are counted through look like somebody guessing.
 */
export function citizenId(number: number): string {
  return `${PREFIXES[number % PREFIXES.length]}212000${String(number).padStart(3, '0')}`;
}

/** An invented pupil of the given number (0–999) without a fault; `change` overrides cells. */
export function pupil(number: number, change: Cells = {}): PushRow {
  const cells: Cells = {
    className: '9A',
    fullName: `Nguyễn ${MIDDLE[Math.floor(number / 10) % 10]} ${GIVEN[number % 10]}`,
    birthDate: { kind: 'date', year: 2012, month: 1 + (number % 12), day: 1 + (number % 28) },
    sex: 'Nam',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    citizenId: citizenId(number),
    province: 'Hà Nội',
    ward: 'Phường Ba Đình',
    studentStatus: 'Đang học',
    ...change,
  };
  return { rowId: rowId(number), cells: COLUMNS.map((column) => cells[column] ?? null) };
}

export function pushOf(
  rows: readonly PushRequest['rows'][number][],
  workbook: Partial<PushRequest['workbook']> = {},
): PushRequest {
  return {
    workbook: { template: 'student', version: 1, unit: 'T-A', campaign: '', workbookId: 'so-1', ...workbook },
    columns: [...COLUMNS],
    rows: [...rows],
  };
}
