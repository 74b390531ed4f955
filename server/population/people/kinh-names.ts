import type { SeededRandom } from './seeded-random.ts';

/**
 * Names of the Kinh majority. Family names stand as often as they are common (about three people in ten are Nguyễn);
 * Huỳnh and Võ are the southern forms of Hoàng and Vũ. Given names follow the generation: *Văn* and *Thị* with parents and
 * teachers, paired names with pupils.
 */
const FAMILY_NAMES: readonly (readonly [north: string, south: string, weight: number])[] = [
  ['Nguyễn', 'Nguyễn', 31],
  ['Trần', 'Trần', 11],
  ['Lê', 'Lê', 10],
  ['Phạm', 'Phạm', 7],
  ['Hoàng', 'Huỳnh', 5],
  ['Vũ', 'Võ', 5],
  ['Phan', 'Phan', 4],
  ['Đặng', 'Đặng', 3],
  ['Bùi', 'Bùi', 3],
  ['Đỗ', 'Đỗ', 3],
  ['Ngô', 'Ngô', 2],
  ['Dương', 'Dương', 2],
  ['Đinh', 'Đinh', 1],
  ['Đào', 'Đào', 1],
  ['Trịnh', 'Trịnh', 1],
  ['Trương', 'Trương', 1],
  ['Lương', 'Lương', 1],
  ['Mai', 'Mai', 1],
  ['Cao', 'Cao', 1],
  ['Đoàn', 'Đoàn', 1],
  ['Tạ', 'Tạ', 1],
  ['Phùng', 'Phùng', 1],
  ['Tô', 'Tô', 1],
  ['Hồ', 'Hồ', 1],
];

const PUPIL_MIDDLE = {
  male: ['Gia', 'Minh', 'Đức', 'Tuấn', 'Quang', 'Hoàng', 'Hữu', 'Anh', 'Quốc', 'Nhật', 'Bảo', 'Thanh', 'Văn'],
  female: ['Thị', 'Bảo', 'Khánh', 'Ngọc', 'Phương', 'Thùy', 'Hà', 'Minh', 'Quỳnh', 'Thanh', 'Như', 'Tường', 'Thị Thu'],
} as const;

const PUPIL_GIVEN = {
  male: [
    'Bảo',
    'Khôi',
    'Khoa',
    'Huy',
    'Kiệt',
    'Long',
    'Nam',
    'Phúc',
    'Quân',
    'Thịnh',
    'Tùng',
    'Duy',
    'Đạt',
    'Đăng',
    'Hưng',
    'Khang',
    'Lâm',
    'Nghĩa',
    'Phong',
    'Sơn',
    'Trí',
    'Việt',
    'Vinh',
    'Hòa',
  ],
  female: [
    'Anh',
    'Chi',
    'Ngân',
    'Linh',
    'Vy',
    'Trâm',
    'Thảo',
    'Trang',
    'Ngọc',
    'Nhi',
    'Mai',
    'My',
    'Hân',
    'Giang',
    'Hà',
    'Thư',
    'Yến',
    'Uyên',
    'Quyên',
    'Lan',
    'Hương',
    'Diệp',
    'Thúy',
    'Hoa',
  ],
} as const;

const ADULT_MIDDLE = {
  male: ['Văn', 'Văn', 'Văn', 'Đức', 'Xuân', 'Hữu', 'Ngọc', 'Công', 'Mạnh', 'Quang', 'Đình', 'Thanh'],
  female: ['Thị', 'Thị', 'Thị', 'Thị Thanh', 'Thị Thu', 'Thị Kim', 'Thị Hồng', 'Thị Ngọc', 'Thị Bích', 'Thúy'],
} as const;

const ADULT_GIVEN = {
  male: [
    'Hùng',
    'Dũng',
    'Tuấn',
    'Thắng',
    'Cường',
    'Hải',
    'Sơn',
    'Bình',
    'Minh',
    'Long',
    'Tiến',
    'Trung',
    'Hòa',
    'Toàn',
    'Lợi',
    'Quyết',
    'Thành',
    'Khánh',
    'Đông',
    'Chiến',
  ],
  female: [
    'Hương',
    'Hà',
    'Lan',
    'Hoa',
    'Thủy',
    'Hằng',
    'Nga',
    'Hạnh',
    'Loan',
    'Mai',
    'Nhung',
    'Oanh',
    'Phương',
    'Thúy',
    'Hiền',
    'Liên',
    'Tâm',
    'Yến',
    'Dung',
    'Xuân',
  ],
} as const;

const FAMILY_WEIGHT = FAMILY_NAMES.reduce((sum, [, , weight]) => sum + weight, 0);

export function inventKinhName(
  random: SeededRandom,
  person: { readonly sex: 'male' | 'female'; readonly adult: boolean; readonly south: boolean },
): string {
  const family = pickFamilyName(random, person.south);
  const middle = random.pick<string>(person.adult ? ADULT_MIDDLE[person.sex] : PUPIL_MIDDLE[person.sex]);
  const givenNames: readonly string[] = person.adult ? ADULT_GIVEN[person.sex] : PUPIL_GIVEN[person.sex];
  const given = random.pick(givenNames.filter((name) => name !== middle));
  return `${family} ${middle} ${given}`;
}

function pickFamilyName(random: SeededRandom, south: boolean): string {
  let left = random.below(FAMILY_WEIGHT);
  for (const [north, southern, weight] of FAMILY_NAMES) {
    if (left < weight) return south ? southern : north;
    left -= weight;
  }
  throw new RangeError('the weights of the family names do not add up');
}
