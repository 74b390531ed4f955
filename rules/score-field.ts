import type { SubjectId } from './codes/subjects.ts';

/**
 * The columns of a results sheet, named by what they are made of: `g12.hk1.math` is the average of Toán in the first term of
 * grade 12, `own.cn.conduct` the conduct of the year in whatever grade the row's class is.
 */

/** A stated grade, or `own`: the header names none, so that it is the grade of the pupil's class. */
export const GRADE_SCOPES = ['g10', 'g11', 'g12', 'own', 'g6', 'g7', 'g8', 'g9'] as const;
export type GradeScope = (typeof GRADE_SCOPES)[number];

/** `hk1`, `hk2`: a term; `cn`: the year; `any`: the header does not say, and nothing is taken for granted. */
export const TERMS = ['hk1', 'hk2', 'cn', 'any'] as const;
export type Term = (typeof TERMS)[number];

/** Subjects of secondary school that are given scores. The list differs from pupil to pupil: a blank is a subject not taken. */
export const SCORED_SUBJECTS = [
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
  'foreignLanguage2',
  'ethnicLanguage',
  'elective',
  'technologyIndustry',
  'technologyAgriculture',
  'naturalScience',
  'historyAndGeography',
] as const satisfies readonly SubjectId[];
export type ScoredSubject = (typeof SCORED_SUBJECTS)[number];

/** Subjects of secondary school that are judged by comment: Đ or CĐ. */
export const COMMENT_SUBJECTS = [
  'physicalEducation',
  'arts',
  'music',
  'art',
  'experience',
  'localEducation',
] as const satisfies readonly SubjectId[];
export type CommentSubject = (typeof COMMENT_SUBJECTS)[number];

export function isCommentSubject(subject: string): subject is CommentSubject {
  return (COMMENT_SUBJECTS as readonly string[]).includes(subject);
}

/** What stands beside the subjects: ĐTB các môn (58/2011 only), học lực or kết quả học tập, hạnh kiểm or rèn luyện. */
const SUMMARIES = ['overall', 'rank', 'conduct'] as const;
export type Summary = (typeof SUMMARIES)[number];

export const MEASURES = [...SCORED_SUBJECTS, ...COMMENT_SUBJECTS, ...SUMMARIES] as const;
export type Measure = (typeof MEASURES)[number];

export type TermField = `${GradeScope}.${Term}.${Measure}`;

/** One subject's mark book (sổ điểm): regular, mid-term and final assessments, and the averages they give. */
export const BOOK_FIELDS = [
  'book.tx1',
  'book.tx2',
  'book.tx3',
  'book.tx4',
  'book.tx5',
  'book.gk',
  'book.ck',
  'book.term',
  'book.hk1',
  'book.hk2',
  'book.cn',
] as const;
export type BookField = (typeof BOOK_FIELDS)[number];

/** Subjects of primary school (27/2020): a level each, and a periodic test in some. */
export const PRIMARY_SUBJECTS = [
  'vietnamese',
  'math',
  'foreignLanguage1',
  'ethics',
  'natureAndSociety',
  'science',
  'historyAndGeography',
  'informatics',
  'technology',
  'music',
  'art',
  'physicalEducation',
  'experience',
  'ethnicLanguage',
] as const satisfies readonly SubjectId[];
export type PrimarySubject = (typeof PRIMARY_SUBJECTS)[number];

/** The qualities and abilities of a primary pupil (27/2020 Đ5): five, three general and seven special ones. */
export const QUALITIES = [
  'patriotism',
  'kindness',
  'diligence',
  'honesty',
  'responsibility',
  'selfReliance',
  'communication',
  'problemSolving',
  'language',
  'calculation',
  'scientific',
  'technological',
  'digital',
  'aesthetic',
  'physical',
] as const;
export type Quality = (typeof QUALITIES)[number];

export type PrimaryField = `primary.${PrimarySubject}.${'level' | 'test'}` | `primary.${Quality}` | 'primary.result';

export type ScoreField = TermField | BookField | PrimaryField;

export function termField(scope: GradeScope, term: Term, measure: Measure): TermField {
  return `${scope}.${term}.${measure}`;
}

export const PRIMARY_FIELDS: readonly PrimaryField[] = [
  ...PRIMARY_SUBJECTS.flatMap((subject) => [`primary.${subject}.level`, `primary.${subject}.test`] as const),
  ...QUALITIES.map((quality) => `primary.${quality}` as const),
  'primary.result',
];

/** Every score column, in the order in which findings are told. */
export const SCORE_FIELDS: readonly ScoreField[] = [
  ...GRADE_SCOPES.flatMap((scope) =>
    TERMS.flatMap((term) => MEASURES.map((measure) => termField(scope, term, measure))),
  ),
  ...BOOK_FIELDS,
  ...PRIMARY_FIELDS,
];

const SCORE_FIELD_SET: ReadonlySet<string> = new Set(SCORE_FIELDS);

export function isScoreField(field: string): field is ScoreField {
  return SCORE_FIELD_SET.has(field);
}
