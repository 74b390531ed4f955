import { type CellValue, cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITIZEN_ID_STATUS_LIST, HAS_NUMBER } from '../codes/citizen-id-statuses.ts';
import type { RawRow } from '../record.ts';
import { FEMALE, NO_SEX, type SheetState } from '../sheet-state.ts';
import { CITIZEN_ID_RULES as RULES } from './citizen-id-rules.ts';
import { idBirthYear, idHasKnownPlace, idIsFemale, idNumber, withoutSeparators } from './read-citizen-id.ts';
import { passportForm } from './read-passport.ts';

const SCIENTIFIC = /^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i;
const ZERO_LIKE = /[OoQ\u041e\u043e\u039f\u03bf]/g;
const ONE_LIKE = /[Il|!]/g;
/** Runs people type to fill a cell. */
const TYPED_RUNS = new Set(['123456789012', '012345678901', '1234567890', '123456789', '987654321']);
/** Cards of the old form were issued from this age on. */
const OLD_CARD_AGE = 14;

/** All rules about one number cell. Runs after sex, birth date, nationality and status of the row were read. */
export function checkCitizenId(state: SheetState, at: number, row: RawRow): void {
  const cell = row.citizenId;
  if (isBlank(cell)) {
    if (state.hasColumn('citizenId')) checkMissing(state, at, row);
    return;
  }
  if (isExcelError(cell)) return;
  const text = typeof cell === 'string' ? cell : cellText(cell);
  const number = idNumber(text);
  if (state.foreign[at] === 1) {
    state.ids[at] = number;
    state.found.report(RULES['citizen-id.not-for-foreigner'], at, 'citizenId', cell, {
      params: { found: cellText(row.nationality) },
    });
  } else if (number < 0) {
    checkMalformed(state, at, row, cell, text);
  } else if (isDummy(number)) {
    state.found.report(RULES['citizen-id.dummy'], at, 'citizenId', cell);
  } else {
    state.ids[at] = number;
    checkMeaning(state, at, row, number);
  }
}

/** The number agrees with the sex and the birth year of its row, and both are known. */
export function idAgrees(state: SheetState, at: number, number: number): boolean {
  const sex = state.sexes[at] ?? NO_SEX;
  const year = birthYear(state, at);
  return sex !== NO_SEX && year > 0 && (sex === FEMALE) === idIsFemale(number) && idBirthYear(number) === year;
}

function checkMissing(state: SheetState, at: number, row: RawRow): void {
  if (state.foreign[at] === 1 || state.left[at] === 1) return;
  const passport = passportForm(row.passport);
  if (passport === 'citizen-id' || passport === 'temporary-code') return;
  const status = CITIZEN_ID_STATUS_LIST.find(cellText(row.citizenIdStatus));
  if (status !== undefined && status !== HAS_NUMBER) return;
  state.found.report(RULES['citizen-id.missing'], at, 'citizenId', row.citizenId);
}

function checkMeaning(state: SheetState, at: number, row: RawRow, number: number): void {
  const { found } = state;
  const cell = row.citizenId;
  if (!idHasKnownPlace(number)) {
    const prefix = String(Math.floor(number / 1e9)).padStart(3, '0');
    found.report(RULES['citizen-id.unknown-place'], at, 'citizenId', cell, { params: { found: prefix } });
  }
  const female = idIsFemale(number);
  const sex = state.sexes[at];
  if (sex !== NO_SEX && (sex === FEMALE) !== female) {
    state.disagrees[at] = 1;
    const params = { expected: female ? 'Nữ' : 'Nam', found: female ? 'Nam' : 'Nữ' };
    found.report(RULES['citizen-id.sex-disagrees'], at, 'citizenId', cell, { params });
  }
  const idYear = idBirthYear(number);
  const year = birthYear(state, at);
  if (year > 0 && year !== idYear) {
    state.disagrees[at] = 1;
    const params = { expected: String(idYear), found: String(year) };
    found.report(RULES['citizen-id.birth-year-disagrees'], at, 'citizenId', cell, { params });
  }
  if (idYear < 2000 && state.kind !== 'staff' && !state.currentClass?.adult) {
    found.report(RULES['citizen-id.adult-number'], at, 'citizenId', cell, { params: { found: String(idYear) } });
  }
}

