import { cellText, isExcelError } from '../cell.ts';
import { isBlank } from '../cell-blank.ts';
import type { FieldId } from '../field.ts';
import type { Message } from '../messages.ts';
import type { RawRow } from '../record.ts';
import type { SheetState } from '../sheet-state.ts';
import { checkPlace } from './place.ts';
import { RESIDENCE_RULES } from './residence-rules.ts';

/** The district level ended with this day (resolution 202/2025/QH15). */
const LAST_DISTRICT_DAY = 20250630;

/** All rules about the place of residence. Foreigners have none to record. */
export function checkResidence(state: SheetState, at: number, row: RawRow): void {
  if (state.foreign[at] === 1) return;
  const { province } = row;
  if (isBlank(province)) {
    if (state.hasColumn('province')) reportMissing(state, at, 'province');
    else if (state.places && !isBlank(row.district) && !isExcelError(row.district)) {
      const { province: told } = state.districts.read(cellText(row.district));
      if (told) checkPlace(state, at, row, told);
    }
  } else if (!isExcelError(province)) {
    const reading = state.provinces.read(typeof province === 'string' ? province : cellText(province));
    if (!reading.province) reportUnknown(state, at, row, reading.suggestion);
    else if (state.places) checkPlace(state, at, row, reading.province);
  }
  if (!isBlank(row.ward)) return;
  if (state.kind !== 'staff') {
    if (state.hasColumn('ward')) reportMissing(state, at, 'ward');
  } else if (isBlank(row.district)) {
    const field = state.packedToday > LAST_DISTRICT_DAY || !state.hasColumn('district') ? 'ward' : 'district';
    if (state.hasColumn(field)) reportMissing(state, at, field);
  }
}

const FIELD_WORDS: { readonly [F in FieldId]?: Message } = {
  province: { vi: 'tỉnh/thành phố', en: 'the province' },
  district: { vi: 'quận/huyện', en: 'the district' },
  ward: { vi: 'xã/phường', en: 'the commune' },
};

function reportMissing(state: SheetState, at: number, field: FieldId): void {
  state.found.report(RESIDENCE_RULES['residence.missing'], at, field, null, {
    params: { 'found.vi': FIELD_WORDS[field]?.vi ?? '', 'found.en': FIELD_WORDS[field]?.en ?? '' },
  });
}

function reportUnknown(state: SheetState, at: number, row: RawRow, suggestion: string | undefined): void {
  const rule = RESIDENCE_RULES['residence.province-unknown'];
  if (suggestion === undefined) state.found.report(rule, at, 'province', row.province);
  else state.found.reportFix(rule, at, 'province', row.province, suggestion);
}
