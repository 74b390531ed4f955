import { type CodeList, codeList } from './code-list.ts';

/** Xếp loại học lực of circular 58/2011 (Đ13), best first. */
export const ACADEMIC_RANKS_TT58 = ['Giỏi', 'Khá', 'Trung bình', 'Yếu', 'Kém'] as const;
export type AcademicRankTt58 = (typeof ACADEMIC_RANKS_TT58)[number];

/** Xếp loại hạnh kiểm of circular 58/2011 (Đ3), best first. It is a judgement: nothing recomputes it. */
const CONDUCT_RANKS_TT58 = ['Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;

/** The levels of circular 22/2021, for kết quả học tập (Đ9) and rèn luyện (Đ8) alike, best first. */
export const LEVELS_TT22 = ['Tốt', 'Khá', 'Đạt', 'Chưa đạt'] as const;
export type LevelTt22 = (typeof LEVELS_TT22)[number];

/** Kết quả giáo dục of a primary pupil at the end of the year (27/2020 Đ9), best first. */
const RESULTS_TT27 = ['Hoàn thành xuất sắc', 'Hoàn thành tốt', 'Hoàn thành', 'Chưa hoàn thành'] as const;
export type ResultTt27 = (typeof RESULTS_TT27)[number];

/** Level of a primary subject: hoàn thành Tốt, Hoàn thành, Chưa hoàn thành (27/2020 Đ7), best first. */
const SUBJECT_LEVELS_TT27 = ['T', 'H', 'C'] as const;
export type SubjectLevelTt27 = (typeof SUBJECT_LEVELS_TT27)[number];

/** Level of a primary quality or ability: Tốt, Đạt, Cần cố gắng (27/2020 Đ8), best first. */
const QUALITY_LEVELS_TT27 = ['T', 'Đ', 'C'] as const;
export type QualityLevelTt27 = (typeof QUALITY_LEVELS_TT27)[number];

/** A subject judged by comment: Đạt or Chưa đạt (58/2011 Đ6, 22/2021 Đ5). */
const COMMENT_LEVELS = ['Đ', 'CĐ'] as const;

/** Variants by label; capitals, spaces, dots and the place of a tone never matter, so they are not listed. */
function listOf<L extends string>(labels: readonly L[], variants: Readonly<Record<L, readonly string[]>>): CodeList {
  return codeList(labels.map((label) => ({ label, variants: variants[label] })));
}

/** In these abbreviations `K` is Khá, never Kém: that one is written out. */
export const ACADEMIC_RANK_TT58_LIST = listOf(ACADEMIC_RANKS_TT58, {
  Giỏi: ['G', 'gioi', 'loại giỏi'],
  Khá: ['K', 'kha', 'loại khá'],
  'Trung bình': ['TB', 'trung binh', 'T. bình', 'loại trung bình'],
  Yếu: ['Y', 'yeu', 'loại yếu'],
  Kém: ['kem', 'loại kém'],
});

export const CONDUCT_RANK_TT58_LIST = listOf(CONDUCT_RANKS_TT58, {
  Tốt: ['T', 'tot', 'loại tốt'],
  Khá: ['K', 'kha', 'loại khá'],
  'Trung bình': ['TB', 'trung binh', 'T. bình', 'loại trung bình'],
  Yếu: ['Y', 'yeu', 'loại yếu'],
});

export const LEVEL_TT22_LIST = listOf(LEVELS_TT22, {
  Tốt: ['T', 'tot', 'mức tốt'],
  Khá: ['K', 'kha', 'mức khá'],
  Đạt: ['Đ', 'D', 'dat', 'mức đạt'],
  'Chưa đạt': ['CĐ', 'CD', 'chua dat', 'mức chưa đạt'],
});

export const RESULT_TT27_LIST = listOf(RESULTS_TT27, {
  'Hoàn thành xuất sắc': ['XS', 'HTXS', 'xuất sắc'],
  'Hoàn thành tốt': ['HTT', 'tốt'],
  'Hoàn thành': ['HT'],
  'Chưa hoàn thành': ['CHT'],
});

export const SUBJECT_LEVEL_TT27_LIST = listOf(SUBJECT_LEVELS_TT27, {
  T: ['hoàn thành tốt', 'HTT', 'tốt'],
  H: ['hoàn thành', 'HT'],
  C: ['chưa hoàn thành', 'CHT'],
});

export const QUALITY_LEVEL_TT27_LIST = listOf(QUALITY_LEVELS_TT27, {
  T: ['tốt', 'tot'],
  Đ: ['D', 'đạt', 'dat'],
  C: ['cần cố gắng', 'CCG', 'can co gang'],
});

export const COMMENT_LEVEL_LIST = listOf(COMMENT_LEVELS, {
  Đ: ['D', 'đạt', 'dat'],
  CĐ: ['CD', 'chưa đạt', 'chua dat', 'không đạt', 'KĐ'],
});

/** For the dropdowns: a sheet may span years of both circulars, so that the words of both are offered, best first. */
export const ACADEMIC_RANK_LABELS: readonly string[] = [...new Set([...ACADEMIC_RANKS_TT58, ...LEVELS_TT22])];
export const CONDUCT_RANK_LABELS: readonly string[] = [...new Set([...CONDUCT_RANKS_TT58, ...LEVELS_TT22])];
