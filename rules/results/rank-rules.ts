import { CITATION } from '../citations.ts';
import { defineRules } from '../rule.ts';
import { SCORE_FIELDS } from '../score-field.ts';
import { primaryResult, result, result22, scores } from './example-results.ts';

export const RANK_RULES = defineRules({
  'rank.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.ranks,
    title: { vi: 'Học lực ngoài danh mục', en: 'Academic result not in the list' },
    message: {
      vi: '“{value}” không đúng tên một mức của thông tư áp dụng cho năm đó. Chọn lại theo học bạ.',
      en: '“{value}” is not the name of a level of that year’s circular. Choose again from the school report.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột này viết khác danh mục, ví dụ “{value}” thành {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} cells of this column are not written as in the list; “{value}” becomes {expected}. They can be corrected for the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} ô của cột này không phải là một mức học lực, ví dụ “{value}”. Có thể cột dán lệch: kiểm tra tên cột.',
      en: '{count} of {filled} cells of this column are no academic result, such as “{value}”. The column may be pasted off its place: check its header.',
    },
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô học lực theo danh mục', en: 'Write {count} results as listed' },
    examples: {
      pass: [
        result({ 'g12.cn.rank': 'Giỏi' }),
        result({ 'g12.cn.rank': null }),
        result22({ 'g12.cn.rank': 'Chưa đạt' }),
        result({ 'own.cn.rank': 'Tốt', className: null }),
      ],
      fail: [
        result({ 'g12.cn.rank': 'G' }, { fix: 'Giỏi' }),
        result({ 'g12.cn.rank': 'trung bình' }, { fix: 'Trung bình' }),
        result({ 'g12.cn.rank': 'K' }, { fix: 'Khá' }),
        result({ 'g12.cn.rank': 'xong' }),
        primaryResult({ 'primary.result': 'HTT' }, { fix: 'Hoàn thành tốt' }),
      ],
    },
  },
  'rank.disagrees': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.ranks,
    title: { vi: 'Học lực khác kết quả tính lại', en: 'The academic result differs from the scores' },
    message: {
      vi: 'Ghi {value}; tính từ điểm các môn theo {circular} được {expected} (môn nhận xét không có trong bảng coi là Đạt). Kiểm tra điểm và học bạ rồi sửa, hoặc xác nhận.',
      en: 'It reads {value}; from the scores, by {circular}, it comes to {expected} (comment subjects without a column are taken as passed). Check scores and school report, then correct or confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột này khác kết quả tính từ điểm các môn, ví dụ {value} thay vì {expected}. Có thể cột dán lệch, hoặc là lớp chuyên: kiểm tra trước khi xác nhận.',
      en: '{count} of {filled} cells of this column differ from what the scores come to, such as {value} for {expected}. The column may be pasted off its rows, or these are specialised classes: check before confirming.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result(scores('tt58', 'g12', 'cn', 8.1, { 'g12.cn.overall': 8.1, 'g12.cn.rank': 'Giỏi' })),
        // One subject alone drags a Giỏi down to Trung bình: Khá (58/2011 Đ13.6a).
        result(
          scores('tt58', 'g12', 'cn', 8.7, { 'g12.cn.history': 4.9, 'g12.cn.overall': 8.4, 'g12.cn.rank': 'Khá' }),
        ),
        result({ 'g12.cn.math': 9, 'g12.cn.rank': 'Yếu' }),
        result22(scores('tt22', 'g12', 'cn', 8, { 'g12.cn.rank': 'Tốt' })),
      ],
      fail: [
        result(scores('tt58', 'g12', 'cn', 8.1, { 'g12.cn.overall': 8.1, 'g12.cn.rank': 'Khá' })),
        result(scores('tt58', 'g10', 'hk1', 7.9, { 'g10.hk1.rank': 'Giỏi' })),
        result22(scores('tt22', 'g12', 'cn', 8, { 'g12.cn.math': 6.4, 'g12.cn.rank': 'Tốt' })),
      ],
    },
  },
  'conduct.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.conducts,
    title: { vi: 'Hạnh kiểm ngoài danh mục', en: 'Conduct not in the list' },
    message: {
      vi: '“{value}” không đúng tên một mức của thông tư áp dụng cho năm đó. Chọn lại theo học bạ.',
      en: '“{value}” is not the name of a level of that year’s circular. Choose again from the school report.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột này viết khác danh mục, ví dụ “{value}” thành {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} cells of this column are not written as in the list; “{value}” becomes {expected}. They can be corrected for the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} ô của cột này không phải là một mức hạnh kiểm, ví dụ “{value}”. Có thể cột dán lệch: kiểm tra tên cột.',
      en: '{count} of {filled} cells of this column are no conduct, such as “{value}”. The column may be pasted off its place: check its header.',
    },
    fix: 'ask',
    bulkFix: { vi: 'Viết lại {count} ô hạnh kiểm theo danh mục', en: 'Write {count} conduct marks as listed' },
    examples: {
      pass: [
        result({ 'g12.cn.conduct': 'Trung bình' }),
        result22({ 'g12.cn.conduct': 'Đạt' }),
        result({ 'g12.cn.conduct': '' }),
      ],
      fail: [
        result({ 'g12.cn.conduct': 'T' }, { fix: 'Tốt' }),
        result({ 'g12.cn.conduct': 'TB' }, { fix: 'Trung bình' }),
        result22({ 'g12.cn.conduct': 'CĐ' }, { fix: 'Chưa đạt' }),
        result({ 'g12.cn.conduct': 'ngoan' }),
      ],
    },
  },
  'conduct.year-disagrees': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.yearConduct,
    title: { vi: 'Rèn luyện cả năm khác quy định', en: 'The year’s conduct differs from its terms' },
    message: {
      vi: 'Rèn luyện cả năm ghi {value}; HK I {first} và HK II {second} thì cả năm là {expected}. Kiểm tra rồi sửa, hoặc xác nhận.',
      en: 'The year’s conduct reads {value}; with {first} in term I and {second} in term II it is {expected}. Check, then correct or confirm.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô rèn luyện cả năm không theo hai học kỳ, ví dụ {value} thay vì {expected}. Có thể cột dán lệch: kiểm tra trước khi xác nhận.',
      en: '{count} of {filled} cells of the year’s conduct do not follow from the terms, such as {value} for {expected}. A column may be pasted off its rows: check before confirming.',
    },
    judges: SCORE_FIELDS,
    fix: 'none',
    examples: {
      pass: [
        result22({ 'g12.hk1.conduct': 'Khá', 'g12.hk2.conduct': 'Tốt', 'g12.cn.conduct': 'Tốt' }),
        result22({ 'g12.hk1.conduct': 'Chưa đạt', 'g12.hk2.conduct': 'Khá', 'g12.cn.conduct': 'Đạt' }),
        result({ 'g12.hk1.conduct': 'Tốt', 'g12.hk2.conduct': 'Tốt', 'g12.cn.conduct': 'Yếu' }),
      ],
      fail: [
        result22({ 'g12.hk1.conduct': 'Đạt', 'g12.hk2.conduct': 'Tốt', 'g12.cn.conduct': 'Tốt' }),
        result22({ 'g12.hk1.conduct': 'Tốt', 'g12.hk2.conduct': 'Chưa đạt', 'g12.cn.conduct': 'Đạt' }),
      ],
    },
  },
  'scale.wrong-circular': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.roadmap,
    title: { vi: 'Mức của thông tư khác', en: 'A word of another circular' },
    message: {
      vi: '“{value}” là mức của {other}; năm học {year} lớp {grade} xếp loại theo {circular}: {expected}. Kiểm tra năm học của bảng điểm, rồi chọn lại theo học bạ.',
      en: '“{value}” is a word of {other}; grade {grade} in {year} was judged by {circular}: {expected}. Check the school year of the sheet, then choose again from the school report.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của cột này dùng mức của {other}, ví dụ “{value}”; năm học {year} lớp {grade} theo {circular}: {expected}. Kiểm tra năm học của bảng điểm và tên cột.',
      en: '{count} of {filled} cells of this column use words of {other}, such as “{value}”; grade {grade} in {year} was judged by {circular}: {expected}. Check the school year of the sheet and the header.',
    },
    fix: 'none',
    examples: {
      pass: [
        result({ 'g10.cn.rank': 'Giỏi', 'g12.cn.rank': 'Giỏi' }),
        result22({ 'g10.cn.rank': 'Tốt' }),
        // In 2023–2024 grade 11 followed circular 22/2021 and grade 12 did not.
        result({ className: '11A1', 'own.cn.rank': 'Tốt' }, { schoolYear: 2023 }),
      ],
      fail: [
        result({ 'g12.cn.rank': 'Chưa đạt' }),
        result22({ 'g10.cn.rank': 'Giỏi' }),
        result22({ 'g12.hk1.conduct': 'Yếu' }),
        result({ 'g11.cn.conduct': 'Đạt' }),
      ],
    },
  },
});
