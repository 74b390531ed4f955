import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil, teacher } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import { withoutSeparators } from './read-citizen-id.ts';
import { passportForm } from './read-passport.ts';

export const PASSPORT_RULES = defineRules({
  'passport.looks-like-citizen-id': {
    severity: 'query',
    effect: 'none',
    field: 'passport',
    citation: CITATION.newestNumber,
    title: { vi: 'Số định danh nằm ở cột hộ chiếu', en: 'Citizen number in the passport column' },
    message: {
      vi: '“{value}” có dạng số định danh nhưng nằm ở cột Số hộ chiếu, cột số định danh để trống. Nếu đúng là số định danh, chuyển sang cột của nó.',
      en: '“{value}” looks like a citizen number but stands in the passport column while the number is blank. If it is one, move it.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột Số hộ chiếu có dạng số định danh, trong khi cột số định danh để trống, ví dụ “{value}”. Nếu đúng là số định danh, chuyển cả cột sang.',
      en: '{count} of {filled} passports look like citizen numbers while the number is blank, such as “{value}”. If that is what they are, move the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ passport: 'C0000123' }), pupil({ passport: '001310000123' })],
      fail: [pupil({ citizenId: null, passport: '001310000123' }, '001310000123')],
    },
  },
  'passport.missing-for-foreigner': {
    severity: 'query',
    effect: 'none',
    field: 'passport',
    citation: CITATION.passport,
    title: { vi: 'Người nước ngoài chưa có số hộ chiếu', en: 'Foreigner without a passport' },
    message: {
      vi: 'Người không có quốc tịch Việt Nam được ghi bằng số hộ chiếu, ô này còn trống. Nhập số hộ chiếu; nếu không có (trẻ vùng biên, chưa có quốc tịch), xác nhận.',
      en: 'A person without Vietnamese nationality is recorded by passport, and this is blank. Enter it; if there is none (border or stateless children), confirm.',
    },
    columnMessage: {
      vi: '{count} người không có quốc tịch Việt Nam chưa có số hộ chiếu. Nhập số hộ chiếu; ai không có (trẻ vùng biên, chưa có quốc tịch) thì xác nhận.',
      en: '{count} people without Vietnamese nationality have no passport here. Enter it; for those who have none (border or stateless children), confirm.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ nationality: 'Lào', citizenId: null, passport: 'PA0000123' })],
      fail: [
        pupil({ nationality: 'Lào', citizenId: null }),
        teacher({ nationality: 'Không quốc tịch', citizenId: null }),
      ],
    },
  },
  'passport.malformed': {
    severity: 'query',
    effect: 'none',
    field: 'passport',
    citation: CITATION.passport,
    title: { vi: 'Số hộ chiếu lạ', en: 'Unusual passport number' },
    message: {
      vi: '“{value}” không giống số hộ chiếu: hộ chiếu Việt Nam gồm 1 chữ cái và 7 chữ số, hộ chiếu nước ngoài chỉ có chữ cái và chữ số. Đối chiếu lại.',
      en: '“{value}” is no passport number: a Vietnamese one has 1 letter and 7 digits, foreign ones only letters and digits. Please compare.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột không giống số hộ chiếu, ví dụ “{value}”. Ai không có hộ chiếu thì để trống ô này.',
      en: '{count} of {filled} cells are no passport numbers, such as “{value}”. Leave the cell blank for those who have none.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({ passport: 'C0000123' }), pupil({ passport: 'c 0000123' })],
      fail: [pupil({ passport: 'không' }), pupil({ passport: 'C1' })],
    },
  },
  'passport.temporary-code': {
    severity: 'note',
    effect: 'none',
    field: 'passport',
    citation: CITATION.temporaryCode,
    title: { vi: 'Mã tạm của hệ thống thi', en: 'Temporary code of the exam system' },
    message: {
      vi: '“{value}” là mã tạm 12 ký tự của Hệ thống quản lý thi, không xác thực được. Thay bằng số định danh khi học sinh có số.',
      en: '“{value}” is a temporary 12-character code of the exam system and is never verified. Replace it once the pupil has a citizen number.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột là mã tạm 12 ký tự của Hệ thống quản lý thi, ví dụ “{value}”, không xác thực được. Thay bằng số định danh khi học sinh có số.',
      en: '{count} of {filled} cells hold a temporary 12-character code of the exam system, such as “{value}”, which is never verified. Replace them once the pupils have citizen numbers.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        pupil({ passport: 'HN23AB000123' }),
        pupil({ nationality: 'Lào', citizenId: null, passport: 'LA1234000123' }),
      ],
      fail: [
        pupil({ citizenId: null, passport: 'HN23AB000123' }),
        pupil({ citizenId: null, passport: '999999000123' }),
      ],
    },
  },
});

/** All rules about one passport cell. */
export function checkPassport(state: SheetState, at: number, row: RawRow): void {
  const cell = row.passport;
  if (isExcelError(cell)) return;
  const foreign = state.foreign[at] === 1;
  if (!foreign && (cell === undefined || cell === null || cell === '')) return;
  const form = passportForm(cell);
  const hasNumber = !isBlank(row.citizenId);
  if (form === 'blank') {
    if (foreign && state.hasColumn('passport') && isBlank(row.citizenIdStatus)) {
      state.found.report(PASSPORT_RULES['passport.missing-for-foreigner'], at, 'passport', cell);
    }
  } else if (form === 'malformed') {
    state.found.report(PASSPORT_RULES['passport.malformed'], at, 'passport', cell);
  } else if (form === 'temporary-code' && !foreign && !hasNumber) {
    state.found.report(PASSPORT_RULES['passport.temporary-code'], at, 'passport', cell);
  } else if (form === 'citizen-id' && !foreign && !hasNumber) {
    const number = withoutSeparators(cellText(cell));
    state.found.report(PASSPORT_RULES['passport.looks-like-citizen-id'], at, 'passport', cell, {
      params: { expected: number },
      fix: {
        changes: [
          { row: at, field: 'citizenId', after: number },
          { row: at, field: 'passport', after: '' },
        ],
        safe: false,
      },
    });
  }
}
