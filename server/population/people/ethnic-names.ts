import type { SeededRandom } from './seeded-random.ts';

/** How the names of one people are put together. `{f}` is a family name, `{g}` a given name. */
interface NameCustom {
  /** The ministry's name of the group (list Dân tộc). */
  readonly ethnicity: string;
  readonly families: readonly string[];
  readonly male: { readonly form: readonly string[]; readonly given: readonly string[] };
  readonly female: { readonly form: readonly string[]; readonly given: readonly string[] };
}

/**
 * Peoples whose names are unlike the Kinh majority's, or share family names with it but not their order: apostrophes
 * (H'Hen, K'Brêu), one-word names, letters outside the Vietnamese alphabet's usual run (Niê, Byă), *Y* and *A* before men's
 * names. A check or a comparison that was only tried on Nguyễn Văn A meets them here.
 */
export const NAME_CUSTOMS = {
  tay: {
    ethnicity: 'Tày',
    families: ['Nông', 'Hoàng', 'Ma', 'Bế', 'Lý', 'Lục', 'Hà', 'Triệu'],
    male: { form: ['{f} Văn {g}', '{f} Đức {g}'], given: ['Thiện', 'Khánh', 'Quý', 'Tuyên', 'Lập', 'Hiếu'] },
    female: { form: ['{f} Thị {g}', '{f} Thùy {g}'], given: ['Diễm', 'Nguyệt', 'Hợi', 'Nhàn', 'Thơm', 'Huệ'] },
  },
  nung: {
    ethnicity: 'Nùng',
    families: ['Nông', 'Lương', 'Vi', 'Lục', 'Hoàng', 'Mông', 'Chu'],
    male: { form: ['{f} Văn {g}', '{f} Quốc {g}'], given: ['Báo', 'Thụ', 'Kiên', 'Hậu', 'Sầm'] },
    female: { form: ['{f} Thị {g}'], given: ['Bông', 'Nhình', 'Vân', 'Sen', 'Pết'] },
  },
  mong: {
    ethnicity: 'Mông',
    families: ['Vàng', 'Giàng', 'Sùng', 'Thào', 'Mùa', 'Lầu', 'Hạng', 'Cứ', 'Lý', 'Hờ'],
    male: { form: ['{f} A {g}', '{f} Seo {g}', '{f} Mí {g}'], given: ['Páo', 'Dơ', 'Chứ', 'Sình', 'Lử', 'Nhà', 'Tủa'] },
    female: { form: ['{f} Thị {g}'], given: ['Mỷ', 'Dợ', 'Sua', 'Máy', 'Chía', 'Xay', 'Pàng'] },
  },
  dao: {
    ethnicity: 'Dao',
    families: ['Bàn', 'Triệu', 'Phàn', 'Chảo', 'Đặng', 'Tẩn', 'Lý'],
    male: { form: ['{f} Văn {g}', '{f} Láo {g}'], given: ['Phúc', 'Sài', 'Tả', 'Chòi', 'Quấy'] },
    female: { form: ['{f} Thị {g}', '{f} Mùi {g}'], given: ['Mẩy', 'Nảy', 'Ghển', 'Pham', 'Liều'] },
  },
  thai: {
    ethnicity: 'Thái',
    families: ['Lò', 'Quàng', 'Cà', 'Lường', 'Tòng', 'Vi', 'Lô', 'Hà'],
    male: { form: ['{f} Văn {g}'], given: ['Pánh', 'Ọi', 'Thoan', 'Xiên', 'Hặc', 'Inh'] },
    female: { form: ['{f} Thị {g}'], given: ['Ín', 'Pản', 'Hoan', 'Xôm', 'Biên', 'Phóng'] },
  },
  muong: {
    ethnicity: 'Mường',
    families: ['Bùi', 'Đinh', 'Quách', 'Bạch', 'Hà', 'Xa'],
    male: { form: ['{f} Văn {g}', '{f} Công {g}'], given: ['Nhiệm', 'Dậu', 'Khuyên', 'Ước', 'Thiệp'] },
    female: { form: ['{f} Thị {g}'], given: ['Ảnh', 'Dệu', 'Nhâm', 'Ngẫm', 'Tươi'] },
  },
  bru: {
    ethnicity: 'Bru Vân Kiều',
    families: ['Hồ'],
    male: { form: ['{f} Văn {g}', '{f} {g}'], given: ['Pợp', 'Thỏa', 'Xiếu', 'Cưm', 'Tân'] },
    female: { form: ['{f} Thị {g}'], given: ['Nghênh', 'Mốt', 'Pui', 'Lả', 'Bôn'] },
  },
  coTu: {
    ethnicity: 'Cơ Tu',
    families: ['Alăng', 'Pơloong', 'Zơrâm', 'Bhling', 'Ating'],
    male: { form: ['{f} {g}', '{f} Văn {g}'], given: ['Nhớ', 'Bhuôch', 'Tép', 'Đhi', 'Crói'] },
    female: { form: ['{f} Thị {g}', '{f} {g}'], given: ['Xuôn', 'Mơ', 'Pring', 'Lợi', 'Bhen'] },
  },
  hre: {
    ethnicity: 'Hrê',
    families: ['Đinh', 'Phạm'],
    male: { form: ['{f} Văn {g}', '{f} {g}'], given: ['Trây', 'Rếch', 'Krốt', 'Ôn', 'Tờ'] },
    female: { form: ['{f} Thị {g}'], given: ['Xa', 'Lam', 'Vớ', 'Trổ', 'Rim'] },
  },
  xoDang: {
    ethnicity: 'Xơ Đăng',
    families: ['A', 'Y'],
    male: { form: ['A {g}'], given: ['Dơn', 'Hlui', 'Phương', 'Thúp', 'Ngọk'] },
    female: { form: ['Y {g}'], given: ['Hạnh', 'Blưn', 'Đeng', 'Linh', 'Xoan'] },
  },
  giaRai: {
    ethnicity: 'Gia Rai',
    families: ['Rơ Châm', 'Ksor', 'Siu', 'Kpă', 'Nay', 'Rơ Mah', 'Kpuih', 'Rah Lan'],
    male: { form: ['{f} {g}'], given: ['Bơm', 'Thiên', 'Hyơ', 'Djel', 'Phút', 'Alit'] },
    female: { form: ["{f} H'{g}", '{f} {g}'], given: ['Lan', 'Pri', 'Nghin', 'Blơi', 'Uyên'] },
  },
  eDe: {
    ethnicity: 'Ê Đê',
    families: ['Niê', 'Mlô', 'Byă', 'Kbuôr', 'Êban', 'Kđoh', 'Niê Kđăm'],
    male: { form: ['Y {g} {f}', 'Y-{g} {f}'], given: ['Thuật', 'Bhăm', 'Wing', 'Khôi', 'Djuân'] },
    female: { form: ["H'{g} {f}"], given: ['Hen', 'Yên', 'Bluên', 'Nga', 'Djuin', 'Rôsa'] },
  },
  mnong: {
    ethnicity: 'Mnông',
    families: ['Điểu', 'Thị'],
    male: { form: ["Điểu K'{g}", 'Điểu {g}', "K'{g}"], given: ['Ré', 'Bang', 'Xuân', 'Mbrai', 'Sơn'] },
    female: { form: ["H'{g}", 'Thị {g}'], given: ['Bình', 'Mai', 'Ngôn', 'Đrai', 'Brơi'] },
  },
  coHo: {
    ethnicity: 'Cơ Ho',
    families: ['Cil', 'Liêng', 'Kră Jăn', 'Rơ Ông'],
    male: { form: ["K'{g}", "{f} K'{g}"], given: ['Brêu', 'Ngọc', 'Tếu', 'Brỗi', 'Dũng'] },
    female: { form: ['Ka {g}', '{f} Ka {g}'], given: ['Brìu', 'Lệ', 'Thoa', 'Hương', 'Nhiễu'] },
  },
  khmer: {
    ethnicity: 'Khmer',
    families: ['Thạch', 'Sơn', 'Kim', 'Danh', 'Kiên', 'Lâm', 'Châu'],
    male: { form: ['{f} {g}', '{f} Minh {g}'], given: ['Sa Rây', 'Sóc Kha', 'Đa Ra', 'Thươl', 'Phanh Na'] },
    female: { form: ['{f} Thị {g}', '{f} {g}'], given: ['Sa Vone', 'Sô Phia', 'Chanh Đa', 'Na Ry', 'Ngọc Thia'] },
  },
  cham: {
    ethnicity: 'Chăm',
    families: ['Đàng', 'Bá', 'Quảng', 'Thành', 'Châu', 'Báo'],
    male: { form: ['{f} Năng {g}', '{f} Văn {g}', '{f} {g}'], given: ['Thảo', 'Ngạn', 'Lộ', 'Trào', 'Tỷ'] },
    female: { form: ['{f} Thị {g}'], given: ['Nhiễn', 'Hồng Sa', 'Minh Vãng', 'Bích', 'Thủy Tiên'] },
  },
  hoa: {
    ethnicity: 'Hoa',
    families: ['Lâm', 'Vương', 'Quách', 'Lưu', 'Trần', 'Huỳnh', 'Thái'],
    male: { form: ['{f} {g}'], given: ['Chí Cường', 'Vĩ Hào', 'Gia Lạc', 'Diệu Tường', 'Quân'] },
    female: { form: ['{f} {g}'], given: ['Mỹ Linh', 'Tuệ Mẫn', 'Bội Nghi', 'Ái Liên', 'Dung'] },
  },
} as const satisfies Record<string, NameCustom>;

export type NameCustomId = keyof typeof NAME_CUSTOMS;

export function inventEthnicName(random: SeededRandom, custom: NameCustomId, sex: 'male' | 'female'): string {
  const { families, [sex]: names }: NameCustom = NAME_CUSTOMS[custom];
  return random.pick(names.form).replace('{f}', random.pick(families)).replace('{g}', random.pick(names.given));
}
