import { isExcelError } from './cell.ts';
import { isBlank } from './cell-blank.ts';
import type { FieldId } from './field.ts';
import { checkBirthDate } from './fields/birth-date.ts';
import { checkCitizenId } from './fields/citizen-id.ts';
import { checkClassName } from './fields/class-name.ts';
import { checkFullName } from './fields/full-name.ts';
import { checkGrade } from './fields/grade.ts';
import { checkOrigin, checkStatus } from './fields/lists.ts';
import { checkMinistryId, checkStaffId } from './fields/ministry-id.ts';
import { checkPassport } from './fields/passport.ts';
import { checkPosition } from './fields/position.ts';
import { checkResidence } from './fields/residence.ts';
import { checkSchoolCode } from './fields/school-code.ts';
import { checkSex } from './fields/sex.ts';
import { NEVER_UPLOADED, type RawRow } from './record.ts';
import { checkFormulaErrors } from './records/formula-errors.ts';
import { checkResults } from './results/check-results.ts';
import type { SheetState } from './sheet-state.ts';

/** The rules of one row. The order matters: who the person is (status, origin, class, sex, birth) before name and number. */
export function checkRecord(state: SheetState, at: number, row: RawRow): void {
  checkStatus(state, at, row);
  checkOrigin(state, at, row);
  if (state.kind !== 'staff') {
    checkClassName(state, at, row);
    checkGrade(state, at, row);
  }
  checkSchoolCode(state, at, row);
  checkSex(state, at, row);
  checkBirthDate(state, at, row);
  checkFullName(state, at, row);
  checkCitizenId(state, at, row);
  checkPassport(state, at, row);
  checkResidence(state, at, row);
  if (state.kind !== 'staff') {
    checkMinistryId(state, at, row);
  } else {
    checkStaffId(state, at, row);
    checkPosition(state, at, row);
  }
  let broken = mayHoldError(row);
  if (state.results !== null) broken = checkResults(state, state.results, at, row) || broken;
  if (broken) checkFormulaErrors(state, at, row);
}

const NOT_DATA: ReadonlySet<string> = new Set(NEVER_UPLOADED);

/** Nothing but a running number or a remark: such rows are left over from a template and are nobody's. */
export function isEmptyRow(row: RawRow): boolean {
  if (!isBlank(row.fullName) || !isBlank(row.citizenId)) return false;
  for (const field in row) if (!NOT_DATA.has(field) && !isBlank(row[field as FieldId])) return false;
  return true;
}

/** Written out, because this runs over every cell of every row and a loop over field names costs four times as much. */
function mayHoldError(row: RawRow): boolean {
  return (
    isExcelError(row.className) ||
    isExcelError(row.ministryId) ||
    isExcelError(row.staffId) ||
    isExcelError(row.fullName) ||
    isExcelError(row.birthDate) ||
    isExcelError(row.sex) ||
    isExcelError(row.ethnicity) ||
    isExcelError(row.nationality) ||
    isExcelError(row.citizenId) ||
    isExcelError(row.citizenIdStatus) ||
    isExcelError(row.passport) ||
    isExcelError(row.province) ||
    isExcelError(row.district) ||
    isExcelError(row.ward) ||
    isExcelError(row.address) ||
    isExcelError(row.fatherName) ||
    isExcelError(row.fatherBirthYear) ||
    isExcelError(row.motherName) ||
    isExcelError(row.motherBirthYear) ||
    isExcelError(row.position) ||
    isExcelError(row.subject) ||
    isExcelError(row.studentStatus) ||
    isExcelError(row.staffStatus)
  );
}
