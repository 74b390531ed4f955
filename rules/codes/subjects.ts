import type { Message } from '../messages.ts';
import { codeList } from './code-list.ts';

/** A subject, by an id of our own: the official codes of the sector database are not published. */
export type SubjectId = keyof typeof SUBJECT_TABLE;

export interface Subject {
  readonly id: SubjectId;
  /** The name of the 2018 programme (circular 32/2018), and its English. */
  readonly label: Message;
  /** As column headers abbreviate it. */
  readonly short: string;
}

interface SubjectEntry {
  readonly label: Message;
  readonly short: string;
  /** Other headers that mean it; capitals, dots, spaces, `i`/`y` and the place of a tone never matter. */
  readonly variants: readonly string[];
}

const SUBJECT_TABLE = {
  vietnamese: { label: { vi: 'Tiếng Việt', en: 'Vietnamese' }, short: 'TV', variants: ['T. Việt'] },
  literature: { label: { vi: 'Ngữ văn', en: 'Literature' }, short: 'Văn', variants: ['N. văn', 'VA', 'văn học'] },
  math: { label: { vi: 'Toán', en: 'Mathematics' }, short: 'Toán', variants: ['TO', 'toán học'] },
  ethics: { label: { vi: 'Đạo đức', en: 'Ethics' }, short: 'ĐĐ', variants: [] },
  natureAndSociety: {
    label: { vi: 'Tự nhiên và Xã hội', en: 'Nature and society' },
    short: 'TN&XH',
    variants: ['TNXH', 'tự nhiên xã hội'],
  },
  science: { label: { vi: 'Khoa học', en: 'Science' }, short: 'KH', variants: [] },
  naturalScience: {
    label: { vi: 'Khoa học tự nhiên', en: 'Natural science' },
    short: 'KHTN',
    variants: ['khoa học TN'],
  },
  historyAndGeography: {
    label: { vi: 'Lịch sử và Địa lí', en: 'History and geography' },
    short: 'LS&ĐL',
    variants: ['lịch sử địa lí', 'sử địa', 'LSĐL'],
  },
  history: { label: { vi: 'Lịch sử', en: 'History' }, short: 'Sử', variants: ['SU', 'L. sử'] },
  geography: { label: { vi: 'Địa lí', en: 'Geography' }, short: 'Địa', variants: ['DI', 'Đ. lí'] },
  physics: { label: { vi: 'Vật lí', en: 'Physics' }, short: 'Lí', variants: ['LI', 'V. lí'] },
  chemistry: { label: { vi: 'Hóa học', en: 'Chemistry' }, short: 'Hóa', variants: ['HO', 'H. học'] },
  biology: { label: { vi: 'Sinh học', en: 'Biology' }, short: 'Sinh', variants: ['SI', 'S. học'] },
  foreignLanguage1: {
    label: { vi: 'Ngoại ngữ 1', en: 'Foreign language 1' },
    short: 'NN1',
    variants: [
      'ngoại ngữ',
      'NN',
      'N. ngữ',
      'tiếng Anh',
      'T. Anh',
      'Anh',
      'Anh văn',
      'tiếng Nga',
      'tiếng Pháp',
      'tiếng Trung',
      'tiếng Trung Quốc',
      'tiếng Đức',
      'tiếng Nhật',
      'tiếng Hàn',
    ],
  },
  foreignLanguage2: { label: { vi: 'Ngoại ngữ 2', en: 'Foreign language 2' }, short: 'NN2', variants: [] },
  ethnicLanguage: {
    label: { vi: 'Tiếng dân tộc thiểu số', en: 'Ethnic minority language' },
    short: 'TDT',
    variants: ['tiếng dân tộc', 'tiếng DTTS'],
  },
  civics: {
    label: { vi: 'Giáo dục công dân', en: 'Civics' },
    short: 'GDCD',
    variants: ['công dân', 'GD công dân'],
  },
  economicsAndLaw: {
    label: { vi: 'Giáo dục kinh tế và pháp luật', en: 'Economics and law' },
    short: 'GDKT&PL',
    variants: ['GDKTPL', 'KTPL', 'KT&PL', 'giáo dục kinh tế pháp luật', 'GD kinh tế và pháp luật', 'kinh tế pháp luật'],
  },
  informatics: { label: { vi: 'Tin học', en: 'Informatics' }, short: 'Tin', variants: ['TI', 'T. học'] },
  technology: { label: { vi: 'Công nghệ', en: 'Technology' }, short: 'CN', variants: ['C. nghệ'] },
  technologyIndustry: {
    label: { vi: 'Công nghệ (công nghiệp)', en: 'Technology (industry)' },
    short: 'CN-CN',
    variants: ['công nghệ - định hướng công nghiệp', 'công nghệ định hướng công nghiệp'],
  },
  technologyAgriculture: {
    label: { vi: 'Công nghệ (nông nghiệp)', en: 'Technology (agriculture)' },
    short: 'CN-NN',
    variants: ['công nghệ - định hướng nông nghiệp', 'công nghệ định hướng nông nghiệp'],
  },
  music: { label: { vi: 'Âm nhạc', en: 'Music' }, short: 'ÂN', variants: ['nhạc'] },
  art: { label: { vi: 'Mĩ thuật', en: 'Fine art' }, short: 'MT', variants: ['M. thuật'] },
  arts: { label: { vi: 'Nghệ thuật', en: 'Arts' }, short: 'NT', variants: ['nghệ thuật (âm nhạc, mĩ thuật)'] },
  physicalEducation: {
    label: { vi: 'Giáo dục thể chất', en: 'Physical education' },
    short: 'GDTC',
    variants: ['thể dục', 'TD', 'GD thể chất'],
  },
  defence: {
    label: { vi: 'Giáo dục quốc phòng và an ninh', en: 'Defence education' },
    short: 'GDQPAN',
    variants: [
      'GDQP',
      'QPAN',
      'QP',
      'quốc phòng',
      'GDQP và AN',
      'giáo dục quốc phòng an ninh',
      'giáo dục quốc phòng',
      'GD quốc phòng và an ninh',
    ],
  },
  experience: {
    label: { vi: 'Hoạt động trải nghiệm, hướng nghiệp', en: 'Experience and career guidance' },
    short: 'HĐTN,HN',
    variants: ['hoạt động trải nghiệm', 'HĐTN', 'hoạt động trải nghiệm và hướng nghiệp', 'HĐ trải nghiệm'],
  },
  localEducation: {
    label: { vi: 'Nội dung giáo dục của địa phương', en: 'Local education' },
    short: 'GDĐP',
    variants: ['giáo dục địa phương', 'NDGDĐP', 'nội dung giáo dục địa phương', 'GD địa phương'],
  },
  elective: {
    label: { vi: 'Tự chọn', en: 'Elective' },
    short: 'TC',
    variants: ['môn tự chọn', 'nghề phổ thông', 'nghề PT'],
  },
} as const satisfies Readonly<Record<string, SubjectEntry>>;

