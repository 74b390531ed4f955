import type { LayoutColumn } from '../layout.ts';

/** Columns that pupils and staff share word for word: birth date, sex, ethnicity, nationality, the state of the number, passport. */
export const BIRTH_DATE_COLUMN = {
  id: 'birthDate',
  header: 'Ngày sinh',
  synonyms: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'Sinh ngày', 'NTNS', 'Ngày sinh học sinh'],
  width: 12.5,
  format: 'text',
  presence: 'mandatory',
  required: true,
  help: {
    vi: 'Gõ ngày/tháng/năm như trên giấy khai sinh, ví dụ 05/09/2016. Giấy tờ chỉ có năm sinh thì gõ năm, ví dụ 1975.',
    en: 'Day/month/year as on the birth certificate, e.g. 05/09/2016. Where papers give only a year, type the year, e.g. 1975.',
  },
} as const satisfies LayoutColumn;

export const SEX_COLUMN = {
  id: 'sex',
  header: 'Giới tính',
  synonyms: ['Giới', 'Phái', 'Nam/Nữ', 'GT'],
  width: 8,
  format: 'text',
  presence: 'usual',
  required: true,
  list: 'sex',
  help: { vi: 'Chọn Nam hoặc Nữ.', en: 'Choose Nam (male) or Nữ (female).' },
} as const satisfies LayoutColumn;

export const ETHNICITY_COLUMN = {
  id: 'ethnicity',
  header: 'Dân tộc',
  synonyms: ['Thành phần dân tộc', 'Tên dân tộc', 'DT'],
  width: 9,
  format: 'text',
  presence: 'usual',
  required: true,
  list: 'ethnicity',
  help: {
    vi: 'Chọn đúng tên trong danh mục 54 dân tộc, ví dụ Kinh, Tày, Mông. Người nước ngoài chọn “Người nước ngoài”.',
    en: 'Choose the name from the list of 54 ethnic groups, e.g. Kinh, Tày, Mông; foreigners choose “Người nước ngoài”.',
  },
} as const satisfies LayoutColumn;

export const NATIONALITY_COLUMN = {
  id: 'nationality',
  header: 'Quốc tịch',
  synonyms: ['Tên quốc tịch'],
  width: 9,
  format: 'text',
  presence: 'usual',
  list: 'nationality',
  help: {
    vi: 'Để trống được hiểu là Việt Nam.',
    en: 'Blank is read as Việt Nam.',
  },
} as const satisfies LayoutColumn;

export const CITIZEN_ID_SYNONYMS = [
  'Số định danh cá nhân/CCCD',
  'Số định danh cá nhân',
  'Số định danh',
  'Mã số định danh cá nhân',
  'Mã định danh cá nhân',
  'Mã định danh công dân',
  'Số định danh công dân',
  'Định danh cá nhân',
  'Số ĐDCN',
  'Mã ĐDCN',
  'ĐDCN',
  'Số CCCD',
  'CCCD',
  'Mã CCCD',
  'Số thẻ CCCD',
  'Số căn cước công dân',
  'Căn cước công dân',
  'Số thẻ căn cước công dân',
  'Số căn cước',
  'Số thẻ căn cước',
  'Căn cước',
  'Số CMND',
  'CMND',
  'CMT',
  'Số CMT',
  'CMTND',
  'Số CMTND',
  'Số chứng minh nhân dân',
  'Chứng minh nhân dân',
  'Số CC',
  'Số CMND/Thẻ CCCD',
  'Số giấy tờ tùy thân',
] as const;

export const CITIZEN_ID_STATUS_COLUMN = {
  id: 'citizenIdStatus',
  header: 'Tình trạng số định danh',
  synonyms: [
    'Tình trạng số định danh cá nhân',
    'Tình trạng ĐDCN',
    'Tình trạng CCCD',
    'Tình trạng số CCCD',
    'Lý do chưa có số',
  ],
  width: 13,
  format: 'text',
  presence: 'usual',
  list: 'citizenIdStatus',
  help: {
    vi: 'Chỉ chọn khi chưa có số, hoặc số đang chờ công an cấp lại. Có số bình thường thì để trống.',
    en: 'Only where there is no number yet, or a new one is awaited. Otherwise leave blank.',
  },
} as const satisfies LayoutColumn;

export const PASSPORT_COLUMN = {
  id: 'passport',
  header: 'Số hộ chiếu',
  synonyms: ['Hộ chiếu', 'Passport', 'Số passport', 'Mã hộ chiếu'],
  width: 10.5,
  format: 'text',
  presence: 'usual',
  help: {
    vi: 'Dành cho người không có quốc tịch Việt Nam. Không gõ số định danh vào đây.',
    en: 'For those without Vietnamese nationality. Never the citizen number.',
  },
} as const satisfies LayoutColumn;

export const ORDINAL_COLUMN = {
  id: 'ordinal',
  header: 'STT',
  synonyms: ['TT', 'Số TT', 'Số thứ tự', 'S.T.T', 'No', 'No.'],
  width: 5,
  format: 'integer',
  presence: 'usual',
  help: { vi: 'Số thứ tự để in; không gửi đi.', en: 'Running number for print; never sent.' },
} as const satisfies LayoutColumn;

export const NOTE_COLUMN = {
  id: 'note',
  header: 'Ghi chú',
  synonyms: ['Chú thích', 'Ghi chú riêng'],
  width: 14,
  format: 'text',
  presence: 'usual',
  help: {
    vi: 'Ghi chú riêng của nhà trường; không gửi đi.',
    en: 'The school’s own remarks; never sent.',
  },
} as const satisfies LayoutColumn;
