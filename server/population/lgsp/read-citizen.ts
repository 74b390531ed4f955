import { ALL_PLACES } from '../../../rules/codes/all-places.ts';
import { isRealDay } from '../../../rules/plain-date.ts';
import { findPlace } from '../matching/find-place.ts';
import type { RegisterRecord } from '../matching/match-record.ts';
import type { ClaimBirthDate } from '../population-adapter.ts';

/**
 * The names that are read of an answer about a person. Everything else (parents, spouse, head of household, religion, marriage,
 * blood group, addresses in words) is dropped while the text is parsed and is never an object.
 */
export const CITIZEN_NAMES: readonly string[] = [
  'CongDan',
  'SoDinhDanh',
  'HoVaTen',
  'Ho',
  'ChuDem',
  'Ten',
  'GioiTinh',
  'NgayThangNamSinh',
  'Nam',
  'NgayThangNam',
  'ThuongTru',
  'MaTinhThanh',
  'MaQuanHuyen',
  'MaPhuongXa',
];

type Node = Readonly<Record<string, unknown>>;

/** A parsed `CongDan`, cut down to what is compared. What cannot be read counts as not returned. */
export function readCitizen(node: unknown): RegisterRecord {
  const citizen = isNode(node) ? node : {};
  const name = citizen.HoVaTen;
  const parts = isNode(name) ? name : {};
  const residence = isNode(citizen.ThuongTru) ? citizen.ThuongTru : {};
  const number = textOf(citizen.SoDinhDanh);
  return {
    citizenId: /^\d{12}$/.test(number) ? number : null,
    name: { family: textOf(parts.Ho), middle: textOf(parts.ChuDem), given: textOf(parts.Ten) || textOf(name) },
    birthDate: readBirth(citizen.NgayThangNamSinh),
    sex: SEXES.get(textOf(citizen.GioiTinh)) ?? null,
    residence: findPlace(
      {
        province: textOf(residence.MaTinhThanh),
        district: textOf(residence.MaQuanHuyen),
        ward: textOf(residence.MaPhuongXa),
      },
      ALL_PLACES,
    ),
  };
}

/** 1 male, 2 female; of other codes nothing is known. */
const SEXES: ReadonlyMap<string, RegisterRecord['sex']> = new Map([
  ['1', 'Nam'],
  ['2', 'Nữ'],
]);

/** `NgayThangNam` (yyyyMMdd or yyyy-mm-dd) where there is one, else the year alone; the JSON form may have it as one text. */
function readBirth(value: unknown): ClaimBirthDate | null {
  if (!isNode(value)) return readDay(textOf(value));
  return readDay(textOf(value.NgayThangNam)) ?? readDay(textOf(value.Nam));
}

function readDay(text: string): ClaimBirthDate | null {
  const [, year, month, day] = /^(\d{4})(?:-?(\d{2})-?(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  if (month === undefined || (month === '00' && day === '00')) return { year: Number(year) };
  return isRealDay(Number(year), Number(month), Number(day))
    ? { year: Number(year), month: Number(month), day: Number(day) }
    : null;
}

/** JSON may write codes as numbers; leading zeros are the sender's to keep. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
