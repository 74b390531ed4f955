import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil } from '../example-rows.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';

export const CLASS_RULES = defineRules({
  'class.missing': {
    severity: 'error',
    effect: 'none',
    field: 'className',
    citation: CITATION.headTemplate,
    title: { vi: 'Thiếu lớp', en: 'Class is missing' },
    message: {
      vi: 'Ô Lớp còn trống. Ghi tên lớp như trên CSDL ngành, ví dụ 7A.',
      en: 'The class is blank. Enter it as it stands in the sector database, such as 7A.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có lớp. Ghi tên lớp như trên CSDL ngành, ví dụ 7A.',
      en: '{count} of {filled} rows have no class. Enter it as it stands in the sector database, such as 7A.',
    },
    fix: 'none',
    examples: { pass: [pupil({}), pupil({ className: 'Hoa Sen' })], fail: [pupil({ className: null })] },
  },
  'class.spelling': {
    severity: 'note',
    effect: 'none',
    field: 'className',
    citation: CITATION.catalogue,
    title: { vi: 'Cách viết tên lớp', en: 'Spelling of the class' },
    message: {
      vi: '“{value}” nên viết là {expected}, thống nhất với tên lớp trên CSDL ngành.',
      en: '“{value}” is better written {expected}, as classes stand in the sector database.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô Lớp viết khác tên lớp trên CSDL ngành, ví dụ “{value}” nên viết là {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} classes are not written as in the sector database; “{value}” is better written {expected}. They can be corrected for the whole column.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Viết lại {count} tên lớp', en: 'Write {count} classes in the usual form' },
    examples: {
      pass: [
        pupil({ className: '11A1' }),
        pupil({ className: '11/2' }),
        pupil({ className: 'Chồi 1', birthDate: '12/03/2022', citizenId: '001322000123' }),
        pupil({ className: 'Lớp Hoa Sen' }),
      ],
      fail: [
        pupil({ className: 'Lớp 11a' }, '11A'),
        pupil({ className: '11 a1' }, '11A1'),
        pupil({ className: 'LỚP 11/2' }, '11/2'),
        pupil({ className: ' 11A ' }, '11A'),
        { ...pupil({ className: '11a1' }, '11.A1'), classes: ['11.A1', '11.A2'] },
      ],
    },
  },
  'class.not-in-school': {
    severity: 'error',
    effect: 'none',
    field: 'className',
    citation: CITATION.catalogue,
    title: { vi: 'Trường không có lớp này', en: 'The school has no such class' },
    message: {
      vi: '“{value}” không có trong danh sách lớp của trường. Chọn lại lớp; nếu là lớp mới, khai báo lớp trên CSDL ngành trước.',
      en: '“{value}” is not among the classes of the school. Choose the class again; a new class is entered in the sector database first.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô Lớp không có trong danh sách lớp của trường, ví dụ “{value}” có lẽ là {expected}. Xem lại rồi sửa cho cả cột.',
      en: '{count} of {filled} classes are not among those of the school; “{value}” is probably {expected}. Look at them, then correct the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} ô Lớp không có trong danh sách lớp của trường, ví dụ “{value}”. Có thể danh sách lớp là của năm học khác: cập nhật lớp trên CSDL ngành, hoặc chọn lại lớp.',
      en: '{count} of {filled} classes are not among those of the school, such as “{value}”. The list of classes may be of another year: bring it up to date in the sector database, or choose the classes again.',
    },
    fix: 'ask',
    examples: {
      pass: [
        pupil({}),
        { ...pupil({}), classes: ['11A', '11B'] },
        { ...pupil({ className: 'Lớp 11a' }), classes: ['11A'] },
      ],
      fail: [
        { ...pupil({ className: '11Al1' }, '11A1'), classes: ['11A1', '11B1'] },
        { ...pupil({ className: '11C' }), classes: ['11A', '11B'] },
      ],
    },
  },
});

/** All rules about one class cell. */
export function checkClassName(state: SheetState, at: number, row: RawRow): void {
  const cell = row.className;
  state.currentClass = null;
  if (isBlank(cell)) {
    if (state.hasColumn('className')) state.found.report(CLASS_RULES['class.missing'], at, 'className', cell);
    return;
  }
  if (isExcelError(cell)) return;
  const text = typeof cell === 'string' ? cell : cellText(cell);
  const reading = state.classes.read(text);
  state.currentClass = reading;
  state.classIds[at] = reading.id;
  if (!reading.listed) {
    state.found.reportFix(CLASS_RULES['class.not-in-school'], at, 'className', cell, reading.suggestion);
  } else if (reading.usual !== text) {
    state.found.reportFix(CLASS_RULES['class.spelling'], at, 'className', cell, reading.usual);
  }
}
