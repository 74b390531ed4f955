import { CITATION } from '../citations.ts';
import type { RawRow } from '../record.ts';
import { defineRules } from '../rule.ts';
import { PRIMARY_FIELDS } from '../score-field.ts';
import { primaryResult } from './example-results.ts';

/** Everything that counts for the result of a pupil of grade 5, at its best. */
const BEST: RawRow = {
  'primary.vietnamese.level': 'T',
  'primary.vietnamese.test': 9,
  'primary.math.level': 'T',
  'primary.math.test': 10,
  'primary.ethics.level': 'T',
  'primary.science.level': 'T',
  'primary.science.test': 9,
  'primary.historyAndGeography.level': 'T',
  'primary.historyAndGeography.test': 9,
  'primary.foreignLanguage1.level': 'T',
  'primary.foreignLanguage1.test': 9,
  'primary.informatics.level': 'T',
  'primary.informatics.test': 9,
  'primary.technology.level': 'T',
  'primary.technology.test': 9,
  'primary.music.level': 'T',
  'primary.art.level': 'T',
  'primary.physicalEducation.level': 'T',
  'primary.experience.level': 'T',
  'primary.kindness': 'T',
  'primary.diligence': 'T',
};

export const PRIMARY_RULES = defineRules({
  'primary.level-not-in-list': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.primaryScores,
    title: { vi: 'Mức đạt được ngoài danh mục', en: 'Level not in the list' },
    message: {
      vi: '“{value}” không đúng ký hiệu: môn học ghi T, H hoặc C; phẩm chất, năng lực ghi T, Đ hoặc C. Chọn lại theo bảng tổng hợp kết quả đánh giá.',
      en: '“{value}” is no level: subjects take T, H or C; qualities and abilities T, Đ or C. Choose again from the table of results.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột này viết khác danh mục, ví dụ “{value}” thành {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} cells of this column are not written as in the list; “{value}” becomes {expected}. They can be corrected for the whole column.',
    },
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô mức đạt được theo danh mục', en: 'Write {count} levels as listed' },
    examples: {
      pass: [
        primaryResult({ 'primary.math.level': 'H', 'primary.kindness': 'Đ' }),
        primaryResult({ 'primary.math.level': null }),
      ],
      fail: [
        primaryResult({ 'primary.math.level': 'Hoàn thành tốt' }, { fix: 'T' }),
        primaryResult({ 'primary.kindness': 'đạt' }, { fix: 'Đ' }),
        primaryResult({ 'primary.math.level': 'A' }),
      ],
    },
  },
  'primary.result-disagrees': {
    severity: 'query',
    effect: 'none',
    field: 'primary.result',
    citation: CITATION.primaryResult,
    title: { vi: 'Kết quả giáo dục khác các mức đạt được', en: 'The year’s result differs from its levels' },
    message: {
      vi: 'Kết quả giáo dục ghi {value}; theo các môn, phẩm chất, năng lực và điểm kiểm tra định kỳ thì là {expected}. Kiểm tra rồi sửa, hoặc xác nhận.',
      en: 'The result of the year reads {value}; subjects, qualities, abilities and periodic tests come to {expected}. Check, then correct or confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} kết quả giáo dục khác các mức đạt được, ví dụ {value} thay vì {expected}. Có thể cột dán lệch: kiểm tra trước khi xác nhận.',
      en: '{count} of {filled} results of the year differ from the levels, such as {value} for {expected}. A column may be pasted off its rows: check before confirming.',
    },
    judges: PRIMARY_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        primaryResult({ ...BEST, 'primary.result': 'Hoàn thành xuất sắc' }),
        primaryResult({ ...BEST, 'primary.art.level': 'H', 'primary.result': 'Hoàn thành' }),
        // A compulsory subject is not in the sheet: nothing can be recomputed.
        primaryResult({ ...BEST, 'primary.math.level': null, 'primary.result': 'Hoàn thành' }),
      ],
      fail: [
        primaryResult({ ...BEST, 'primary.art.level': 'H', 'primary.result': 'Hoàn thành xuất sắc' }),
        primaryResult({ ...BEST, 'primary.math.test': 8, 'primary.result': 'Hoàn thành xuất sắc' }),
        primaryResult({ ...BEST, 'primary.kindness': 'C', 'primary.result': 'Hoàn thành' }),
      ],
    },
  },
});
