import { CITATION } from '../citations.ts';
import { pupil, pupils, teacher } from '../example-rows.ts';
import { defineRules } from '../rule.ts';

/** The sector database refuses anything but the exact label; what only looks different needs no second look. */
const LIST_WORDING = {
  columnMessage: {
    vi: '{count}/{filled} ô của cột ghi khác danh mục, ví dụ “{value}” là {expected}. Có thể sửa cho cả cột.',
    en: '{count} of {filled} cells are not worded as in the list; “{value}” is {expected}. They can be corrected for the whole column.',
  },
  columnMessageUnfixed: {
    vi: '{count}/{filled} ô của cột không có trong danh mục, ví dụ “{value}”. Kiểm tra có đúng cột không, rồi chọn lại trong danh sách.',
    en: '{count} of {filled} cells are not in the list, such as “{value}”. Make sure that it is the right column, then choose again from the list.',
  },
  safeMessage: {
    vi: '“{value}” chỉ khác danh mục ở chữ hoa, dấu cách hoặc cách gõ dấu. Ghi đúng theo danh mục là {expected}.',
    en: '“{value}” differs from the list only in capitals, spaces or the way its accents are typed. The list has {expected}.',
  },
} as const;

export const LIST_RULES = defineRules({
  'sex.missing': {
    severity: 'error',
    effect: 'none',
    field: 'sex',
    citation: CITATION.fiveFields,
    title: { vi: 'Thiếu giới tính', en: 'Sex is missing' },
    message: {
      vi: 'Ô Giới tính còn trống. Chọn Nam hoặc Nữ theo giấy khai sinh.',
      en: 'The sex is blank. Choose Nam or Nữ from the birth certificate.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có giới tính. Chọn Nam hoặc Nữ theo giấy khai sinh.',
      en: '{count} of {filled} rows have no sex. Choose Nam or Nữ from the birth certificates.',
    },
    fix: 'none',
    examples: { pass: [pupil({})], fail: [pupil({ sex: null }), teacher({ sex: '' })] },
  },
  'sex.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'sex',
    citation: CITATION.catalogue,
    title: { vi: 'Giới tính ngoài danh mục', en: 'Sex not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục; chỉ nhận Nam hoặc Nữ. Chọn lại theo giấy khai sinh.',
      en: '“{value}” is not in the list; only Nam or Nữ are taken. Choose again from the birth certificate.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô giới tính theo danh mục', en: 'Write {count} sexes as listed' },
    examples: {
      pass: [pupil({}), pupil({ sex: 'NỮ' })],
      fail: [
        pupil({ sex: 'nu' }, 'Nữ'),
        pupil({ sex: 'F' }, 'Nữ'),
        pupil({ sex: 'N÷' }, 'Nữ'),
        pupil({ sex: 'x' }),
        pupil({ sex: 0 }),
        pupils([{ sex: 'x' }, { sex: 'x' }, { sex: 'x' }, { sex: 'Nữ' }], 'Nữ'),
      ],
    },
  },
  'sex.only-one-marked': {
    severity: 'error',
    effect: 'none',
    field: 'sex',
    citation: CITATION.catalogue,
    title: { vi: 'Cột Giới tính chỉ đánh dấu một giới', en: 'Only one sex is marked' },
    message: {
      vi: 'Cột Giới tính đánh dấu “{mark}” cho {found} và để trống cho {expected}. Ghi rõ Nam hoặc Nữ.',
      en: 'The column marks {found} with “{mark}” and leaves {expected} blank. Write Nam or Nữ.',
    },
    columnMessage: {
      vi: 'Cột Giới tính đánh dấu “{mark}” cho {found} và để trống {count}/{filled} dòng: theo chữ số thứ 4 của số định danh, các ô trống là {expected}. Xem lại rồi ghi {expected} cho các ô trống.',
      en: 'The column marks {found} with “{mark}” and leaves {count} of {filled} rows blank: by the 4th digit of the citizen numbers the blank ones are {expected}. Look at them, then write {expected} there.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ sex: null }), pupils([{ sex: 'x' }, { sex: 'x' }, { sex: 'x' }, { sex: null }])],
      fail: [
        pupils(
          [3, 3, 3, 2, 2, 2].map((digit, at) => ({
            sex: digit === 3 ? 'x' : null,
            citizenId: `001${digit}10000${300 + at}`,
          })),
          'Nam',
        ),
      ],
    },
  },
  'ethnicity.missing': {
    severity: 'error',
    effect: 'none',
    field: 'ethnicity',
    citation: CITATION.ministryFields,
    title: { vi: 'Thiếu dân tộc', en: 'Ethnic group is missing' },
    message: {
      vi: 'Ô Dân tộc còn trống. Chọn theo giấy khai sinh.',
      en: 'The ethnic group is blank. Choose it from the birth certificate.',
    },
    columnMessage: {
      vi: '{count}/{filled} dòng chưa có dân tộc. Chọn theo giấy khai sinh.',
      en: '{count} of {filled} rows have no ethnic group. Choose it from the birth certificates.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ ethnicity: null, nationality: 'Lào', citizenId: null, passport: 'PA0000123' })],
      fail: [pupil({ ethnicity: null })],
    },
  },
  'ethnicity.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'ethnicity',
    citation: CITATION.statisticsEthnic,
    title: { vi: 'Dân tộc ngoài danh mục', en: 'Ethnic group not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục 54 dân tộc. Chọn tên trong danh mục theo giấy khai sinh; có tên gọi chung của nhiều dân tộc, khi đó hỏi gia đình.',
      en: '“{value}” is not among the 54 groups of the list. Choose the listed name from the birth certificate; some names are shared by several groups: then ask the family.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô dân tộc theo danh mục', en: 'Write {count} ethnic groups as listed' },
    examples: {
      pass: [pupil({}), pupil({ ethnicity: 'Ê Đê' }), pupil({ ethnicity: 'Thổ' })],
      fail: [
        pupil({ ethnicity: "H'Mông" }, 'Mông'),
        pupil({ ethnicity: 'Khơ me' }, 'Khmer'),
        pupil({ ethnicity: 'kinh' }, 'Kinh'),
        pupil({ ethnicity: 'Ê-đê' }, 'Ê Đê'),
        pupil({ ethnicity: 'Cao Lan' }),
        pupil({ ethnicity: 'Sán Chí' }),
      ],
    },
  },
  'nationality.missing': {
    severity: 'note',
    effect: 'none',
    field: 'nationality',
    citation: CITATION.ministryFields,
    title: { vi: 'Quốc tịch để trống', en: 'Nationality is blank' },
    message: {
      vi: 'Ô Quốc tịch còn trống. Chọn quốc tịch theo giấy khai sinh hoặc hộ chiếu.',
      en: 'The nationality is blank. Choose it from the birth certificate or passport.',
    },
    columnMessage: {
      vi: '{count} ô Quốc tịch để trống, được hiểu là Việt Nam. Có thể điền Việt Nam cho tất cả; người nước ngoài thì chọn riêng.',
      en: '{count} nationalities are blank and taken as Việt Nam. They can all be filled so; choose separately for foreigners.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Ghi Việt Nam vào {count} ô trống', en: 'Write Việt Nam into {count} blank cells' },
    examples: {
      pass: [pupil({})],
      fail: [
        pupils([{ nationality: null }, {}], 'Việt Nam'),
        pupil({ nationality: null, ethnicity: 'Người nước ngoài', citizenId: null, passport: 'PA0000123' }),
      ],
    },
  },
  'nationality.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'nationality',
    citation: CITATION.catalogue,
    title: { vi: 'Quốc tịch ngoài danh mục', en: 'Nationality not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục quốc tịch. Chọn lại trong danh sách.',
      en: '“{value}” is not in the list of nationalities. Choose again.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô quốc tịch theo danh mục', en: 'Write {count} nationalities as listed' },
    examples: {
      pass: [pupil({}), pupil({ nationality: 'Lào', citizenId: null, passport: 'PA0000123' })],
      fail: [
        pupil({ nationality: 'VN' }, 'Việt Nam'),
        pupil({ nationality: 'Vietnam' }, 'Việt Nam'),
        pupil({ nationality: 'Mỹ', citizenId: null, passport: 'PA0000123' }, 'Hoa Kỳ'),
        pupil({ nationality: 'Kinh' }),
      ],
    },
  },
  'student-status.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'studentStatus',
    citation: CITATION.catalogue,
    title: { vi: 'Trạng thái học sinh ngoài danh mục', en: 'Pupil status not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục trạng thái. Chọn lại trong danh sách, ví dụ Đang học.',
      en: '“{value}” is not in the list of statuses. Choose again, such as Đang học.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô trạng thái theo danh mục', en: 'Write {count} statuses as listed' },
    examples: {
      pass: [pupil({}), pupil({ studentStatus: null })],
      fail: [
        pupil({ studentStatus: 'đang  học' }, 'Đang học'),
        pupil({ studentStatus: '01' }, 'Đang học'),
        pupil({ studentStatus: 'ốm' }),
      ],
    },
  },
  'staff-status.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'staffStatus',
    citation: CITATION.catalogue,
    title: { vi: 'Trạng thái làm việc ngoài danh mục', en: 'Work status not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục trạng thái. Chọn lại trong danh sách, ví dụ Đang làm việc.',
      en: '“{value}” is not in the list of statuses. Choose again, such as Đang làm việc.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô trạng thái theo danh mục', en: 'Write {count} statuses as listed' },
    examples: {
      pass: [teacher({}), teacher({ staffStatus: null })],
      fail: [teacher({ staffStatus: 'nghỉ hưu' }, 'Đã nghỉ hưu'), teacher({ staffStatus: 'ốm' })],
    },
  },
  'position.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: 'position',
    citation: CITATION.catalogue,
    title: { vi: 'Vị trí việc làm ngoài danh mục', en: 'Post not in the list' },
    message: {
      vi: '“{value}” không có trong danh mục vị trí việc làm: Cán bộ quản lý, Giáo viên, Nhân viên. Chọn lại.',
      en: '“{value}” is not in the list of posts: Cán bộ quản lý, Giáo viên, Nhân viên. Choose again.',
    },
    ...LIST_WORDING,
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô vị trí việc làm theo danh mục', en: 'Write {count} posts as listed' },
    examples: {
      pass: [teacher({}), teacher({ position: null })],
      fail: [
        teacher({ position: 'GV' }, 'Giáo viên'),
        teacher({ position: 'Hiệu trưởng' }, 'Cán bộ quản lý'),
        teacher({ position: 'lao công' }),
      ],
    },
  },
});
