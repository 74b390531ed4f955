import type { LayoutColumn } from '../layout.ts';

/** What lists of schools carry besides the person: only compared with the class and with the account, never sent. */
export const GRADE_COLUMN = {
  id: 'grade',
  header: 'Khối',
  synonyms: ['Khối lớp', 'Khối học', 'Mã khối', 'Tên khối'],
  width: 6,
  format: 'text',
  presence: 'optional',
  help: {
    vi: 'Khối của lớp, ví dụ 7; chỉ để đối chiếu với cột Lớp, không gửi đi.',
    en: 'The grade of the class, e.g. 7; only compared with the class, never sent.',
  },
} as const satisfies LayoutColumn;

export const SCHOOL_CODE_COLUMN = {
  id: 'schoolCode',
  header: 'Mã trường',
  synonyms: ['Mã trường học', 'Mã đơn vị', 'Mã cơ sở giáo dục', 'Mã CSGD'],
  width: 11,
  format: 'text',
  presence: 'optional',
  help: {
    vi: 'Mã của trường; chỉ để đối chiếu với đơn vị của sổ, không gửi đi.',
    en: 'The school’s code; only compared with the unit of the workbook, never sent.',
  },
} as const satisfies LayoutColumn;
