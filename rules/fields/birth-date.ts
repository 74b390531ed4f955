import { type CellValue, isExcelDate, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { RawRow } from '../record.ts';
import type { SheetState } from '../sheet-state.ts';
import { BIRTH_DATE_RULES as RULES } from './birth-date-rules.ts';
import {
  type BirthDateReading,
  birthDateText,
  packDate,
  readBirthDateForm,
  scanStandardDate,
} from './read-birth-date.ts';

/** Pupils without a known grade: from crèche to the end of upper secondary school with some years repeated. */
const PUPIL_MAX_AGE = 25;
/** Allowed around the usual year of a grade: three years late (remote areas, repeating), one year early. */
const YEARS_LATE = 3;
const YEARS_EARLY = 1;
const STAFF_AGES = { from: 18, to: 70 } as const;
const LEARNER_MAX_AGE = 70;

/** All rules about one birth-date cell; keeps the usable date in `state.births`. Runs after the class was read. */
export function checkBirthDate(state: SheetState, at: number, row: RawRow): void {
  const cell = row.birthDate;
  if (typeof cell === 'string') {
    const standard = scanStandardDate(cell);
    if (standard > 0) {
      if (standard % 100 > 12) state.textDaysOver12++;
      checkDate(state, at, row, standard);
      return;
    }
  }
  if (isBlank(cell)) {
    if (state.hasColumn('birthDate')) state.found.report(RULES['birth-date.missing'], at, 'birthDate', cell);
  } else if (!isExcelError(cell)) {
    if (isExcelDate(cell)) countTrueDate(state, at, cell.day);
    checkForm(state, at, row, cell, readBirthDateForm(cell, state.date1904));
  }
}

/**
 * Excel set to English reads 05/06 as 6 May and leaves 25/05 as text. So true dates that all have a day up to 12, beside text
 * with later days, were most likely read month first. Five true dates with small days happen by chance once in a hundred
 * sheets, twenty once in a hundred million: those need no text beside them.
 */
export function checkBirthDateColumn(state: SheetState): void {
  const { trueDateRows, trueDaysOver12, textDaysOver12, monthFirst } = state;
  const count = trueDateRows.length;
  const isSwapped = trueDaysOver12 === 0 && ((count >= 5 && textDaysOver12 + monthFirst >= 3) || count >= 20);
  if (!isSwapped) return;
  state.found.report(RULES['birth-date.column-may-be-swapped'], null, 'birthDate', null, {
    params: { count: String(count) },
    rows: [...trueDateRows],
  });
}

function countTrueDate(state: SheetState, at: number, day: number): void {
  state.trueDateRows.push(at);
  if (day > 12) state.trueDaysOver12++;
}

function checkForm(
  state: SheetState,
  at: number,
  row: RawRow,
  cell: CellValue | undefined,
  reading: BirthDateReading,
): void {
  const { found } = state;
  switch (reading.form) {
    case 'none':
      found.report(RULES['birth-date.not-a-date'], at, 'birthDate', cell);
      return;
    case 'impossible':
      found.report(RULES['birth-date.impossible'], at, 'birthDate', cell);
      return;
    case 'month-first':
      state.monthFirst++;
      found.reportFix(RULES['birth-date.month-day-swapped'], at, 'birthDate', cell, birthDateText(reading.date));
      return;
    case 'two-digit-year': {
      const year = fullYear(state, reading.shortYear);
      const after = birthDateText({ year, month: reading.month, day: reading.day });
      found.reportFix(RULES['birth-date.two-digit-year'], at, 'birthDate', cell, after);
      return;
    }
    case 'text':
      found.reportFix(RULES['birth-date.text-form'], at, 'birthDate', cell, birthDateText(reading.date));
      break;
    case 'serial':
      found.reportFix(RULES['birth-date.stored-as-number'], at, 'birthDate', cell, birthDateText(reading.date));
      break;
    case 'year':
    case 'month':
      found.report(RULES['birth-date.year-only'], at, 'birthDate', cell);
      break;
    case 'day':
      break;
  }
  checkDate(state, at, row, packDate(reading.date));
}

function checkDate(state: SheetState, at: number, row: RawRow, packed: number): void {
  if (packed > state.packedToday) {
    state.found.report(RULES['birth-date.in-future'], at, 'birthDate', row.birthDate);
    return;
  }
  state.births[at] = packed;
  const year = Math.floor(packed / 10000);
  if (state.kind === 'staff') {
    const { year: now } = state.today;
    checkRange(state, at, row, year, now - STAFF_AGES.to, now - STAFF_AGES.from);
    return;
  }
  const grade = state.currentClass?.grade;
  if (state.currentClass?.adult) {
    checkRange(state, at, row, year, state.schoolYear - LEARNER_MAX_AGE, state.schoolYear);
  } else if (grade !== undefined) {
    // A child enters grade 1 in the calendar year of its sixth birthday.
    const usual = state.schoolYear - 5 - grade;
    checkRange(state, at, row, year, usual - YEARS_LATE, usual + YEARS_EARLY);
  } else {
    const youngest = packed > state.packedCreche ? year - 1 : state.today.year;
    checkRange(state, at, row, year, state.schoolYear - PUPIL_MAX_AGE, youngest);
  }
}

function checkRange(state: SheetState, at: number, row: RawRow, year: number, from: number, to: number): void {
  if (year >= from && year <= to) return;
  state.found.report(RULES['birth-date.age-out-of-range'], at, 'birthDate', row.birthDate, {
    params: { found: String(year), from: String(from), to: String(to) },
  });
}

/** The century that makes a plausible age: the latest one that is not in the future, for staff the one of working age. */
function fullYear(state: SheetState, shortYear: number): number {
  const latest = 2000 + shortYear;
  const youngest = state.kind === 'staff' ? state.today.year - STAFF_AGES.from : state.today.year;
  return latest <= youngest ? latest : latest - 100;
}
