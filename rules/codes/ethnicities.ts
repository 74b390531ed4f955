import { codeList } from './code-list.ts';

interface Ethnicity {
  readonly label: string;
  /** Spellings that mean this group and no other. */
  readonly variants: readonly string[];
}

/**
 * The 54 ethnic groups and "Người nước ngoài". Source: decision 121-TCTK/PPCĐ (1979) and the national statistics list. The
 * ministry's numeric codes are left out: two orders compete, and labels are what the sector database takes.
 */
const ETHNICITIES: readonly Ethnicity[] = [
  { label: 'Kinh', variants: ['Kinh (Việt)', 'Việt'] },
  { label: 'Tày', variants: [] },
  { label: 'Thái', variants: [] },
  { label: 'Hoa', variants: [] },
  { label: 'Khmer', variants: ['Khơ-me', 'Khơ Me', 'Khmer'] },
  { label: 'Mường', variants: [] },
  { label: 'Nùng', variants: [] },
  { label: 'Mông', variants: ['HMông', "H'Mông", 'Hmông', 'Mèo', 'Mông (Mèo)'] },
  { label: 'Dao', variants: [] },
  { label: 'Gia Rai', variants: ['Gia-rai', 'Jrai', 'Jarai'] },
  { label: 'Ngái', variants: [] },
  { label: 'Ê Đê', variants: ['Ê-đê', 'Êđê', 'Rađê'] },
  { label: 'Ba Na', variants: ['Ba-na', 'Bana', 'Bahnar'] },
  { label: 'Xơ Đăng', variants: ['Xơ-đăng', 'Xê Đăng', 'Sê Đăng'] },
  { label: 'Sán Chay', variants: ['Sán Chay (Cao Lan - Sán Chí)'] },
  { label: 'Cơ Ho', variants: ['Cơ-ho', 'Kơ Ho', "K'Ho", 'Kơho'] },
  { label: 'Chăm', variants: ['Chàm'] },
  { label: 'Sán Dìu', variants: [] },
  { label: 'Hrê', variants: ['Hre', "H'rê"] },
  { label: 'Mnông', variants: ["M'nông", "M'Nông", 'Mơ Nông'] },
  { label: 'Ra Glai', variants: ['Ra-glai', 'Raglai', 'Raglay'] },
  { label: 'Xtiêng', variants: ['Stiêng', "X'tiêng", "S'tiêng", 'Xơ Tiêng'] },
  { label: 'Bru Vân Kiều', variants: ['Bru-Vân Kiều', 'Bru - Vân Kiều', 'Vân Kiều'] },
  { label: 'Thổ', variants: ['Thổ (4)'] },
  { label: 'Giáy', variants: [] },
  { label: 'Cơ Tu', variants: ['Cơ-tu', 'Ca Tu'] },
  { label: 'Giẻ Triêng', variants: ['Gié-Triêng', 'Gié Triêng', 'Giẻ-Triêng'] },
  { label: 'Mạ', variants: [] },
  { label: 'Khơ mú', variants: ['Khơ-mú', 'Khơ Mú', 'Khơmú'] },
  { label: 'Co', variants: ['Cor', 'Kor'] },
  { label: 'Tà Ôi', variants: ['Ta-ôi', 'Tà-ôi', 'Ta Ôi'] },
  { label: 'Chơ Ro', variants: ['Chơ-ro', 'Châu Ro'] },
  { label: 'Kháng', variants: [] },
  { label: 'Xinh Mun', variants: ['Xinh-mun'] },
  { label: 'Hà Nhì', variants: [] },
  { label: 'Chu Ru', variants: ['Chu-ru', 'Chơ-ru'] },
  { label: 'Lào', variants: [] },
  { label: 'La Chí', variants: ['La Chi'] },
  { label: 'La Ha', variants: [] },
  { label: 'Phù Lá', variants: ['Phù La'] },
  { label: 'La Hủ', variants: ['La Hụ'] },
  { label: 'Lự', variants: [] },
  { label: 'Lô Lô', variants: [] },
  { label: 'Chứt', variants: [] },
  { label: 'Mảng', variants: [] },
  { label: 'Pà Thẻn', variants: ['Pà Hưng'] },
  { label: 'Cơ Lao', variants: ['Cờ Lao', 'Co Lao'] },
  { label: 'Cống', variants: [] },
  { label: 'Bố Y', variants: [] },
  { label: 'Si La', variants: [] },
  { label: 'Pu Péo', variants: [] },
  { label: 'Brâu', variants: ['Brao'] },
  { label: 'Ơ Đu', variants: ['Ơ-đu'] },
  { label: 'Rơ Măm', variants: ['Rơ-măm'] },
  { label: 'Người nước ngoài', variants: ['Nước ngoài', 'Ngoại quốc'] },
];

export const ETHNICITY_LIST = codeList(ETHNICITIES);

export const ETHNICITY_LABELS: readonly string[] = ETHNICITY_LIST.labels;

/** Labels of groups whose members often have a name of one word: `full-name.single-word` is silent for them. */
export const SINGLE_WORD_NAME_ETHNICITIES: ReadonlySet<string> = new Set(
  ETHNICITY_LABELS.filter(
    (label) => !['Kinh', 'Hoa', 'Tày', 'Nùng', 'Thái', 'Mường', 'Dao', 'Sán Dìu', 'Sán Chay'].includes(label),
  ),
);

export const FOREIGNER_ETHNICITY = 'Người nước ngoài';
