import { type CellValue, cellText, isExcelDate, isExcelError } from '../../rules/cell.ts';
import { CITIZEN_ID_STATUS_LIST } from '../../rules/codes/citizen-id-statuses.ts';
import { ETHNICITY_LIST, SINGLE_WORD_NAME_ETHNICITIES } from '../../rules/codes/ethnicities.ts';
import { NATIONALITY_LIST } from '../../rules/codes/nationalities.ts';
import { findProvince, suggestProvince } from '../../rules/codes/provinces.ts';
import { findSex } from '../../rules/codes/sexes.ts';
import { STUDENT_LEFT_LABELS, STUDENT_STATUS_LIST } from '../../rules/codes/student-statuses.ts';
import { birthDateText, packDate, readBirthDateForm, scanStandardDate } from '../../rules/fields/read-birth-date.ts';
import {
  idBirthYear,
  idHasKnownPlace,
  idIsFemale,
  idNumber,
  withoutSeparators,
} from '../../rules/fields/read-citizen-id.ts';
import { findGrade, usualClassName } from '../../rules/fields/read-class.ts';
import { digitsNumber } from '../../rules/fields/read-digits.ts';
import { passportForm } from '../../rules/fields/read-passport.ts';
import type { PlainDate } from '../../rules/plain-date.ts';
import type { RawRow } from '../../rules/record.ts';
import { cleanName } from '../../rules/text/clean-name.ts';
import { editDistance } from '../../rules/text/edit-distance.ts';
import { findLegacyText } from '../../rules/text/legacy-font.ts';
import { nameKey } from '../../rules/text/name-key.ts';
import { isPlainName } from '../../rules/text/plain-name.ts';
import { plainSpaces } from '../../rules/text/spaces.ts';
import { titleCaseName } from '../../rules/text/title-case.ts';

interface HandFinding {
  readonly code: string;
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly after: string | undefined;
}

function put<K>(map: Map<K, number | number[]>, key: K, at: number): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, at);
  else if (typeof before === 'number') map.set(key, [before, at]);
  else before.push(at);
}

/**
 * The same checks of pupils as one long function, the way somebody in a hurry would write them: no rule table, no catalogue, no
 * dates in force, no messages, nothing said once for a column. The readers are shared, so the ratio shows what the engine costs.
 */
