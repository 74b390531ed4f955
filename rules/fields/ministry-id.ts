import { addToGroup } from '../add-to-group.ts';
import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil, pupils, teacher } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';
import { digitsNumber } from './read-digits.ts';

export const MINISTRY_ID_RULES = defineRules({
  'ministry-id.malformed': {
    severity: 'query',
    effect: 'none',
    field: 'ministryId',
    citation: CITATION.ministryId,
    title: { vi: 'Mã định danh Bộ GD&ĐT lạ', en: 'Unusual ministry id' },
    message: {
      vi: '“{value}” khác dạng thường gặp của mã định danh Bộ GD&ĐT (10 chữ số). Sao lại từ CSDL ngành; nếu là mã tạm của địa phương thì xác nhận.',
      en: '“{value}” differs from the usual form of a ministry id (10 digits). Copy it again from the sector database; if it is a local temporary code, confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} mã của cột khác dạng thường gặp của mã định danh Bộ GD&ĐT (10 chữ số), ví dụ “{value}”. Kiểm tra cột này có đúng là mã định danh không; nếu là mã tạm của địa phương thì xác nhận.',
      en: '{count} of {filled} ids differ from the usual form (10 digits), such as “{value}”. Make sure that this column holds ministry ids; if they are local temporary codes, confirm.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ ministryId: null }), pupil({ ministryId: 7400000123 })],
      fail: [pupil({ ministryId: 'TAM-000123' }), pupil({ ministryId: '74000001234' })],
    },
  },
  'ministry-id.leading-zero-lost': {
    severity: 'error',
    effect: 'none',
    field: 'ministryId',
    citation: CITATION.ministryId,
    title: { vi: 'Mã định danh Bộ GD&ĐT mất số 0 ở đầu', en: 'Ministry id lost its zero' },
    message: {
      vi: '“{value}” chỉ có 9 chữ số: mã của các tỉnh 01–08 bắt đầu bằng 0, Excel đã bỏ. Thêm lại sẽ được {expected}; xác nhận.',
      en: '“{value}” has 9 digits: ids of provinces 01–08 begin with 0, which Excel dropped. With it, it is {expected}; confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} mã của cột mất số 0 ở đầu, ví dụ “{value}” là {expected}. Có thể thêm lại cho cả cột.',
      en: '{count} of {filled} ids lost their leading zero; “{value}” is {expected}. It can be restored for the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({})],
      fail: [pupil({ ministryId: 100000123 }, '0100000123'), pupil({ ministryId: '100000123' }, '0100000123')],
    },
  },
  'ministry-id.duplicate': {
    severity: 'error',
    effect: 'none',
    field: 'ministryId',
    citation: CITATION.ministryId,
    title: { vi: 'Trùng mã định danh Bộ GD&ĐT', en: 'Ministry id occurs twice' },
    message: {
      vi: 'Mã {value} cũng có ở dòng {rows}. Mỗi học sinh một mã duy nhất: sao lại từ CSDL ngành hoặc bỏ dòng thừa.',
      en: 'The id {value} also stands in row {rows}. It is unique to one pupil: copy it again from the sector database or remove the spare row.',
    },
    fix: 'none',
    examples: {
      pass: [pupils([{}, {}]), pupils([{ ministryId: null }, { ministryId: null }])],
      fail: [
        pupils([{ ministryId: '0100000123' }, { ministryId: '0100000123' }]),
        pupils([{ ministryId: 'TAM-1' }, {}, { ministryId: 'TAM-1' }]),
      ],
    },
  },
});

export const STAFF_ID_RULES = defineRules({
  'staff-id.malformed': {
    severity: 'query',
    effect: 'none',
    field: 'staffId',
    citation: CITATION.ministryId,
    title: { vi: 'Mã định danh nhân sự lạ', en: 'Unusual staff id' },
    message: {
      vi: '“{value}” không giống mã định danh (chữ cái và chữ số, tối đa 20 ký tự). Sao lại từ CSDL ngành.',
      en: '“{value}” does not look like an id (letters and digits, 20 at most). Copy it again from the sector database.',
    },
    columnMessage: {
      vi: '{count}/{filled} mã của cột không giống mã định danh, ví dụ “{value}”. Sao lại từ CSDL ngành, với cột ở dạng văn bản.',
      en: '{count} of {filled} ids do not look like ids, such as “{value}”. Copy them again from the sector database, as a text column.',
    },
    fix: 'none',
    examples: {
      pass: [teacher({}), teacher({ staffId: null }), teacher({ staffId: 'GV-34.000124' })],
      fail: [
        teacher({ staffId: '3400000124.0' }),
        teacher({ staffId: 'chưa có mã' }),
        teacher({ staffId: '123456789012345678901' }),
      ],
    },
  },
});

const STAFF_ID = /^(?!.*\.0$)[0-9A-Za-z](?:[0-9A-Za-z./_-]{0,18}[0-9A-Za-z])?$/;

/** All rules about one pupil's ministry id but its duplicates. */
export function checkMinistryId(state: SheetState, at: number, row: RawRow): void {
  const cell = row.ministryId;
  if (isBlank(cell) || isExcelError(cell)) return;
  const plain = typeof cell === 'string' ? digitsNumber(cell, 10) : -1;
  if (plain >= 0) {
    state.ministryIds[at] = plain;
    return;
  }
  const text = cellText(cell).trim();
  const number = digitsNumber(text, 10);
  if (number >= 0) {
    state.ministryIds[at] = number;
    return;
  }
  addToGroup(state.oddIds, text, at);
  if (digitsNumber(text, 9) >= 0) {
    state.found.reportFix(MINISTRY_ID_RULES['ministry-id.leading-zero-lost'], at, 'ministryId', cell, `0${text}`);
  } else {
    state.found.report(MINISTRY_ID_RULES['ministry-id.malformed'], at, 'ministryId', cell);
  }
}

export function checkStaffId(state: SheetState, at: number, row: RawRow): void {
  const cell = row.staffId;
  if (isBlank(cell) || isExcelError(cell)) return;
  if (typeof cell === 'string' && digitsNumber(cell, 10) >= 0) return;
  if (!STAFF_ID.test(cellText(cell).trim())) {
    state.found.report(STAFF_ID_RULES['staff-id.malformed'], at, 'staffId', cell);
  }
}