const ENTRIES = Object.entries(SUBJECT_TABLE) as readonly [SubjectId, SubjectEntry][];

/** Every subject of the programmes of 2006 and 2018, primary school first. */
export const SUBJECTS: readonly Subject[] = ENTRIES.map(([id, { label, short }]) => ({ id, label, short }));

/** Every text that means a subject: its name, its abbreviation and other headers. */
export const SUBJECT_TEXTS: readonly (readonly [SubjectId, string])[] = ENTRIES.flatMap(
  ([id, { label, short, variants }]) => [label.vi, short, ...variants].map((text) => [id, text] as const),
);

/** The labels are ids here: what a header means is a subject, whatever its programme calls it. */
const BY_TEXT = codeList(
  ENTRIES.map(([id]) => ({ label: id, variants: SUBJECT_TEXTS.filter(([of]) => of === id).map(([, text]) => text) })),
);

export function getSubject(id: SubjectId): Subject {
  const { label, short } = SUBJECT_TABLE[id];
  return { id, label, short };
}

/**
 * The subject a header means (`Văn`, `T.Anh`, `GDKT&PL`, `Vật lý`); undefined for anything else. `CN` is Công nghệ here, while
 * behind a subject it is *cả năm*: the term is to be taken off before asking.
 */
export function findSubject(text: string): SubjectId | undefined {
  return BY_TEXT.find(text) as SubjectId | undefined;
}
