import { CITATION } from '../citations.ts';
import { defineRules } from '../rule.ts';
import { SCORE_FIELDS } from '../score-field.ts';
import { result, result22, scores } from './example-results.ts';

export const AVERAGE_RULES = defineRules({
  'average.marks-disagree': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.termAverage,
    title: { vi: 'ĐTBmhk khác công thức', en: 'Term average differs from the formula' },
    message: {
      vi: 'ĐTBmhk ghi {value}; tính từ ĐĐGtx, ĐĐGgk và ĐĐGck được {expected}. Kiểm tra các điểm thành phần rồi sửa, hoặc xác nhận.',
      en: 'The term’s average reads {value}; from the regular, mid-term and final scores it comes to {expected}. Check the scores, then correct or confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ĐTBmhk khác kết quả tính từ điểm thành phần, ví dụ {value} thay vì {expected}. Có thể cột điểm thành phần dán lệch: kiểm tra trước khi xác nhận.',
      en: '{count} of {filled} term averages differ from what the scores come to, such as {value} for {expected}. A column of scores may be pasted off its rows: check before confirming.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result({ 'book.tx1': 8, 'book.tx2': 9, 'book.gk': 7, 'book.ck': 8, 'book.term': 7.9 }),
        result({ 'book.tx1': 8, 'book.tx2': 9, 'book.gk': 7, 'book.ck': null, 'book.term': 7 }),
        result({ 'book.tx1': 85, 'book.tx2': 9, 'book.gk': 7, 'book.ck': 8, 'book.term': 7.6 }),
      ],
      fail: [
        result({
          'book.tx1': 8,
          'book.tx2': 9,
          'book.tx3': '7,5',
          'book.tx4': 8,
          'book.gk': 7,
          'book.ck': 8,
          'book.term': 7.9,
        }),
      ],
    },
  },
  'average.subject-disagrees': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.yearAverage,
    title: { vi: 'Điểm cả năm của môn khác công thức', en: 'A subject’s year average differs from the formula' },
    message: {
      vi: 'Điểm cả năm ghi {value}; (HK I {first} + 2 × HK II {second}) / 3 được {expected}. Đối chiếu với học bạ rồi sửa, hoặc xác nhận.',
      en: 'The year’s average reads {value}; (term I {first} + 2 × term II {second}) / 3 comes to {expected}. Compare with the school report, then correct or confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm cả năm của môn này khác (HK I + 2 × HK II) / 3, ví dụ {value} thay vì {expected}. Có thể một cột dán lệch: kiểm tra trước khi xác nhận.',
      en: '{count} of {filled} year averages of this subject differ from (term I + 2 × term II) / 3, such as {value} for {expected}. A column may be pasted off its rows: check before confirming.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result({ 'g12.hk1.math': 8.2, 'g12.hk2.math': 8.5, 'g12.cn.math': 8.4 }),
        result({ 'g12.hk1.math': 6.4, 'g12.hk2.math': 6.5, 'g12.cn.math': 6.5 }),
        result({ 'g12.hk1.math': 'Miễn', 'g12.hk2.math': 6.5, 'g12.cn.math': 6.4 }),
        result({ 'g12.hk1.math': 8.2, 'g12.cn.math': 8.4 }),
      ],
      fail: [
        result({ 'g12.hk1.math': 8.2, 'g12.hk2.math': 8.5, 'g12.cn.math': 8.3 }),
        result({ 'book.hk1': 7.9, 'book.hk2': 8, 'book.cn': 7.9 }),
      ],
    },
  },
  'average.term-disagrees': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.overallAverage,
    title: { vi: 'ĐTB các môn học kỳ khác công thức', en: 'A term’s overall average differs from the formula' },
    message: {
      vi: 'ĐTB các môn học kỳ ghi {value}; trung bình cộng {count} môn có điểm được {expected}. Kiểm tra điểm các môn rồi sửa, hoặc xác nhận.',
      en: 'The term’s overall average reads {value}; the mean of the {count} scored subjects is {expected}. Check the subjects, then correct or confirm.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result(scores('tt58', 'g12', 'hk1', 8.1, { 'g12.hk1.overall': 8.1 })),
        result({ 'g12.hk1.math': 7, 'g12.hk1.overall': 8.1 }),
        // A subject of choice counts at some schools and not at others.
        result(scores('tt58', 'g12', 'hk1', 8, { 'g12.hk1.elective': 9.9, 'g12.hk1.overall': 8 })),
        result22(scores('tt22', 'g12', 'hk1', 8.1, { 'g12.hk1.overall': 7 })),
      ],
      fail: [result(scores('tt58', 'g12', 'hk1', 8.1, { 'g12.hk1.overall': 8.2 }))],
    },
  },
  'average.year-disagrees': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.overallAverage,
    title: { vi: 'ĐTB các môn cả năm khác công thức', en: 'The year’s overall average differs from the formula' },
    message: {
      vi: 'ĐTB các môn cả năm ghi {value}; trung bình cộng điểm cả năm của {count} môn được {expected}. Kiểm tra điểm các môn rồi sửa, hoặc xác nhận.',
      en: 'The year’s overall average reads {value}; the mean of the year averages of {count} subjects is {expected}. Check the subjects, then correct or confirm.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result(scores('tt58', 'g10', 'cn', 7.5, { 'g10.cn.overall': 7.5 })),
        result(scores('tt58', 'g10', 'cn', 7.5, { 'g10.cn.math': 'tám', 'g10.cn.overall': 9 })),
      ],
      fail: [result(scores('tt58', 'g10', 'cn', 7.5, { 'g10.cn.math': 9.5, 'g10.cn.overall': 7.5 }))],
    },
  },
});
