import fc from 'fast-check';
import type { CellValue } from '../../rules/cell.ts';
import type { RawRow } from '../../rules/record.ts';

const blank = fc.constantFrom<CellValue>(null, '', ' ', '\u00a0');
const error = fc.constantFrom<CellValue>({ kind: 'error', code: '#REF!' }, { kind: 'error', code: '#N/A' });
const noise = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.double(), fc.boolean());
const cell = (...usual: CellValue[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...usual) },
    { weight: 2, arbitrary: blank },
    { weight: 1, arbitrary: error },
    { weight: 1, arbitrary: noise as fc.Arbitrary<CellValue> },
  );

const NAMES = [
  'Nguyễn Thị Mai',
  'NGUYỄN VĂN AN',
  'lê thị thuý',
  'Trần  Văn Bình ',
  'Phạm Thị Hoà'.normalize('NFD'),
  '\u00d0ỗ Văn \u00d0ạt',
  'NguyÔn V¨n §øc',
  'Traàn Thò Haèng',
  "H'HEN NIÊ",
  'Mai',
  'Lê Thị Mai 2',
  'Nguyễn\u200b An\u00a0Bình',
  'hoàng  ﬀ',
];
const NUMBERS = [
  '001310000123',
  '001210000124',
  1310000125,
  '01310000126',
  '001 310 000 127',
  '0O13lOOOO128',
  '7.9E+10',
  '012000129',
  '123456789012',
  '003310000130',
  '001085000131',
  79308000132,
  '00231600013',
  '523310000134',
];
const DATES: CellValue[] = [
  '12/03/2010',
  '1.2.2010',
  '5/25/2010',
  '31/02/2010',
  '12/03/10',
  2010,
  '2010',
  40249,
  '3/2010',
  '2010-03-12',
  '12/03/2030',
  { kind: 'date', year: 2010, month: 3, day: 12 },
  { kind: 'date', year: 2030, month: 1, day: 1 },
  '29/02/11',
];

/** Pupil rows with every kind of fault, and some without. */
export const pupilRows: fc.Arbitrary<RawRow[]> = fc.array(
  fc.record({
    className: cell('11A', 'Lớp 11a', '11 a1', 'Hoa Sen', 'GDTX 12'),
    ministryId: cell('0100000123', 100000123, 'TAM-1', 7400000123, ' 0100000124 '),
    fullName: cell(...NAMES),
    birthDate: cell(...DATES),
    sex: cell('Nam', 'Nữ', 'nu', 'NAM', 'x', 0, 1, 'N÷', 'm'),
    ethnicity: cell('Kinh', 'kinh', "H'Mông", 'Cao Lan', 'Ê-đê', 'Người nước ngoài'),
    nationality: cell('Việt Nam', 'VN', 'Lào', 'Mỹ', 'Không quốc tịch'),
    citizenId: cell(...NUMBERS),
    citizenIdStatus: cell('Có số', 'Chưa có số', 'đang chờ cấp số mới'),
    passport: cell('C0000123', '001310000135', 'HN23AB000136', 'không'),
    province: cell('Thành phố Hà Nội', 'Ha Noi', 'TP HCM', 'Hà Đông', 'Hải Phònh', 'Thái Bình'),
    district: cell(null, 'Huyện Kiến Xương', 'Q.1', 'Quận Hà Đông', 'Kiến Xươmg'),
    ward: cell(
      'Phường Hà Đông',
      'Phường Hà Cầu',
      'P.05',
      5,
      'bến nghé',
      'Xã Vũ Quí',
      'Phường Thái Bình',
      'Phuong Ha Dong',
    ),
    studentStatus: cell('Đang học', 'đang  học', '05', 'Thôi học kỳ 1', 'ốm'),
  }),
  { minLength: 1, maxLength: 14 },
);
