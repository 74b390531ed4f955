import type { QualityLevelTt27, ResultTt27, SubjectLevelTt27 } from '../codes/result-labels.ts';

export interface ResultsTt27 {
  /** Level of every subject and activity at the end of the year. */
  readonly subjects: readonly SubjectLevelTt27[];
  /** Level of every quality and ability (phẩm chất, năng lực). */
  readonly qualities: readonly QualityLevelTt27[];
  /** The periodic tests of the end of the year (bài kiểm tra định kì cuối năm), in tenths. */
  readonly finalScores: readonly number[];
}

/** Kết quả giáo dục of a primary pupil (27/2020 Đ9). One subject at H is enough to lose *xuất sắc* and *tốt*. */
export function primaryResultTt27({ subjects, qualities, finalScores }: ResultsTt27): ResultTt27 {
  const lowest = Math.min(100, ...finalScores);
  const allBest = subjects.every((level) => level === 'T') && qualities.every((level) => level === 'T');
  if (allBest && lowest >= 90) return 'Hoàn thành xuất sắc';
  if (allBest && lowest >= 70) return 'Hoàn thành tốt';
  const allDone = !subjects.includes('C') && !qualities.includes('C');
  return allDone && lowest >= 50 ? 'Hoàn thành' : 'Chưa hoàn thành';
}
