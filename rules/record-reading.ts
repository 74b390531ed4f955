import { type CellValue, cellText, isExcelError } from './cell.ts';
import { isBlank } from './cell-blank.ts';
import { CITIZEN_ID_STATUS_LIST } from './codes/citizen-id-statuses.ts';
import type { CodeList } from './codes/code-list.ts';
import { ETHNICITY_LIST, FOREIGNER_ETHNICITY } from './codes/ethnicities.ts';
import { NATIONALITY_LIST, VIETNAM } from './codes/nationalities.ts';
import { POSITION_LIST } from './codes/positions.ts';
import { findProvince } from './codes/provinces.ts';
import { findSex, type Sex } from './codes/sexes.ts';
import { STAFF_LEFT_LABELS, STAFF_STATUS_LIST } from './codes/staff-statuses.ts';
import { STUDENT_LEFT_LABELS, STUDENT_STATUS_LIST } from './codes/student-statuses.ts';
import { type PartialDate, readBirthDate } from './fields/read-birth-date.ts';
import { idNumber, withoutSeparators } from './fields/read-citizen-id.ts';
import { readLabel } from './fields/read-label.ts';
import { type PassportForm, passportForm } from './fields/read-passport.ts';
import type { RawRow, RecordKind } from './record.ts';
import { cleanName } from './text/clean-name.ts';
import { nameKey } from './text/name-key.ts';
import { tidySpaces } from './text/spaces.ts';

/** A row as the rules understand it. Null where a cell is blank or says nothing usable; nothing is guessed. */
export interface RecordReading {
  readonly kind: RecordKind;
  /** Composed, single spaces; '' when there is no letter in it. */
  readonly fullName: string;
  /** Equal for two spellings of one name; '' without a name. */
  readonly nameKey: string;
  readonly birthDate: PartialDate | null;
  readonly sex: Sex | null;
  /** 12 digits, separators taken out. */
  readonly citizenId: string | null;
  readonly citizenIdStatus: string | null;
  readonly ethnicity: string | null;
  /** Việt Nam for a blank cell, unless the ethnic group says foreigner; null for an unknown text. */
  readonly nationality: string | null;
  /** Known to have another nationality, or none. */
  readonly foreign: boolean;
  readonly passport: string | null;
  readonly passportForm: PassportForm;
  readonly ministryId: string | null;
  readonly staffId: string | null;
  readonly className: string | null;
  /** Name of the province without *Tỉnh* or *Thành phố*, in whichever era it is one. */
  readonly provinceName: string | null;
  /** Name of the province of today that one became part of. */
  readonly provinceToday: string | null;
  readonly district: string | null;
  readonly ward: string | null;
  readonly position: string | null;
  readonly status: string | null;
  /** The status says the person is no longer here. */
  readonly left: boolean;
}

/** Reads one row for claims, duplicates and outlooks. Pure; no rule is applied. */
export function readRecord(kind: RecordKind, row: RawRow): RecordReading {
  const fullName = readName(row.fullName);
  const ethnicity = label(ETHNICITY_LIST, row.ethnicity);
  const nationality = readNationality(row.nationality, ethnicity);
  const status =
    kind !== 'staff' ? label(STUDENT_STATUS_LIST, row.studentStatus) : label(STAFF_STATUS_LIST, row.staffStatus);
  const province = isBlank(row.province) ? undefined : findProvince(cellText(row.province));
  const form = passportForm(row.passport);
  return {
    kind,
    fullName,
    nameKey: nameKey(fullName),
    birthDate: readBirthDate(row.birthDate) ?? null,
    sex: findSex(cellText(row.sex)) ?? null,
    citizenId: findNumber(row),
    citizenIdStatus: label(CITIZEN_ID_STATUS_LIST, row.citizenIdStatus),
    ethnicity,
    nationality,
    foreign: isBlank(row.nationality)
      ? ethnicity === FOREIGNER_ETHNICITY
      : nationality !== null && nationality !== VIETNAM,
    passport: form === 'blank' || form === 'malformed' ? null : withoutSeparators(cellText(row.passport)).toUpperCase(),
    passportForm: form,
    ministryId: text(row.ministryId),
    staffId: text(row.staffId),
    className: text(row.className),
    provinceName: province?.name ?? null,
    provinceToday: province?.today ?? null,
    district: text(row.district),
    ward: text(row.ward),
    position: label(POSITION_LIST, row.position),
    status,
    left: status !== null && (kind !== 'staff' ? STUDENT_LEFT_LABELS : STAFF_LEFT_LABELS).has(status),
  };
}

function readName(cell: CellValue | undefined): string {
  const name = text(cell);
  return name !== null && /\p{L}/u.test(name) ? cleanName(name) : '';
}

function readNationality(cell: CellValue | undefined, ethnicity: string | null): string | null {
  if (isBlank(cell)) return ethnicity === FOREIGNER_ETHNICITY ? null : VIETNAM;
  return label(NATIONALITY_LIST, cell);
}

function label(list: CodeList, cell: CellValue | undefined): string | null {
  if (isBlank(cell) || isExcelError(cell)) return null;
  return readLabel(list, cellText(cell)).label ?? null;
}

function text(cell: CellValue | undefined): string | null {
  if (isBlank(cell) || isExcelError(cell)) return null;
  const tidy = tidySpaces(cellText(cell)).normalize('NFC');
  return tidy === '' ? null : tidy;
}

/** The 12 digits of a row's number, without separators; null for anything else. */
function findNumber(row: RawRow): string | null {
  const number = withoutSeparators(cellText(row.citizenId));
  return idNumber(number) >= 0 ? number : null;
}