export function checkByHand(rows: readonly RawRow[], today: PlainDate): HandFinding[] {
  const out: HandFinding[] = [];
  const add = (code: string, row: number, field: string, cell: CellValue | undefined, after?: string) => {
    out.push({ code, row, field, value: cellText(cell), after });
  };
  const numbers = new Map<number, number | number[]>();
  const ministryIds = new Map<string, number | number[]>();
  const people = new Map<number, number | number[]>();
  const classes = new Map<string, { id: number; usual: string; grade: number | undefined }>();
  const provinces = new Map<string, { known: boolean; suggestion: string | undefined }>();
  const ids = new Float64Array(rows.length).fill(-1);
  const births = new Int32Array(rows.length);
  const women: (boolean | undefined)[] = [];
  const agrees = (at: number, number: number) =>
    number >= 0 && women[at] === idIsFemale(number) && Math.floor((births[at] ?? 0) / 10000) === idBirthYear(number);
  const packedToday = packDate(today);
  const schoolYear = today.month >= 8 ? today.year : today.year - 1;
  let nationalities = 0;

  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (!row) continue;
    for (const field of [
      'className',
      'ministryId',
      'fullName',
      'birthDate',
      'sex',
      'ethnicity',
      'citizenId',
      'passport',
      'province',
      'ward',
      'address',
      'studentStatus',
    ] as const) {
      if (isExcelError(row[field])) add('sheet.formula-error', at, field, row[field]);
    }

    const status = cellText(row.studentStatus);
    let left = false;
    if (status !== '') {
      if (STUDENT_STATUS_LIST.has(status)) left = STUDENT_LEFT_LABELS.has(status);
      else add('student-status.not-in-list', at, 'studentStatus', status, STUDENT_STATUS_LIST.find(status));
    }

    const nationality = cellText(row.nationality);
    let foreign = false;
    if (nationality === '') nationalities++;
    else if (NATIONALITY_LIST.has(nationality)) foreign = nationality !== 'Việt Nam';
    else {
      const label = NATIONALITY_LIST.find(nationality);
      foreign = label !== undefined && label !== 'Việt Nam';
      add('nationality.not-in-list', at, 'nationality', nationality, label);
    }
    const ethnicity = cellText(row.ethnicity);
    if (ethnicity === '') {
      if (!foreign) add('ethnicity.missing', at, 'ethnicity', null);
    } else if (!ETHNICITY_LIST.has(ethnicity)) {
      add('ethnicity.not-in-list', at, 'ethnicity', ethnicity, ETHNICITY_LIST.find(ethnicity));
    }

    const className = cellText(row.className);
    let grade: number | undefined;
    let classId = 0;
    if (className === '') add('class.missing', at, 'className', null);
    else {
      let known = classes.get(className);
      if (!known) {
        const name = usualClassName(className);
        known = { id: classes.size + 1, usual: name, grade: findGrade(name) };
        for (const other of classes.values()) if (other.usual === name) known.id = other.id;
        classes.set(className, known);
      }
      grade = known.grade;
      classId = known.id;
      if (known.usual !== className) add('class.spelling', at, 'className', className, known.usual);
    }

    let female: boolean | undefined;
    if (row.sex === 'Nam') female = false;
    else if (row.sex === 'Nữ') female = true;
    else if (cellText(row.sex) === '') add('sex.missing', at, 'sex', null);
    else {
      const sex = findSex(cellText(row.sex));
      if (sex !== undefined) female = sex === 'Nữ';
      if (sex?.toLowerCase() !== cellText(row.sex).toLowerCase()) add('sex.not-in-list', at, 'sex', row.sex, sex);
    }

    let birth = typeof row.birthDate === 'string' ? scanStandardDate(row.birthDate) : -1;
    if (birth <= 0) {
      birth = 0;
      const cell = row.birthDate;
      if (cell === null || cell === undefined || cell === '') add('birth-date.missing', at, 'birthDate', null);
      else {
        const reading = readBirthDateForm(cell);
        if (reading.form === 'none') add('birth-date.not-a-date', at, 'birthDate', cell);
        else if (reading.form === 'impossible') add('birth-date.impossible', at, 'birthDate', cell);
        else if (reading.form === 'month-first')
          add('birth-date.month-day-swapped', at, 'birthDate', cell, birthDateText(reading.date));
        else if (reading.form === 'two-digit-year') add('birth-date.two-digit-year', at, 'birthDate', cell);
        else {
          if (reading.form === 'text') add('birth-date.text-form', at, 'birthDate', cell, birthDateText(reading.date));
          if (reading.form === 'serial')
            add('birth-date.stored-as-number', at, 'birthDate', cell, birthDateText(reading.date));
          if (reading.form === 'year' || reading.form === 'month') add('birth-date.year-only', at, 'birthDate', cell);
          birth = packDate(reading.date);
        }
      }
    }
    if (birth > packedToday) {
      add('birth-date.in-future', at, 'birthDate', row.birthDate);
      birth = 0;
    }
    const year = Math.floor(birth / 10000);
    if (birth > 0) {
      const from = grade === undefined ? schoolYear - 25 : schoolYear - 5 - grade - 3;
      const to = grade === undefined ? today.year : schoolYear - 5 - grade + 1;
      if (year < from || year > to) add('birth-date.age-out-of-range', at, 'birthDate', row.birthDate);
    }

    births[at] = birth;
    women[at] = female;

    const name = cellText(row.fullName);
    if (name.trim() === '') add('full-name.missing', at, 'fullName', null);
    else if (name.length > 100 || !isPlainName(name)) {
      const legacy = foreign ? undefined : findLegacyText(name);
      if (legacy !== undefined) add('full-name.legacy-font', at, 'fullName', name, legacy);
      else {
        const clean = cleanName(name);
        const spaced = plainSpaces(name);
        const symbol = /[^\p{L}\p{M} '’.-]/u.test(clean);
        if (symbol) add('full-name.not-a-name', at, 'fullName', name);
        if (spaced.normalize('NFC') !== name) add('full-name.unicode-form', at, 'fullName', name, clean);
        if (/^ | {2}| $/.test(spaced)) add('full-name.spacing', at, 'fullName', name, clean);
        if (clean.length > 100) add('full-name.too-long', at, 'fullName', name);
        if (!symbol && !foreign) {
          if (!clean.includes(' ') && !SINGLE_WORD_NAME_ETHNICITIES.has(ethnicity))
            add('full-name.single-word', at, 'fullName', name);
          const titled = titleCaseName(clean);
          if (titled !== clean) add('full-name.capitals', at, 'fullName', name, titled);
        }
      }
    }

    const cell = row.citizenId;
    let number = -1;
    if (cell === null || cell === undefined || cell === '') {
      const stated = CITIZEN_ID_STATUS_LIST.find(cellText(row.citizenIdStatus));
      if (
        !foreign &&
        !left &&
        passportForm(row.passport) !== 'temporary-code' &&
        (stated === undefined || stated === 'Có số')
      ) {
        add('citizen-id.missing', at, 'citizenId', null);
      }
    } else if (foreign) add('citizen-id.not-for-foreigner', at, 'citizenId', cell);
    else {
      const text = cellText(cell);
      number = idNumber(text);
      if (number < 0) {
        const compact = withoutSeparators(text);
        number = idNumber(compact);
        if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text.trim())) add('citizen-id.digits-lost', at, 'citizenId', cell);
        else if (number >= 0) add('citizen-id.separators', at, 'citizenId', cell, compact);
        else if (/^\d{9}$/.test(compact)) add('citizen-id.old-9-digit', at, 'citizenId', cell);
        else if (/^\d{10,11}$/.test(compact) && idHasKnownPlace(idNumber(compact.padStart(12, '0')))) {
          add('citizen-id.leading-zero-lost', at, 'citizenId', cell, compact.padStart(12, '0'));
        } else if (/^\d+$/.test(compact)) add('citizen-id.not-12-digits', at, 'citizenId', cell);
        else {
          const digits = compact.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
          add(
            idNumber(digits) >= 0 ? 'citizen-id.letters-for-digits' : 'citizen-id.not-12-digits',
            at,
            'citizenId',
            cell,
            digits,
          );
        }
      }
      if (number >= 0 && (number < 1e9 || number % 111_111_111_111 === 0 || number === 123_456_789_012)) {
        add('citizen-id.dummy', at, 'citizenId', cell);
        number = -1;
      }
      if (number >= 0) {
        if (!idHasKnownPlace(number)) add('citizen-id.unknown-place', at, 'citizenId', cell);
        if (female !== undefined && idIsFemale(number) !== female)
          add('citizen-id.sex-disagrees', at, 'citizenId', cell);
        if (birth > 0 && idBirthYear(number) !== year) add('citizen-id.birth-year-disagrees', at, 'citizenId', cell);
        if (idBirthYear(number) < 2000) add('citizen-id.adult-number', at, 'citizenId', cell);
        ids[at] = number;
        put(numbers, number, at);
      }
    }
    const passport = row.passport === null || row.passport === undefined ? 'blank' : passportForm(row.passport);
    if (passport === 'malformed') add('passport.malformed', at, 'passport', row.passport);
    if (foreign && passport === 'blank') add('passport.missing-for-foreigner', at, 'passport', null);
    if (!foreign && cellText(cell) === '' && passport === 'temporary-code')
      add('passport.temporary-code', at, 'passport', row.passport);
    if (!foreign && cellText(cell) === '' && passport === 'citizen-id')
      add('passport.looks-like-citizen-id', at, 'passport', row.passport);

    if (!foreign) {
      const province = cellText(row.province);
      if (province === '') add('residence.missing', at, 'province', null);
      else {
        let reading = provinces.get(province);
        if (!reading) {
          const known = findProvince(province) !== undefined;
          reading = { known, suggestion: known ? undefined : suggestProvince(province)?.fullName };
          provinces.set(province, reading);
        }
        if (!reading.known) add('residence.province-unknown', at, 'province', province, reading.suggestion);
      }
      if (cellText(row.ward).trim() === '') add('residence.missing', at, 'ward', null);
    }

    const ministryId = cellText(row.ministryId);
    if (ministryId !== '') {
      if (digitsNumber(ministryId, 10) < 0) {
        const lost = digitsNumber(ministryId, 9) >= 0;
        add(
          lost ? 'ministry-id.leading-zero-lost' : 'ministry-id.malformed',
          at,
          'ministryId',
          ministryId,
          lost ? `0${ministryId}` : undefined,
        );
      }
      put(ministryIds, ministryId, at);
    }
    if (birth > 0) {
      put(people, birth * 1e6 + classId, at);
    }
  }

  for (const same of numbers.values())
    if (typeof same === 'object')
      for (const at of same) add('citizen-id.duplicate', at, 'citizenId', rows[at]?.citizenId);
  for (const same of ministryIds.values())
    if (typeof same === 'object')
      for (const at of same) add('ministry-id.duplicate', at, 'ministryId', rows[at]?.ministryId);
  for (const same of people.values()) {
    if (typeof same === 'number') continue;
    const names = same.map((at) => nameKey(cellText(rows[at]?.fullName)));
    for (const [place, at] of same.entries()) {
      const twin = same.some(
        (other, index) =>
          other !== at &&
          names[place] !== '' &&
          names[index] === names[place] &&
          (ids[at] === -1 || ids[other] !== ids[at]),
      );
      const near = same.some((other, index) => {
        const [a = '', b = ''] = [names[place], names[index]];
        const [own = -1, its = -1] = [ids[at], ids[other]];
        const apart = [...String(own).padStart(12, '0')].filter(
          (digit, i) => digit !== String(its).padStart(12, '0')[i],
        );
        if (other === at || a === b || Math.min(a.length, b.length) < 6) return false;
        if (own >= 0 && its >= 0 && apart.length > 1) return false;
        return editDistance(a, b, 1) <= 1 || a.split(' ').sort().join(' ') === b.split(' ').sort().join(' ');
      });
      if (near) add('person.near-duplicate', at, 'fullName', rows[at]?.fullName);
      if (twin) add('person.duplicate', at, 'fullName', rows[at]?.fullName);
    }
  }
  for (let at = 0; at + 1 < rows.length; at++) {
    const own = ids[at] ?? -1;
    const next = ids[at + 1] ?? -1;
    if (own < 0 || next < 0 || agrees(at, own) || agrees(at + 1, next)) continue;
    if (agrees(at, next) && agrees(at + 1, own)) add('citizen-id.swapped-with-neighbour', at, 'citizenId', own);
  }
  const trueDates = rows.filter((row) => isExcelDate(row.birthDate));
  if (trueDates.length >= 20) add('birth-date.column-may-be-swapped', 0, 'birthDate', null);
  if (nationalities > 0) add('nationality.missing', 0, 'nationality', null);
  return out.sort((a, b) => a.row - b.row);
}
