import { CITATION } from '../citations.ts';
import { pupil, pupils, teacher } from '../example-rows.ts';
import { defineRules } from '../rule.ts';

/** With this day districts ended and 34 provinces came (resolution 202/2025/QH15): until then former units were the right ones. */
const DISTRICTS_ENDED = { year: 2025, month: 7, day: 1 } as const;

export const RESIDENCE_RULES = defineRules({
  'residence.missing': {
    severity: 'error',
    effect: 'none',
    field: 'province',
    citation: CITATION.fiveFields,
    title: { vi: 'Thiếu nơi thường trú', en: 'Residence is missing' },
    message: {
      vi: 'Nơi thường trú còn thiếu {found}. Học sinh ghi đến xã/phường; nhân sự ghi tỉnh và huyện, thị xã (hoặc xã, phường). Ghi theo VNeID hoặc giấy thông báo của công an, không cần giấy tờ khác.',
      en: 'The place of residence lacks its {found}. Pupils are recorded down to the commune, staff by province and district or commune. Take it from VNeID or the police notice; no other paper is needed.',
    },
    columnMessage: {
      vi: '{count}/{filled} nơi thường trú còn thiếu {found}. Học sinh ghi đến xã/phường; nhân sự ghi tỉnh và huyện, thị xã (hoặc xã, phường). Ghi theo VNeID hoặc giấy thông báo của công an, không cần giấy tờ khác.',
      en: '{count} of {filled} places of residence lack {found}. Pupils give the commune; staff the province and the district or town (or the commune). Take it from VNeID or the police notice; no other paper is needed.',
    },
    fix: 'none',
    examples: {
      pass: [
        pupil({}),
        teacher({ district: 'Huyện Kiến Xương', ward: null }),
        pupil({ province: null, ward: null, nationality: 'Lào', citizenId: null, passport: 'PA0000123' }),
      ],
      fail: [pupil({ province: null }), pupil({ ward: ' ' }), teacher({ ward: null }), teacher({ province: null })],
    },
  },
  'residence.province-unknown': {
    severity: 'error',
    effect: 'none',
    field: 'province',
    citation: CITATION.provinces,
    title: { vi: 'Tỉnh, thành phố không có trong danh mục', en: 'Unknown province' },
    message: {
      vi: '“{value}” không phải tên tỉnh, thành phố, cả trước và sau 01/7/2025. Chọn lại trong danh sách.',
      en: '“{value}” is no province, neither before nor after 1/7/2025. Choose again from the list.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô Tỉnh/Thành phố của cột không có trong danh mục, ví dụ “{value}” có lẽ là {expected}. Xem lại rồi sửa cho cả cột.',
      en: '{count} of {filled} provinces are not in the list; “{value}” is probably {expected}. Look at them, then correct the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} ô Tỉnh/Thành phố của cột không có trong danh mục, ví dụ “{value}”. Kiểm tra cột này có đúng là tỉnh, thành phố không, rồi chọn lại trong danh sách.',
      en: '{count} of {filled} provinces are not in the list, such as “{value}”. Make sure that this column holds provinces, then choose again from the list.',
    },
    fix: 'ask',
    examples: {
      pass: [
        pupil({}),
        pupil({ province: 'TP HCM' }),
        pupil({ province: 'tỉnh Hoà Bình' }),
        pupil({ province: 'Thừa Thiên Huế' }),
        pupil({ province: 'Bà Rịa – Vũng Tàu' }),
      ],
      fail: [
        pupil({ province: 'Ha Noi' }, 'Thành phố Hà Nội'),
        pupil({ province: 'Hải Phònh' }, 'Thành phố Hải Phòng'),
        pupil({ province: 'Hà Đông' }),
      ],
    },
  },
  'residence.district-unknown': {
    severity: 'query',
    effect: 'none',
    field: 'district',
    judges: ['province'],
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Quận, huyện không có trong danh mục', en: 'Unknown district' },
    message: {
      vi: '“{value}” không phải quận, huyện, thị xã, thành phố nào trước 01/7/2025 của {province}. Sửa tên, hoặc để trống và ghi xã, phường hiện nay: từ 01/7/2025 không còn cấp huyện.',
      en: '“{value}” was no district of {province} before 1/7/2025. Correct the name, or leave it blank and give the commune of today: there are no districts since 1/7/2025.',
    },
    columnMessage: {
      vi: '{count}/{filled} quận, huyện của cột không có trong danh mục trước 01/7/2025, ví dụ “{value}” ở {province}. Xem các giá trị gợi ý rồi sửa cho cả cột.',
      en: '{count} of {filled} districts are not in the list of before 1/7/2025, such as “{value}” in {province}. Look at the proposed values, then correct the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} quận, huyện của cột không có trong danh mục trước 01/7/2025, ví dụ “{value}” ở {province}. Sửa tên, hoặc để trống và ghi xã, phường hiện nay.',
      en: '{count} of {filled} districts are not in the list of before 1/7/2025, such as “{value}” in {province}. Correct the names, or leave them blank and give the communes of today.',
    },
    fix: 'ask',
    examples: {
      pass: [
        pupil({}),
        pupil({ district: 'Q. Hà Đông', ward: 'Phường Hà Cầu' }),
        pupil({ province: 'TP HCM', district: 'Q.1', ward: 'P. Bến Nghé' }),
        teacher({ district: 'Huyện Kiến Xương', ward: null }),
      ],
      fail: [
        pupil({ district: 'Quận Hà Đôngg', ward: 'Phường Hà Cầu' }, 'Quận Hà Đông'),
        pupil({ district: 'Không', ward: 'Phường Hà Đông' }, ''),
        teacher({ district: 'Huyện Đống Đa', ward: null, province: 'Tỉnh Nghệ An' }),
      ],
    },
  },
  'residence.ward-unknown': {
    severity: 'query',
    effect: 'none',
    field: 'ward',
    judges: ['province', 'district'],
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Xã, phường chưa rõ', en: 'Unknown commune' },
    message: {
      vi: '“{value}” không khớp với xã, phường, đặc khu nào hiện nay của {province}. Kiểm tra theo VNeID hoặc giấy thông báo của công an rồi chọn lại; nếu đúng thì xác nhận.',
      en: '“{value}” fits no commune, ward or special zone of today in {province}. Look it up in VNeID or the police notice and choose again; confirm it if it is right.',
    },
    columnMessage: {
      vi: '{count}/{filled} xã, phường của cột không khớp danh mục hiện nay, ví dụ “{value}” ở {province}. Xem các giá trị gợi ý rồi sửa cho cả cột.',
      en: '{count} of {filled} communes do not fit the list of today, such as “{value}” in {province}. Look at the proposed values, then correct the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} xã, phường của cột không khớp danh mục hiện nay, ví dụ “{value}” ở {province}. Kiểm tra theo VNeID hoặc giấy thông báo của công an rồi chọn lại; nếu đúng thì xác nhận.',
      en: '{count} of {filled} communes do not fit the list of today, such as “{value}” in {province}. Look them up in VNeID or the police notices and choose again; confirm those that are right.',
    },
    fix: 'ask',
    examples: {
      pass: [
        pupil({}),
        pupil({ ward: 'P. Hà Đông' }),
        pupil({ ward: 'hà đông' }),
        pupil({ province: 'Tỉnh Lâm Đồng', ward: 'Xã D’Ran' }),
        pupil({ province: 'Tỉnh Đồng Nai', ward: 'Xã Long Thành' }),
      ],
      fail: [
        pupil({ ward: 'Phường Hà Đôngg' }, 'Phường Hà Đông'),
        pupil({ ward: 'Phuong Ha Dong' }, 'Phường Hà Đông'),
        pupil({ ward: 'Xã Hà Đông' }, 'Phường Hà Đông'),
        pupil({ ward: 'Phường Không Có Thật' }),
      ],
    },
  },
  'residence.ward-elsewhere': {
    severity: 'query',
    effect: 'none',
    field: 'ward',
    judges: ['province', 'district'],
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Xã, phường không thuộc quận, huyện đã ghi', en: 'Commune of another district' },
    message: {
      vi: '“{value}” có trong {province} nhưng không thuộc quận, huyện đã ghi. Kiểm tra lại cả hai ô, hoặc ghi đơn vị hiện nay và để trống ô quận, huyện.',
      en: '“{value}” exists in {province}, but not in the district given. Check both cells, or give the unit of today and leave the district blank.',
    },
    columnMessage: {
      vi: '{count}/{filled} xã, phường của cột không thuộc quận, huyện đã ghi, ví dụ “{value}” ở {province}. Xem các giá trị gợi ý rồi sửa cho cả cột.',
      en: '{count} of {filled} communes are not in the district given, such as “{value}” in {province}. Look at the proposed values, then correct the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} xã, phường của cột không thuộc quận, huyện đã ghi, ví dụ “{value}” ở {province}. Có thể cột Quận/Huyện bị dán lệch: kiểm tra lại cả hai cột.',
      en: '{count} of {filled} communes are not in the district given, such as “{value}” in {province}. The column of districts may be pasted off its rows: check both columns.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' })],
      fail: [
        pupil({ district: 'Quận Ba Đình', ward: 'Phường Hà Cầu' }, 'Phường Hà Đông'),
        pupil({ province: 'TP HCM', district: 'Quận 1', ward: 'Phường 15' }),
      ],
    },
  },
  'residence.unit-dissolved': {
    severity: 'note',
    effect: 'none',
    field: 'ward',
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Đơn vị hành chính cũ', en: 'Former administrative unit' },
    message: {
      vi: '“{value}” là đơn vị cũ, từ 01/7/2025 thuộc {expected}. Có thể đổi cả tỉnh, huyện, xã sang đơn vị hiện nay.',
      en: '“{value}” is a former unit, part of {expected} since 1/7/2025. Province, district and commune can be changed to those of today together.',
    },
    columnMessage: {
      vi: '{count} nơi thường trú ghi theo đơn vị hành chính cũ (trước 01/7/2025), mỗi nơi nay thuộc đúng một đơn vị. Có thể đổi tất cả sang đơn vị hiện nay.',
      en: '{count} places of residence name former units (before 1/7/2025), each of which is part of one unit now. They can all be changed to those of today.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Đổi {count} ô sang đơn vị hiện nay', en: 'Change {count} cells to today’s units' },
    examples: {
      pass: [
        pupil({}),
        pupil({ province: 'TP HCM', ward: 'Phường Bến Thành' }),
        { ...pupil({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' }), today: { year: 2025, month: 6, day: 30 } },
      ],
      fail: [
        pupil({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' }, 'Phường Hà Đông'),
        pupil({ province: 'TP HCM', district: 'Q.1', ward: 'P. Bến Nghé' }, 'Phường Sài Gòn'),
        pupil({ province: 'Hồ Chí Minh', district: 'Quận Gò Vấp', ward: 'P.05' }, 'Phường An Nhơn'),
        pupils(
          Array.from({ length: 10 }, () => ({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' })),
          'Phường Hà Đông',
        ),
      ],
    },
  },
  'residence.unit-split': {
    severity: 'query',
    effect: 'none',
    field: 'ward',
    judges: ['province', 'district'],
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Đơn vị cũ có thể thuộc nhiều đơn vị mới', en: 'Former unit with several successors' },
    message: {
      vi: '“{value}” là tên cũ, nay có thể thuộc: {candidates}. Hỏi gia đình hoặc xem VNeID rồi chọn; Sổ Sạch không tự chọn thay.',
      en: '“{value}” is a former name and may now be part of: {candidates}. Ask the family or look in VNeID, then choose; Sổ Sạch does not choose for you.',
    },
    columnMessage: {
      vi: '{count}/{filled} xã, phường của cột là tên cũ, nay có thể thuộc nhiều đơn vị, ví dụ “{value}” nay có thể thuộc: {candidates}. Hỏi gia đình hoặc xem VNeID rồi chọn cho từng người; Sổ Sạch không tự chọn thay.',
      en: '{count} of {filled} communes are former names with several successors: “{value}” may now be part of {candidates}. Ask the families or look in VNeID, then choose for each; Sổ Sạch does not choose for you.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ district: 'Quận Hà Đông', ward: 'Phường Hà Cầu' })],
      fail: [
        pupil({ district: 'Quận Đống Đa', ward: 'Phường Trung Tự' }),
        pupil({ province: 'Thành phố Hồ Chí Minh', ward: 'Phường 5' }),
      ],
    },
  },
  'residence.eras-mixed': {
    severity: 'query',
    effect: 'none',
    field: 'ward',
    judges: ['province', 'district'],
    citation: CITATION.communes,
    from: DISTRICTS_ENDED,
    title: { vi: 'Lẫn đơn vị cũ và mới', en: 'Former and present units mixed' },
    message: {
      vi: '“{value}” là đơn vị từ 01/7/2025 của {province}, nhưng ghi cùng tỉnh hoặc quận, huyện cũ. Ghi tỉnh hiện nay và để trống ô quận, huyện.',
      en: '“{value}” is a unit of {province} since 1/7/2025, but stands with a former province or district. Give the province of today and leave the district blank.',
    },
    columnMessage: {
      vi: '{count}/{filled} xã, phường của cột là đơn vị từ 01/7/2025 nhưng ghi cùng tỉnh hoặc quận, huyện cũ, ví dụ “{value}”. Có thể ghi tỉnh hiện nay và để trống quận, huyện cho cả cột.',
      en: '{count} of {filled} communes are units since 1/7/2025 beside a former province or district, such as “{value}”. The province of today can be given and the district left blank for the whole column.',
    },
    fix: 'ask',
    examples: {
      pass: [pupil({}), pupil({ province: 'Tỉnh Hưng Yên', ward: 'Phường Thái Bình' })],
      fail: [
        pupil({ district: 'Quận Hà Đông', ward: 'Phường Hà Đông' }, ''),
        pupil({ province: 'Tỉnh Thái Bình', ward: 'Phường Thái Bình' }, 'Tỉnh Hưng Yên'),
      ],
    },
  },
});
