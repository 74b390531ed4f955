import { cellText } from '../../rules/cell.ts';
import { VIETNAM } from '../../rules/codes/nationalities.ts';
import { findProvince } from '../../rules/codes/provinces.ts';
import type { RawRow, RecordKind } from '../../rules/record.ts';
import type { Citizen } from '../../server/population/people/invent-citizen.ts';
import { seededRandom } from '../../server/population/people/seeded-random.ts';

/** Subjects as a THCS school teaches them (circular 32/2018/TT-BGDĐT). */
const SUBJECTS = [
  'Toán',
  'Ngữ văn',
  'Tiếng Anh',
  'Khoa học tự nhiên',
  'Lịch sử và Địa lí',
  'Tin học',
  'Công nghệ',
  'Giáo dục công dân',
  'Giáo dục thể chất',
  'Nghệ thuật',
] as const;

/** The row as a careful clerk would type it, without its running number. */
export function cleanRow(kind: RecordKind, citizen: Citizen, role: { className: string; position: string }): RawRow {
  const person: RawRow = {
    fullName: citizen.fullName,
    birthDate: citizen.yearOnly ? String(citizen.birthDate.year) : dayText(citizen),
    sex: citizen.sex === 'male' ? 'Nam' : 'Nữ',
    ethnicity: citizen.ethnicity,
    nationality: VIETNAM,
    citizenId: citizen.citizenId,
    citizenIdStatus: null,
    passport: null,
    province: provinceLabel(citizen.province),
    district: null,
    ward: citizen.ward,
    note: null,
  };
  return kind === 'student'
    ? { ...person, className: role.className, ministryId: sectorId(citizen), studentStatus: 'Đang học' }
    : {
        ...person,
        staffId: sectorId(citizen),
        position: role.position,
        subject: role.position === 'Giáo viên' ? seededRandom('subject', citizen.citizenId).pick(SUBJECTS) : null,
        staffStatus: 'Đang làm việc',
      };
}

export function dayText({ birthDate }: Citizen): string {
  return cellText({ kind: 'date', ...birthDate });
}

/** The label of the dropdown: `Tỉnh Đắk Lắk`. */
export function provinceLabel(name: string): string {
  return findProvince(name)?.fullName ?? name;
}

/** A code of the sector database: ten digits, the first two a province's, as observed. The rest counts the invented people. */
function sectorId(citizen: Citizen): string {
  return citizen.citizenId.slice(1, 3) + String(citizen.index + 1).padStart(8, '0');
}
