import { type CellValue, cellText } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { ETHNICITY_LIST } from '../codes/ethnicities.ts';
import { NATIONALITY_LIST } from '../codes/nationalities.ts';
import { findProvince } from '../codes/provinces.ts';
import { findSex } from '../codes/sexes.ts';
import type { FieldId } from '../field.ts';
import { BIRTH_DATE_RULES } from '../fields/birth-date-rules.ts';
import { idAgrees } from '../fields/citizen-id.ts';
import { CITIZEN_ID_RULES } from '../fields/citizen-id-rules.ts';
import { FULL_NAME_RULES } from '../fields/full-name-rules.ts';
import { LIST_RULES } from '../fields/list-rules.ts';
import { MINISTRY_ID_RULES } from '../fields/ministry-id.ts';
import { readBirthDate } from '../fields/read-birth-date.ts';
import { idHasKnownPlace, idNumber, withoutSeparators } from '../fields/read-citizen-id.ts';
import { findGrade } from '../fields/read-class.ts';
import { RESIDENCE_RULES } from '../fields/residence-rules.ts';
import type { Effect } from '../finding.ts';
import type { Message } from '../messages.ts';
import type { RawRow } from '../record.ts';
import type { SharedRule } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import { FEMALE, MALE } from '../sheet-state.ts';
import { COLUMN_RULES } from './column-rules.ts';
import { nameSexCode } from './row-traits.ts';

/** Two columns that may hold each other's values. */
interface Pair {
  readonly fields: readonly [FieldId, FieldId];
  readonly words: Message;
  /** One of these speaks of every row in which they do. Default: every row is looked at. */
  readonly shownBy?: readonly SharedRule[];
  readonly isSwapped: (row: RawRow, state: SheetState, at: number) => boolean;
  /** The other way round than swapped: few such rows and it is no matter of columns. Default: whatever is not swapped. */
  readonly isRight?: (row: RawRow) => boolean;
  /** Codes of what is said of single rows and goes without saying then. */
  readonly explains: RegExp;
  /** What the row can still be used for: as much as with the single findings. */
  readonly effect: Effect;
}

/** In fewer rows it is those rows' fault, and each says so. */
const EVIDENCE_ROWS = 5;
/** Of the rows that hold either of the two. */
const SHARE = 0.6;

const { 'residence.province-unknown': NO_PROVINCE } = RESIDENCE_RULES;

const PAIRS: readonly Pair[] = [
  {
    fields: ['fullName', 'birthDate'],
    words: { vi: 'Họ và tên và Ngày sinh', en: 'name and birth date' },
    shownBy: [BIRTH_DATE_RULES['birth-date.not-a-date']],
    isSwapped: (row) => isName(row.birthDate) && readBirthDate(row.fullName)?.month !== undefined,
    explains: /^(?:full-name|birth-date)\./,
    effect: 'stays',
  },
  {
    fields: ['fullName', 'className'],
    words: { vi: 'Họ và tên và Lớp', en: 'name and class' },
    shownBy: [FULL_NAME_RULES['full-name.not-a-name']],
    isSwapped: (row) => isName(row.className) && findGrade(cellText(row.fullName).trim()) !== undefined,
    explains: /^(?:full-name|class)\./,
    effect: 'stays',
  },
  {
    fields: ['citizenId', 'ministryId'],
    words: { vi: 'Số định danh cá nhân và Mã định danh Bộ GD&ĐT', en: 'citizen number and ministry id' },
    shownBy: [MINISTRY_ID_RULES['ministry-id.malformed']],
    isSwapped: (row) => idHasKnownPlace(twelveDigits(row.ministryId)) && isTenDigits(row.citizenId),
    explains: /^(?:citizen-id|ministry-id)\./,
    effect: 'unverifiable',
  },
  {
    fields: ['citizenId', 'staffId'],
    words: { vi: 'Số định danh cá nhân và Mã định danh', en: 'citizen number and staff id' },
    shownBy: [CITIZEN_ID_RULES['citizen-id.not-12-digits'], CITIZEN_ID_RULES['citizen-id.leading-zero-lost']],
    isSwapped: (row, state, at) => isTenDigits(row.citizenId) && idAgrees(state, at, twelveDigits(row.staffId)),
    explains: /^(?:citizen-id|staff-id)\./,
    effect: 'unverifiable',
  },
  {
    fields: ['sex', 'ethnicity'],
    words: { vi: 'Giới tính và Dân tộc', en: 'sex and ethnic group' },
    shownBy: [LIST_RULES['sex.not-in-list']],
    isSwapped: (row) =>
      ETHNICITY_LIST.find(cellText(row.sex)) !== undefined && findSex(cellText(row.ethnicity)) !== undefined,
    explains: /^(?:sex|ethnicity)\./,
    effect: 'none',
  },
  {
    fields: ['ethnicity', 'nationality'],
    words: { vi: 'Dân tộc và Quốc tịch', en: 'ethnic group and nationality' },
    shownBy: [LIST_RULES['ethnicity.not-in-list']],
    isSwapped: (row) =>
      NATIONALITY_LIST.find(cellText(row.ethnicity)) !== undefined &&
      ETHNICITY_LIST.find(cellText(row.nationality)) !== undefined &&
      NATIONALITY_LIST.find(cellText(row.nationality)) === undefined,
    explains: /^(?:ethnicity|nationality)\./,
    effect: 'none',
  },
  {
    fields: ['province', 'ward'],
    words: { vi: 'Tỉnh/Thành phố và Xã/Phường', en: 'province and commune' },
    shownBy: [NO_PROVINCE],
    isSwapped: (row) => !isBlank(row.ward) && findProvince(cellText(row.ward)) !== undefined,
    explains: /^residence\./,
    effect: 'none',
  },
  {
    fields: ['province', 'district'],
    words: { vi: 'Tỉnh/Thành phố và Quận/Huyện', en: 'province and district' },
    shownBy: [NO_PROVINCE],
    isSwapped: (row) => !isBlank(row.district) && findProvince(cellText(row.district)) !== undefined,
    explains: /^residence\./,
    effect: 'none',
  },
  {
    fields: ['district', 'ward'],
    words: { vi: 'Quận/Huyện và Xã/Phường', en: 'district and commune' },
    shownBy: [
      RESIDENCE_RULES['residence.district-unknown'],
      RESIDENCE_RULES['residence.ward-unknown'],
      RESIDENCE_RULES['residence.ward-elsewhere'],
    ],
    isSwapped: (row) => WARD.test(cellText(row.district)) && DISTRICT.test(cellText(row.ward)),
    explains: /^residence\./,
    effect: 'none',
  },
  {
    fields: ['fatherName', 'motherName'],
    words: { vi: 'Họ tên cha và Họ tên mẹ', en: 'father’s and mother’s name' },
    isSwapped: (row) => isOf(row.fatherName, FEMALE) || isOf(row.motherName, MALE),
    isRight: (row) => isOf(row.fatherName, MALE) || isOf(row.motherName, FEMALE),
    explains: /^(?!)/,
    effect: 'none',
  },
];

