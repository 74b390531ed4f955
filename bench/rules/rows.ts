import type { RawRow } from '../../rules/record.ts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
/** After *Thị* for girls and *Văn* for boys. */
const MIDDLE = ['Minh', 'Ngọc', 'Hữu', 'Thanh', 'Quang', 'Thu', 'Đức', 'Bảo', 'Xuân', 'Hoài'];
const GIVEN = [
  'Mai',
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Nam',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thủy',
  'Uyên',
  'Việt',
  'Yến',
  'Hoàn',
  'Trường',
];
const PLACES = [
  ['Thành phố Hà Nội', '001', 'Phường Hà Đông'],
  ['Tỉnh Tuyên Quang', '008', 'Xã Sơn Dương'],
  ['Thành phố Hải Phòng', '031', 'Phường Ngô Quyền'],
  ['Thành phố Hồ Chí Minh', '079', 'Phường Bến Thành'],
  ['Tỉnh Đắk Lắk', '066', 'Phường Ea Kao'],
] as const;
const ETHNICITIES = ['Kinh', 'Kinh', 'Kinh', 'Kinh', 'Tày', 'Mông', 'Khmer', 'Ê Đê'];

/** What a clerk does to a row; one row in twenty gets one of these. */
const FAULTS: readonly ((row: RawRow, random: () => number) => RawRow)[] = [
  (row) => ({ ...row, citizenId: null }),
  (row) => ({ ...row, citizenId: Number(row.citizenId) }),
  (row) => ({ ...row, citizenId: String(row.citizenId).slice(0, 9) }),
  (row) => ({ ...row, citizenId: `${String(row.citizenId).slice(0, 3)} ${String(row.citizenId).slice(3)}` }),
  (row) => ({ ...row, sex: row.sex === 'Nam' ? 'Nữ' : 'Nam' }),
  (row) => ({ ...row, sex: 'nu' }),
  (row) => ({ ...row, sex: null }),
  (row) => ({ ...row, birthDate: '31/02/2012' }),
  (row) => ({ ...row, birthDate: '1.2.2012' }),
  (row) => ({ ...row, birthDate: 2012 }),
  (row) => ({ ...row, birthDate: null }),
  (row) => ({ ...row, fullName: String(row.fullName).toUpperCase() }),
  (row) => ({ ...row, fullName: ` ${row.fullName}` }),
  (row) => ({ ...row, fullName: String(row.fullName).normalize('NFD') }),
  (row) => ({ ...row, fullName: `${row.fullName} 2` }),
  (row) => ({ ...row, fullName: null }),
  (row) => ({ ...row, ethnicity: "H'Mông" }),
  (row) => ({ ...row, nationality: 'VN' }),
  (row) => ({ ...row, province: 'Ha Noi' }),
  (row) => ({ ...row, ward: null }),
  (row) => ({ ...row, className: `Lớp ${row.className}` }),
  (row) => ({ ...row, ministryId: String(row.ministryId).slice(1) }),
  (row) => ({ ...row, studentStatus: 'đang học' }),
  (row) => ({ ...row, citizenId: '001210000999' }),
];

/** A linear congruential generator (Numerical Recipes): the same rows on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Invented pupils, 17 fields each, one in twenty with a fault; as they come out of JSON, which is how every port hands rows over. */
export function benchRows(count: number): RawRow[] {
  const random = seeded(20261122);
  const rows: RawRow[] = [];
  for (let at = 0; at < count; at++) {
    const row = pupil(at, random);
    const fault = FAULTS[Math.floor(random() * FAULTS.length)];
    rows.push(fault && random() < 0.05 ? fault(row, random) : row);
  }
  return JSON.parse(JSON.stringify(rows)) as RawRow[];
}

function pupil(at: number, random: () => number): RawRow {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const two = (n: number) => String(n).padStart(2, '0');
  // A sheet lies sorted by class, forty-five to a class.
  const group = Math.floor(at / 45);
  const grade = 1 + (group % 12);
  const year = 2026 - 5 - grade;
  const female = random() < 0.5;
  // Most pupils live where the school is.
  const [province, prefix, ward] = random() < 0.8 ? PLACES[0] : pick(PLACES);
  return {
    ordinal: at + 1,
    className: `${grade}A${1 + Math.floor(group / 12)}`,
    ministryId: `01${String(10_000_000 + at).padStart(8, '0')}`,
    fullName: `${pick(FAMILY)} ${random() < 0.2 ? (female ? 'Thị' : 'Văn') : pick(MIDDLE)} ${pick(GIVEN)}`,
    birthDate: `${two(1 + Math.floor(random() * 28))}/${two(1 + Math.floor(random() * 12))}/${year}`,
    sex: female ? 'Nữ' : 'Nam',
    ethnicity: pick(ETHNICITIES),
    nationality: 'Việt Nam',
    citizenId: `${prefix}${female ? 3 : 2}${two(year % 100)}${String(at).padStart(6, '0')}`,
    citizenIdStatus: null,
    passport: null,
    province,
    district: null,
    ward,
    address: `Tổ ${1 + (at % 20)}`,
    studentStatus: 'Đang học',
    note: null,
  };
}