function checkMalformed(state: SheetState, at: number, row: RawRow, cell: CellValue | undefined, text: string): void {
  const { found } = state;
  const compact = withoutSeparators(text);
  const number = idNumber(compact);
  if (SCIENTIFIC.test(text)) {
    found.report(RULES['citizen-id.digits-lost'], at, 'citizenId', cell);
  } else if (isDummyText(compact) || (number >= 0 && isDummy(number))) {
    found.report(RULES['citizen-id.dummy'], at, 'citizenId', cell);
  } else if (number >= 0) {
    state.ids[at] = number;
    found.reportFix(RULES['citizen-id.separators'], at, 'citizenId', cell, compact);
    checkMeaning(state, at, row, number);
  } else if (/^\d+$/.test(compact)) {
    checkLength(state, at, cell, compact);
  } else {
    checkLetters(state, at, cell, compact);
  }
}

function checkLength(state: SheetState, at: number, cell: CellValue | undefined, digits: string): void {
  if (digits.length === 9 || (digits.length === 8 && !digits.startsWith('0'))) {
    checkOldNumber(state, at, cell, digits);
    return;
  }
  const padded = digits.padStart(12, '0');
  const number = idNumber(padded);
  if ((digits.length === 10 || digits.length === 11) && idHasKnownPlace(number)) {
    const agrees = idAgrees(state, at, number);
    // Text that still begins with 0 more likely lost another digit: padding it is proposed only where everything else agrees.
    if (agrees || !digits.startsWith('0')) {
      if (!agrees) state.disagrees[at] = 1;
      const safe = agrees && typeof cell === 'number';
      state.found.reportFix(RULES['citizen-id.leading-zero-lost'], at, 'citizenId', cell, padded, safe);
      return;
    }
  }
  reportLength(state, at, cell, digits.length);
}

/** Nine digits, or eight: as a number, an old one that began with 0 lost it. Neither is ever what is left of twelve. */
function checkOldNumber(state: SheetState, at: number, cell: CellValue | undefined, digits: string): void {
  const rule = RULES['citizen-id.old-9-digit'];
  const year = birthYear(state, at);
  const tooYoung = state.kind !== 'staff' && year > 0 && state.today.year - year < OLD_CARD_AGE;
  if (state.found.isInForce(rule)) {
    state.found.report(rule, at, 'citizenId', cell, { severity: tooYoung ? 'error' : 'query' });
  } else if (tooYoung) {
    reportLength(state, at, cell, digits.length);
  }
}

function checkLetters(state: SheetState, at: number, cell: CellValue | undefined, compact: string): void {
  const digits = compact.replace(ZERO_LIKE, '0').replace(ONE_LIKE, '1');
  const number = idNumber(digits);
  if (number >= 0 && idAgrees(state, at, number)) {
    state.found.reportFix(RULES['citizen-id.letters-for-digits'], at, 'citizenId', cell, digits);
  } else {
    reportLength(state, at, cell, compact.replace(/\D/g, '').length);
  }
}

function reportLength(state: SheetState, at: number, cell: CellValue | undefined, digits: number): void {
  state.found.report(RULES['citizen-id.not-12-digits'], at, 'citizenId', cell, { params: { digits: String(digits) } });
}

/** Prefix 000 is no place; one digit repeated and a typed run are nobody's number. */
function isDummy(number: number): boolean {
  return number < 1e9 || number % 111_111_111_111 === 0 || number === 123_456_789_012 || number === 12_345_678_901;
}

function isDummyText(digits: string): boolean {
  return TYPED_RUNS.has(digits) || /^0+$/.test(digits) || (digits.length >= 6 && /^(\d)\1+$/.test(digits));
}

function birthYear(state: SheetState, at: number): number {
  return Math.floor((state.births[at] ?? 0) / 10000);
}