const WARD = /^(?:phường|xã|thị trấn|đặc khu|[px]\.|tt\.)\s*\S/iu;
const DISTRICT = /^(?:quận|huyện|thị xã|thành phố|[qh]\.|tx\.|tp\.?)\s*\S/iu;

/** `column.swapped-with`: what two columns of most rows tell of each other is said once for them. Runs after the rules of single rows. */
export function checkSwappedColumns(state: SheetState): void {
  for (const pair of PAIRS) {
    if (!pair.fields.every((field) => state.hasColumn(field))) continue;
    const rows = swappedRows(state, pair);
    if (rows.length >= EVIDENCE_ROWS) checkPair(state, pair, rows);
  }
}

function swappedRows(state: SheetState, { shownBy, isSwapped }: Pair): readonly number[] {
  const candidates = shownBy ? new Set(shownBy.flatMap((rule) => state.found.rowsOf(rule))) : state.rows.keys();
  return [...candidates].filter((at) => isSwapped(state.rows[at] ?? {}, state, at)).sort((a, b) => a - b);
}

function checkPair(state: SheetState, pair: Pair, evidence: readonly number[]): void {
  const [a, b] = pair.fields;
  const held = state.rows.flatMap((row, at) => (isBlank(row[a]) && isBlank(row[b]) ? [] : [at]));
  const { isRight } = pair;
  const comparable = isRight
    ? evidence.length + state.rows.filter((row, at) => isRight(row) && !pair.isSwapped(row, state, at)).length
    : held.length;
  // Names tell a sex with few exceptions: where the columns are swapped, hardly any row looks right.
  if (evidence.length < comparable * (isRight ? 0.9 : SHARE)) return;
  const rows = isRight ? held : evidence;
  const text = (at: number, field: FieldId) => cellText(state.rows[at]?.[field]);
  state.found.takeBack(new Set(rows), (code) => pair.explains.test(code));
  state.found.report(COLUMN_RULES['column.swapped-with'], null, a, null, {
    effect: pair.effect,
    params: {
      count: String(evidence.length),
      filled: String(held.length),
      value: text(evidence[0] ?? 0, a),
      'columns.vi': pair.words.vi,
      'columns.en': pair.words.en,
    },
    rows,
    fix: {
      changes: rows
        .filter((row) => text(row, a) !== text(row, b))
        .flatMap((row) => [
          { row, field: a, after: text(row, b) },
          { row, field: b, after: text(row, a) },
        ]),
      safe: false,
    },
  });
}

/** Two words and more without a digit. */
function isName(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && /^\s*\p{L}[^\d]*\s\p{L}[^\d]*$/u.test(cell) && readBirthDate(cell) === undefined;
}

function isOf(cell: CellValue | undefined, sex: number): boolean {
  return nameSexCode(cell) === sex;
}

/** −1 for anything but twelve digits. */
function twelveDigits(cell: CellValue | undefined): number {
  return idNumber(withoutSeparators(cellText(cell)));
}

/** A ministry id, its first zero lost or not. */
function isTenDigits(cell: CellValue | undefined): boolean {
  return /^\d{9,10}$/.test(withoutSeparators(cellText(cell)));
}
