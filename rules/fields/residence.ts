import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import { CITATION } from '../citations.ts';
import { pupil, teacher } from '../example-rows.ts';
import type { FieldId } from '../field.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import type { SheetState } from '../sheet-state.ts';

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
});

/** The district level ended with this day (resolution 202/2025/QH15). */
const LAST_DISTRICT_DAY = 20250630;

/** All rules about the place of residence that need no table of communes. Foreigners have none to record. */
export function checkResidence(state: SheetState, at: number, row: RawRow): void {
  if (state.foreign[at] === 1) return;
  const { province } = row;
  if (isBlank(province)) {
    if (state.hasColumn('province')) reportMissing(state, at, 'province');
  } else if (!isExcelError(province)) {
    const reading = state.provinces.read(typeof province === 'string' ? province : cellText(province));
    if (!reading.known) reportUnknown(state, at, row, reading.suggestion);
  }
  if (!isBlank(row.ward)) return;
  if (state.kind === 'student') {
    if (state.hasColumn('ward')) reportMissing(state, at, 'ward');
  } else if (isBlank(row.district)) {
    const field = state.packedToday > LAST_DISTRICT_DAY || !state.hasColumn('district') ? 'ward' : 'district';
    if (state.hasColumn(field)) reportMissing(state, at, field);
  }
}

const FIELD_WORDS: { readonly [F in FieldId]?: string } = {
  province: 'tỉnh/thành phố',
  district: 'quận/huyện',
  ward: 'xã/phường',
};

function reportMissing(state: SheetState, at: number, field: FieldId): void {
  state.found.report(RESIDENCE_RULES['residence.missing'], at, field, null, {
    params: { found: FIELD_WORDS[field] ?? '' },
  });
}

function reportUnknown(state: SheetState, at: number, row: RawRow, suggestion: string | undefined): void {
  const rule = RESIDENCE_RULES['residence.province-unknown'];
  if (suggestion === undefined) state.found.report(rule, at, 'province', row.province);
  else state.found.reportFix(rule, at, 'province', row.province, suggestion);
}
