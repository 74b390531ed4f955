import type { RawRow } from './record.ts';
import type { RuleExample } from './rule.ts';

/** An invented pupil without any fault. */
const PUPIL: RawRow = {
  className: '11A',
  ministryId: '0100000123',
  fullName: 'Nguyễn Thị Mai',
  birthDate: '12/03/2010',
  sex: 'Nữ',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  citizenId: '001310000123',
  citizenIdStatus: null,
  passport: null,
  province: 'Thành phố Hà Nội',
  district: null,
  ward: 'Phường Hà Đông',
  studentStatus: 'Đang học',
};

/** An invented teacher without any fault. */
const TEACHER: RawRow = {
  staffId: '3400000124',
  fullName: 'Trần Văn Bình',
  birthDate: '20/10/1984',
  sex: 'Nam',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  citizenId: '034084000124',
  citizenIdStatus: null,
  passport: null,
  province: 'Tỉnh Hưng Yên',
  district: null,
  ward: 'Phường Thái Bình',
  position: 'Giáo viên',
  subject: 'Toán',
  staffStatus: 'Đang làm việc',
};

/** One pupil with some cells changed; `fix` is the value expected of the fix. */
export function pupil(cells: RawRow, fix?: string): RuleExample {
  return { kind: 'student', rows: [{ ...PUPIL, ...cells }], ...(fix === undefined ? {} : { fix }) };
}

export function teacher(cells: RawRow, fix?: string): RuleExample {
  return { kind: 'staff', rows: [{ ...TEACHER, ...cells }], ...(fix === undefined ? {} : { fix }) };
}

/** Several pupils. Each has a number, a ministry id and a name of its own unless the cells say otherwise. */
export function pupils(rows: readonly RawRow[], fix?: string): RuleExample {
  return {
    kind: 'student',
    rows: rows.map((cells, at) => ({ ...PUPIL, ...own(at), ...cells })),
    ...(fix === undefined ? {} : { fix }),
  };
}

export function teachers(rows: readonly RawRow[], fix?: string): RuleExample {
  return {
    kind: 'staff',
    rows: rows.map((cells, at) => ({
      ...TEACHER,
      citizenId: `034084000${200 + at}`,
      fullName: OTHER_NAMES[at % 12] ?? '',
      ...cells,
    })),
    ...(fix === undefined ? {} : { fix }),
  };
}

const OTHER_NAMES = [
  'Lê Thị An',
  'Phạm Thị Bích',
  'Vũ Thị Chi',
  'Đỗ Thị Dung',
  'Hoàng Thị Giang',
  'Bùi Thị Hà',
  'Ngô Thị Khuê',
  'Dương Thị Lan',
  'Đặng Thị Mơ',
  'Hồ Thị Nga',
  'Phan Thị Oanh',
  'Trịnh Thị Phúc',
];

function own(at: number): RawRow {
  return { fullName: OTHER_NAMES[at % 12] ?? '', citizenId: `001310000${200 + at}`, ministryId: `0100000${200 + at}` };
}
