import { PROVINCES_34 } from '../../../rules/codes/tables/provinces-34.ts';
import { PROVINCES_63 } from '../../../rules/codes/tables/provinces-63.ts';
import type { NameCustomId } from './ethnic-names.ts';

/** Where invented people come from: one place for each of the 63 codes that stand in front of a citizen number. */
export interface HomePlace {
  /** First three digits of the numbers given there (circular 59/2021/TT-BCA, annex I). */
  readonly birthCode: string;
  /** Today's province (one of 34), the one that took the old one in on 1/7/2025. */
  readonly province: string;
  /** Today's communes and wards that lie in the old province, a few of each. */
  readonly wards: readonly [string, ...string[]];
  /** Southern forms of names (Huỳnh, Võ) are usual. */
  readonly south: boolean;
  /** Naming customs of other peoples than the Kinh, in the share of people they make up. Rounded: a demo, not a census. */
  readonly others: readonly NameCustomId[];
  readonly share: number;
}

interface PlaceRow {
  readonly birthCode: string;
  readonly wards: readonly [string, ...string[]];
  readonly others?: readonly NameCustomId[];
  readonly share?: number;
}

const PLACE_ROWS: readonly PlaceRow[] = [
  // Hà Nội
  { birthCode: '001', wards: ['Phường Ba Đình', 'Phường Lĩnh Nam', 'Xã Sóc Sơn', 'Xã Mê Linh', 'Xã Phú Cát'] },
  // Hà Giang
  {
    birthCode: '002',
    wards: ['Xã Ngọc Đường', 'Xã Yên Minh', 'Xã Tùng Bá', 'Xã Bản Máy', 'Xã Vĩnh Tuy'],
    others: ['mong', 'tay', 'dao'],
    share: 0.7,
  },
  // Cao Bằng
  {
    birthCode: '004',
    wards: ['Phường Thục Phán', 'Phường Nùng Trí Cao', 'Xã Bảo Lâm', 'Xã Trường Hà', 'Xã Bế Văn Đàn'],
    others: ['tay', 'nung', 'dao'],
    share: 0.85,
  },
  // Bắc Kạn
  {
    birthCode: '006',
    wards: ['Phường Đức Xuân', 'Phường Bắc Kạn', 'Xã Phong Quang', 'Xã Ngân Sơn', 'Xã Yên Phong'],
    others: ['tay', 'nung', 'dao'],
    share: 0.75,
  },
  // Tuyên Quang
  {
    birthCode: '008',
    wards: ['Phường Nông Tiến', 'Phường Mỹ Lâm', 'Xã Nà Hang', 'Xã Kim Bình', 'Xã Trung Sơn'],
    others: ['tay', 'dao'],
    share: 0.5,
  },
  // Lào Cai
  {
    birthCode: '010',
    wards: ['Phường Lào Cai', 'Phường Cam Đường', 'Xã Hợp Thành', 'Xã Sín Chéng', 'Xã Bảo Hà'],
    others: ['mong', 'dao', 'tay'],
    share: 0.55,
  },
  // Điện Biên
  {
    birthCode: '011',
    wards: ['Phường Điện Biên Phủ', 'Phường Mường Lay', 'Xã Sín Thầu', 'Xã Mường Pồn', 'Xã Quài Tở'],
    others: ['thai', 'mong'],
    share: 0.75,
  },
  // Lai Châu
  {
    birthCode: '012',
    wards: ['Phường Đoàn Kết', 'Phường Tân Phong', 'Xã Bình Lư', 'Xã Tà Tổng', 'Xã Phong Thổ'],
    others: ['thai', 'mong', 'dao'],
    share: 0.75,
  },
  // Sơn La
  {
    birthCode: '014',
    wards: ['Phường Tô Hiệu', 'Phường Mộc Sơn', 'Xã Mường Chiên', 'Xã Pắc Ngà', 'Xã Lóng Phiêng'],
    others: ['thai', 'mong', 'muong'],
    share: 0.75,
  },
  // Yên Bái
  {
    birthCode: '015',
    wards: ['Phường Yên Bái', 'Phường Nghĩa Lộ', 'Xã Lục Yên', 'Xã Mù Cang Chải', 'Xã Phình Hồ'],
    others: ['tay', 'dao', 'mong'],
    share: 0.5,
  },
  // Hòa Bình
  {
    birthCode: '017',
    wards: ['Phường Thống Nhất', 'Phường Kỳ Sơn', 'Xã Đà Bắc', 'Xã Hợp Kim', 'Xã Bao La'],
    others: ['muong', 'muong', 'thai'],
    share: 0.6,
  },
  // Thái Nguyên
  {
    birthCode: '019',
    wards: ['Phường Phan Đình Phùng', 'Phường Bách Quang', 'Xã Đại Phúc', 'Xã Trại Cau', 'Xã Đức Lương'],
    others: ['tay', 'nung'],
    share: 0.25,
  },
  // Lạng Sơn
  {
    birthCode: '020',
    wards: ['Phường Đông Kinh', 'Phường Tam Thanh', 'Xã Đoàn Kết', 'Xã Cao Lộc', 'Xã Tân Thành'],
    others: ['nung', 'tay'],
    share: 0.75,
  },
  // Quảng Ninh
  {
    birthCode: '022',
    wards: ['Phường Hà Tu', 'Phường Uông Bí', 'Xã Hải Sơn', 'Xã Điền Xá', 'Xã Đường Hoa'],
    others: ['dao'],
    share: 0.1,
  },
  // Bắc Giang
  {
    birthCode: '024',
    wards: ['Phường Bắc Giang', 'Phường Tiền Phong', 'Xã Xuân Lương', 'Xã Lục Nam', 'Xã Lục Ngạn'],
    others: ['nung'],
    share: 0.1,
  },
  // Phú Thọ
  {
    birthCode: '025',
    wards: ['Phường Nông Trang', 'Phường Vân Phú', 'Xã Đoan Hùng', 'Xã Trạm Thản', 'Xã Xuân Lũng'],
    others: ['muong'],
    share: 0.1,
  },
  // Vĩnh Phúc
  { birthCode: '026', wards: ['Phường Vĩnh Yên', 'Phường Vĩnh Phúc', 'Xã Lập Thạch', 'Xã Hoàng An', 'Xã Tề Lỗ'] },
  // Bắc Ninh
  { birthCode: '027', wards: ['Phường Vũ Ninh', 'Phường Từ Sơn', 'Xã Yên Phong', 'Xã Tiên Du', 'Xã Đại Lai'] },
  // Hải Dương
  { birthCode: '030', wards: ['Phường Thành Đông', 'Phường Lê Đại Hành', 'Xã Nam Sách', 'Xã Hà Đông', 'Xã Đại Sơn'] },
  // Hải Phòng
  { birthCode: '031', wards: ['Phường Hồng Bàng', 'Phường Lưu Kiếm', 'Xã Việt Khê', 'Xã Kiến Minh', 'Xã Chấn Hưng'] },
  // Hưng Yên
  { birthCode: '033', wards: ['Phường Phố Hiến', 'Phường Mỹ Hào', 'Xã Tân Hưng', 'Xã Việt Yên', 'Xã Lương Bằng'] },
  // Thái Bình
  {
    birthCode: '034',
    wards: ['Phường Trần Hưng Đạo', 'Phường Vũ Phúc', 'Xã Quỳnh Phụ', 'Xã Bắc Đông Hưng', 'Xã Nam Cường'],
  },
  // Hà Nam
  { birthCode: '035', wards: ['Phường Phủ Lý', 'Phường Hà Nam', 'Xã Liêm Hà', 'Xã Bình Mỹ', 'Xã Bắc Lý'] },
  // Nam Định
  { birthCode: '036', wards: ['Phường Nam Định', 'Phường Mỹ Lộc', 'Xã Vụ Bản', 'Xã Hồng Phong', 'Xã Xuân Hồng'] },
  // Ninh Bình
  { birthCode: '037', wards: ['Phường Hoa Lư', 'Phường Yên Sơn', 'Xã Gia Lâm', 'Xã Gia Vân', 'Xã Bình Minh'] },
  // Thanh Hóa
  {
    birthCode: '038',
    wards: ['Phường Hàm Rồng', 'Phường Quảng Phú', 'Xã Mường Lát', 'Xã Cẩm Tân', 'Xã Thiệu Toán'],
    others: ['muong', 'thai'],
    share: 0.15,
  },
  // Nghệ An
  {
    birthCode: '040',
    wards: ['Phường Thành Vinh', 'Phường Tây Hiếu', 'Xã Quế Phong', 'Xã Châu Hồng', 'Xã Yên Thành'],
    others: ['thai'],
    share: 0.12,
  },
  // Hà Tĩnh
  { birthCode: '042', wards: ['Phường Thành Sen', 'Phường Hà Huy Tập', 'Xã Hương Sơn', 'Xã Can Lộc', 'Xã Thạch Khê'] },
  // Quảng Bình
  {
    birthCode: '044',
    wards: ['Phường Đồng Thuận', 'Phường Đồng Hới', 'Xã Tân Thành', 'Xã Tân Gianh', 'Xã Nam Trạch'],
    others: ['bru'],
    share: 0.03,
  },
  // Quảng Trị
  {
    birthCode: '045',
    wards: ['Phường Đông Hà', 'Phường Nam Đông Hà', 'Xã Vĩnh Linh', 'Xã Lìa', 'Xã Cam Lộ'],
    others: ['bru'],
    share: 0.1,
  },
  // Thừa Thiên Huế
  {
    birthCode: '046',
    wards: ['Phường Phú Xuân', 'Phường Phong Thái', 'Xã Quảng Điền', 'Xã Phú Vinh', 'Xã Hưng Lộc'],
    others: ['bru'],
    share: 0.04,
  },
  // Đà Nẵng
  { birthCode: '048', wards: ['Phường Hải Vân', 'Phường Cẩm Lệ', 'Xã Bà Nà'] },
  // Quảng Nam
  {
    birthCode: '049',
    wards: ['Phường Bàn Thạch', 'Phường Hội An', 'Xã Chiên Đàn', 'Xã Quế Sơn', 'Xã Thăng Phú'],
    others: ['coTu'],
    share: 0.06,
  },
  // Quảng Ngãi
  {
    birthCode: '051',
    wards: ['Phường Cẩm Thành', 'Phường Đức Phổ', 'Xã An Phú', 'Xã Tịnh Khê', 'Xã Phước Giang'],
    others: ['hre'],
    share: 0.12,
  },
  // Bình Định
  {
    birthCode: '052',
    wards: ['Phường Quy Nhơn Bắc', 'Phường Hoài Nhơn Tây', 'Xã Nhơn Châu', 'Xã Phù Mỹ Tây', 'Xã Đề Gi'],
  },
  // Phú Yên
  {
    birthCode: '054',
    wards: ['Phường Bình Kiến', 'Phường Xuân Đài', 'Xã Xuân Lộc', 'Xã Xuân Phước', 'Xã Tây Sơn'],
    others: ['eDe'],
    share: 0.05,
  },
  // Khánh Hòa
  {
    birthCode: '056',
    wards: ['Phường Bắc Nha Trang', 'Phường Bắc Cam Ranh', 'Xã Cam Hiệp', 'Xã Vạn Hưng', 'Xã Diên Điền'],
  },
  // Ninh Thuận
  {
    birthCode: '058',
    wards: ['Phường Đô Vinh', 'Phường Phan Rang', 'Xã Bác Ái Tây', 'Xã Anh Dũng', 'Xã Ninh Phước'],
    others: ['cham'],
    share: 0.2,
  },
  // Bình Thuận
  {
    birthCode: '060',
    wards: ['Phường Mũi Né', 'Phường Tiến Thành', 'Xã Tuyên Quang', 'Xã La Dạ', 'Xã Bắc Ruộng'],
    others: ['cham'],
    share: 0.06,
  },
  // Kon Tum
  {
    birthCode: '062',
    wards: ['Phường Đăk Cấm', 'Phường Kon Tum', 'Xã Ngọk Bay', 'Xã Đăk Tô', 'Xã Kon Braih'],
    others: ['xoDang', 'giaRai'],
    share: 0.5,
  },
  // Gia Lai
  {
    birthCode: '064',
    wards: ['Phường Diên Hồng', 'Phường An Phú', 'Xã Biển Hồ', 'Xã Ia Chia', 'Xã Ia Pia'],
    others: ['giaRai', 'giaRai', 'eDe'],
    share: 0.4,
  },
  // Đắk Lắk
  {
    birthCode: '066',
    wards: ['Phường Tân Lập', 'Phường Tân An', 'Xã Ea Drăng', 'Xã Pơng Drang', 'Xã Yang Mao'],
    others: ['eDe', 'eDe', 'mnong', 'nung', 'mong'],
    share: 0.3,
  },
  // Đắk Nông
  {
    birthCode: '067',
    wards: ['Phường Bắc Gia Nghĩa', 'Phường Nam Gia Nghĩa', 'Xã Quảng Sơn', 'Xã Đắk Mil', 'Xã Thuận Hạnh'],
    others: ['mnong', 'mong'],
    share: 0.25,
  },
  // Lâm Đồng
  {
    birthCode: '068',
    wards: ['Xã Lạc Dương', 'Xã Phú Sơn Lâm Hà', 'Xã Quảng Lập', 'Xã Tà Năng', 'Xã Bảo Thuận'],
    others: ['coHo', 'coHo', 'mnong'],
    share: 0.2,
  },
  // Bình Phước
  {
    birthCode: '070',
    wards: ['Phường Bình Phước', 'Phường Bình Long', 'Xã Bù Gia Mập', 'Xã Lộc Thạnh', 'Xã Tân Lợi'],
    others: ['mnong', 'khmer'],
    share: 0.15,
  },
  // Tây Ninh
  { birthCode: '072', wards: ['Phường Tân Ninh', 'Phường Thanh Điền', 'Xã Tân Biên', 'Xã Tân Phú', 'Xã Thạnh Đức'] },
  // Bình Dương
  {
    birthCode: '074',
    wards: ['Phường Thủ Dầu Một', 'Phường Tân Khánh', 'Xã Dầu Tiếng', 'Xã Trừ Văn Thố', 'Xã Phước Thành'],
  },
  // Đồng Nai
  {
    birthCode: '075',
    wards: ['Phường Trảng Dài', 'Phường Bảo Vinh', 'Xã Đak Lua', 'Xã Bàu Hàm', 'Xã Sông Ray'],
    others: ['hoa'],
    share: 0.05,
  },
  // Bà Rịa - Vũng Tàu
  { birthCode: '077', wards: ['Phường Vũng Tàu', 'Phường Long Hương', 'Xã Long Sơn', 'Xã Kim Long', 'Xã Bình Châu'] },
  // Hồ Chí Minh
  {
    birthCode: '079',
    wards: ['Phường Tân Định', 'Phường Phú Thạnh', 'Xã Tân An Hội', 'Xã Đông Thạnh', 'Xã Hưng Long'],
    others: ['hoa'],
    share: 0.05,
  },
  // Long An
  { birthCode: '080', wards: ['Phường Long An', 'Phường Khánh Hậu', 'Xã Tân Hưng', 'Xã Đông Thành', 'Xã Nhựt Tảo'] },
  // Tiền Giang
  {
    birthCode: '082',
    wards: ['Phường Đạo Thạnh', 'Phường Gò Công', 'Xã Hưng Thạnh', 'Xã Bình Phú', 'Xã Tân Thuận Bình'],
  },
  // Bến Tre
  { birthCode: '083', wards: ['Phường Phú Khương', 'Phường Sơn Đông', 'Xã Giao Long', 'Xã An Định', 'Xã Thạnh Phước'] },
  // Trà Vinh
  {
    birthCode: '084',
    wards: ['Phường Trà Vinh', 'Phường Long Đức', 'Xã Càng Long', 'Xã Tập Ngãi', 'Xã Tập Sơn'],
    others: ['khmer'],
    share: 0.3,
  },
  // Vĩnh Long
  { birthCode: '086', wards: ['Phường Long Châu', 'Phường Tân Hạnh', 'Xã An Bình', 'Xã Quới An', 'Xã Song Phú'] },
  // Đồng Tháp
  { birthCode: '087', wards: ['Phường Cao Lãnh', 'Phường Sa Đéc', 'Xã Tân Hồng', 'Xã Phú Thọ', 'Xã Thanh Bình'] },
  // An Giang
  {
    birthCode: '089',
    wards: ['Phường Bình Đức', 'Phường Tân Châu', 'Xã An Phú', 'Xã Châu Phú', 'Xã Cần Đăng'],
    others: ['khmer', 'cham'],
    share: 0.05,
  },
  // Kiên Giang
  {
    birthCode: '091',
    wards: ['Phường Rạch Giá', 'Phường Tô Châu', 'Xã Tiên Hải', 'Xã Tân Hiệp', 'Xã Vĩnh Tuy'],
    others: ['khmer'],
    share: 0.12,
  },
  // Cần Thơ
  {
    birthCode: '092',
    wards: ['Phường Cái Khế', 'Phường Thới An Đông', 'Xã Thạnh An', 'Xã Trung Hưng', 'Xã Đông Thuận'],
    others: ['khmer'],
    share: 0.03,
  },
  // Hậu Giang
  {
    birthCode: '093',
    wards: ['Phường Vị Thanh', 'Phường Ngã Bảy', 'Xã Trường Long Tây', 'Xã Phú Hữu', 'Xã Tân Phước Hưng'],
  },
  // Sóc Trăng
  {
    birthCode: '094',
    wards: ['Phường Sóc Trăng', 'Phường Ngã Năm', 'Xã Kế Sách', 'Xã Mỹ Hương', 'Xã Liêu Tú'],
    others: ['khmer', 'hoa'],
    share: 0.3,
  },
  // Bạc Liêu
  {
    birthCode: '095',
    wards: ['Phường Bạc Liêu', 'Phường Hiệp Thành', 'Xã Hồng Dân', 'Xã Vĩnh Thanh', 'Xã Vĩnh Hậu'],
    others: ['khmer'],
    share: 0.08,
  },
  // Cà Mau
  {
    birthCode: '096',
    wards: ['Phường An Xuyên', 'Phường Lý Văn Lâm', 'Xã Nguyễn Phích', 'Xã Đá Bạc', 'Xã Thanh Tùng'],
    others: ['khmer'],
    share: 0.03,
  },
];

/** From Quảng Nam southwards. */
const FIRST_SOUTHERN_CODE = '049';

/** In the order of their codes. Throws while loading if a code is none of the 63: the tables would have drifted apart. */
export const HOME_PLACES: readonly HomePlace[] = PLACE_ROWS.map((row) => {
  const old = PROVINCES_63.find(([birthCode]) => birthCode === row.birthCode);
  const today = PROVINCES_34.find(([code]) => code === old?.[3]);
  if (today === undefined) throw new Error(`home place ${row.birthCode} is none of the 63 provinces`);
  return {
    birthCode: row.birthCode,
    province: today[1],
    wards: row.wards,
    south: row.birthCode >= FIRST_SOUTHERN_CODE,
    others: row.others ?? [],
    share: row.share ?? 0,
  };
});
