import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil, teacher } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';

export const SCHOOL_CODE_RULES = defineRules({
  'school-code.not-this-school': {
    severity: 'error',
    effect: 'none',
    field: 'schoolCode',
    citation: CITATION.ministryId,
    title: { vi: 'Mã trường của đơn vị khác', en: 'Code of another school' },
    message: {
      vi: 'Cột Mã trường ghi “{value}”, sổ này của đơn vị {expected}. Nếu người này thuộc trường khác thì bỏ dòng; nếu không, sửa mã.',
      en: 'The school code is “{value}”, while this workbook is of unit {expected}. If the person belongs to another school, remove the row; otherwise correct the code.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô Mã trường ghi mã khác, ví dụ “{value}”, trong khi sổ này của đơn vị {expected}. Kiểm tra có mở nhầm tệp của trường khác không.',
      en: '{count} of {filled} school codes are others, such as “{value}”, while this workbook is of unit {expected}. Make sure that it is not another school’s file.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({ schoolCode: '79000799' }),
        { ...pupil({ schoolCode: '79000701' }), unit: '79000701' },
        { ...pupil({ schoolCode: 1000701 }), unit: '01000701' },
        { ...pupil({ schoolCode: '012' }), unit: '79000701' },
        { ...pupil({ schoolCode: null }), unit: '79000701' },
      ],
      fail: [
        { ...pupil({ schoolCode: '79000799' }), unit: '79000701' },
        { ...teacher({ schoolCode: 'TH-B' }), unit: 'TH-A' },
      ],
    },
  },
});

/** The column of school codes against the unit whose workbook this is. */
export function checkSchoolCode(state: SheetState, at: number, row: RawRow): void {
  const cell = row.schoolCode;
  if (state.unit === '' || isBlank(cell) || isExcelError(cell)) return;
  const code = codeKey(cellText(cell));
  const unit = codeKey(state.unit);
  if (code === unit || isOtherNumbering(code, unit)) return;
  state.found.report(SCHOOL_CODE_RULES['school-code.not-this-school'], at, 'schoolCode', cell, {
    params: { expected: state.unit },
  });
}

/** A number cell drops the zeros at the start: codes of figures are compared without them. */
function codeKey(code: string): string {
  return code
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
}

/**
 * The exam system counts schools with three digits, the sector database with eight: codes of figures of such different length
 * come from two lists and say nothing about each other.
 */
function isOtherNumbering(code: string, unit: string): boolean {
  return /^\d+$/.test(code) && /^\d+$/.test(unit) && Math.abs(code.length - unit.length) > 2;
}
