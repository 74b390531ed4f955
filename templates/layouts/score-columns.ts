import { getSubject } from '../../rules/codes/subjects.ts';
import type { Message } from '../../rules/messages.ts';
import {
  BOOK_FIELDS,
  type BookField,
  GRADE_SCOPES,
  type GradeScope,
  isCommentSubject,
  MEASURES,
  type Measure,
  PRIMARY_SUBJECTS,
  QUALITIES,
  type Quality,
  type Summary,
  TERMS,
  type Term,
  termField,
} from '../../rules/score-field.ts';
import type { LayoutColumn } from '../layout.ts';

/** What the circulars 1246 and 1254 ask for: grades 10 to 12, both terms and the year. */
const WRITTEN_SCOPES: readonly GradeScope[] = ['g10', 'g11', 'g12'];
const WRITTEN_TERMS: readonly Term[] = ['hk1', 'hk2', 'cn'];
/** Subjects with scores of both upper secondary programmes; further ones are known when a school adds them. */
const WRITTEN_MEASURES: readonly Measure[] = [
  'math',
  'literature',
  'foreignLanguage1',
  'physics',
  'chemistry',
  'biology',
  'history',
  'geography',
  'civics',
  'economicsAndLaw',
  'informatics',
  'technology',
  'defence',
  'overall',
  'rank',
  'conduct',
];

const TERM_WORDS: Readonly<Record<Term, string>> = {
  hk1: 'HỌC KỲ I',
  hk2: 'HỌC KỲ II',
  cn: 'CẢ NĂM',
  any: 'KHÔNG GHI KỲ',
};

/** Wide enough for `C.nghệ` and a mark's symbol before a score. */
const SCORE_WIDTH = 6.5;

const SUMMARY_COLUMNS: Readonly<Record<Summary, Pick<LayoutColumn, 'header' | 'width' | 'list' | 'help'>>> = {
  overall: {
    header: 'ĐTB các môn',
    width: 7,
    help: {
      vi: 'Điểm trung bình các môn theo Thông tư 58. Những năm đã theo Thông tư 22/2021 thì để trống.',
      en: 'The average of all subjects by circular 58. Leave blank for the years of circular 22/2021, which has none.',
    },
  },
  rank: {
    header: 'Học lực/ KQHT',
    width: 9,
    list: 'academicRank',
    help: {
      vi: 'Học lực (Thông tư 58: Giỏi, Khá, Trung bình, Yếu, Kém) hoặc kết quả học tập (Thông tư 22: Tốt, Khá, Đạt, Chưa đạt).',
      en: 'Học lực (circular 58) or kết quả học tập (circular 22/2021): choose the word of that year’s circular.',
    },
  },
  conduct: {
    header: 'Hạnh kiểm/ RL',
    width: 9,
    list: 'conductRank',
    help: {
      vi: 'Hạnh kiểm (Thông tư 58: Tốt, Khá, Trung bình, Yếu) hoặc kết quả rèn luyện (Thông tư 22: Tốt, Khá, Đạt, Chưa đạt).',
      en: 'Hạnh kiểm (circular 58) or kết quả rèn luyện (circular 22/2021): choose the word of that year’s circular.',
    },
  },
};

const SCORE_HELP: Message = {
  vi: 'Điểm trung bình môn từ 0 đến 10, một chữ số thập phân, dùng dấu chấm (7.5). Không học môn này thì để trống; được miễn thì ghi Miễn.',
  en: 'The subject’s average, 0 to 10 with one decimal and a point (7.5). Blank: not taken. Miễn: excused.',
};

const COMMENT_HELP: Message = {
  vi: 'Môn đánh giá bằng nhận xét: ghi Đ (đạt) hoặc CĐ (chưa đạt); được miễn thì ghi Miễn.',
  en: 'A subject judged by comment: Đ (passed) or CĐ (not passed); Miễn: excused.',
};

/** Every column of a grade and term, in every template order that a results sheet may have. */
export const TERM_COLUMNS: readonly LayoutColumn[] = GRADE_SCOPES.flatMap((scope) =>
  TERMS.flatMap((term) => MEASURES.map((measure) => termColumn(scope, term, measure))),
);

function termColumn(scope: GradeScope, term: Term, measure: Measure): LayoutColumn {
  const written = WRITTEN_SCOPES.includes(scope) && WRITTEN_TERMS.includes(term) && WRITTEN_MEASURES.includes(measure);
  return {
    id: termField(scope, term, measure),
    ...measureColumn(measure),
    groups: [scope === 'own' ? 'LỚP ĐANG HỌC' : `LỚP ${scope.slice(1)}`, TERM_WORDS[term]],
    synonyms: [],
    format: 'text',
    presence: written ? 'usual' : 'elsewhere',
  };
}

function measureColumn(measure: Measure): Pick<LayoutColumn, 'header' | 'width' | 'list' | 'help'> {
  if (measure === 'overall' || measure === 'rank' || measure === 'conduct') return SUMMARY_COLUMNS[measure];
  return {
    // `CN` alone would be read as the year.
    header: measure === 'technology' ? 'C.nghệ' : getSubject(measure).short,
    width: SCORE_WIDTH,
    help: isCommentSubject(measure) ? COMMENT_HELP : SCORE_HELP,
  };
}

const BOOK_HEADERS: Readonly<Record<BookField, string>> = {
  'book.tx1': 'ĐĐGtx1',
  'book.tx2': 'ĐĐGtx2',
  'book.tx3': 'ĐĐGtx3',
  'book.tx4': 'ĐĐGtx4',
  'book.tx5': 'ĐĐGtx5',
  'book.gk': 'ĐĐGgk',
  'book.ck': 'ĐĐGck',
  'book.term': 'ĐTBmhk',
  'book.hk1': 'ĐTBmhk1',
  'book.hk2': 'ĐTBmhk2',
  'book.cn': 'ĐTBmcn',
};

/** One subject's mark book, as CSDL ngành exports it (sổ điểm Mẫu 1). */
export const BOOK_COLUMNS: readonly LayoutColumn[] = BOOK_FIELDS.map((id) => ({
  id,
  header: BOOK_HEADERS[id],
  groups: ['SỔ ĐIỂM MỘT MÔN'],
  synonyms: [],
  width: 8,
  format: 'text',
  presence: 'elsewhere',
  help: {
    vi: 'Điểm từ 0 đến 10, một chữ số thập phân; ĐTBmhk = (ΣĐĐGtx + 2 × ĐĐGgk + 3 × ĐĐGck) / (số ĐĐGtx + 5).',
    en: 'A score from 0 to 10 with one decimal; the term’s average is (sum of ĐĐGtx + 2 × ĐĐGgk + 3 × ĐĐGck) / (number of ĐĐGtx + 5).',
  },
}));

const QUALITY_WORDS: Readonly<Record<Quality, string>> = {
  patriotism: 'Yêu nước',
  kindness: 'Nhân ái',
  diligence: 'Chăm chỉ',
  honesty: 'Trung thực',
  responsibility: 'Trách nhiệm',
  selfReliance: 'Tự chủ và tự học',
  communication: 'Giao tiếp và hợp tác',
  problemSolving: 'Giải quyết vấn đề và sáng tạo',
  language: 'Ngôn ngữ',
  calculation: 'Tính toán',
  scientific: 'Khoa học',
  technological: 'Công nghệ',
  digital: 'Tin học',
  aesthetic: 'Thẩm mĩ',
  physical: 'Thể chất',
};

const LEVEL_HELP: Message = {
  vi: 'Mức đạt được: T (hoàn thành tốt), H (hoàn thành) hoặc C (chưa hoàn thành).',
  en: 'The level reached: T (completed well), H (completed) or C (not completed).',
};

const TEST_HELP: Message = {
  vi: 'Điểm kiểm tra định kỳ: số nguyên từ 0 đến 10, không có số thập phân.',
  en: 'The periodic test: a whole number from 0 to 10, no decimals.',
};

const elsewhere = { synonyms: [], width: 7, format: 'text', presence: 'elsewhere' } as const;

/** The primary form of circular 27/2020 (C1 KetQuaHocTap). */
export const PRIMARY_COLUMNS: readonly LayoutColumn[] = [
  ...PRIMARY_SUBJECTS.flatMap((subject): readonly LayoutColumn[] => {
    const groups = [getSubject(subject).label.vi];
    return [
      { id: `primary.${subject}.level`, header: 'Mức đạt được', groups, ...elsewhere, help: LEVEL_HELP },
      { id: `primary.${subject}.test`, header: 'Điểm KTĐK', groups, ...elsewhere, help: TEST_HELP },
    ];
  }),
  ...QUALITIES.map(
    (quality, at): LayoutColumn => ({
      id: `primary.${quality}`,
      header: QUALITY_WORDS[quality],
      groups: [at < 5 ? 'Phẩm chất' : 'Năng lực'],
      ...elsewhere,
      help: {
        vi: 'Mức đạt được: T (tốt), Đ (đạt) hoặc C (cần cố gắng).',
        en: 'The level reached: T (good), Đ (reached) or C (needs effort).',
      },
    }),
  ),
  {
    id: 'primary.result',
    header: 'Đánh giá kết quả giáo dục',
    groups: ['Cuối năm'],
    ...elsewhere,
    help: {
      vi: 'Hoàn thành xuất sắc, Hoàn thành tốt, Hoàn thành hoặc Chưa hoàn thành.',
      en: 'Outstanding, good, completed or not completed.',
    },
  },
];
