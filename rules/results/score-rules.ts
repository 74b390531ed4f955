import { CITATION } from '../citations.ts';
import { defineRules } from '../rule.ts';
import { primaryResult, result } from './example-results.ts';

export const SCORE_RULES = defineRules({
  'score.not-a-number': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.scores,
    title: { vi: 'Điểm không phải là số', en: 'The score is no number' },
    message: {
      vi: 'Ô điểm ghi “{value}”. Nhập điểm từ 0 đến 10, ghi Miễn nếu được miễn học, hoặc để trống nếu không học môn này.',
      en: 'The score reads “{value}”. Enter a score from 0 to 10, Miễn where the pupil is excused, or leave it blank where the subject is not taken.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô điểm của cột này không phải là số, ví dụ “{value}”. Có thể cột dán lệch hoặc là môn đánh giá bằng nhận xét: kiểm tra tên cột.',
      en: '{count} of {filled} scores of this column are no numbers, such as “{value}”. The column may be pasted off its place or be a subject judged by comment: check its header.',
    },
    fix: 'none',
    examples: {
      pass: [
        result({ 'g12.hk1.math': 8.5 }),
        result({ 'g12.hk1.math': '8.5' }),
        result({ 'g12.hk1.math': 'Miễn' }),
        result({ 'g12.hk1.physics': null }),
        result({ 'g12.hk1.physicalEducation': 'Đ' }),
        result({ 'book.gk': 'Đ' }),
      ],
      fail: [result({ 'g12.hk1.math': 'tám' }), result({ 'g12.hk1.math': 'Đ' }), result({ 'g12.cn.overall': 'Miễn' })],
    },
  },
  'score.out-of-range': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.scores,
    title: { vi: 'Điểm ngoài thang 10', en: 'Score outside 0 to 10' },
    message: {
      vi: 'Điểm {value} nằm ngoài thang từ 0 đến 10. Đối chiếu với sổ điểm rồi nhập lại.',
      en: 'The score {value} is outside 0 to 10. Compare with the mark book and enter it again.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm của cột này nằm ngoài thang từ 0 đến 10, ví dụ {value}. Có thể cột dán lệch hoặc là tổng điểm: kiểm tra tên cột.',
      en: '{count} of {filled} scores of this column are outside 0 to 10, such as {value}. The column may be pasted off its place or hold totals: check its header.',
    },
    fix: 'none',
    examples: {
      pass: [result({ 'g12.hk1.math': 10 }), result({ 'g12.hk1.math': 0 })],
      fail: [result({ 'g12.hk1.math': -1 }), result({ 'g12.hk1.math': 105 }), result({ 'g12.hk1.math': '10.5' })],
    },
  },
  'score.decimal-comma': {
    severity: 'note',
    effect: 'none',
    field: null,
    citation: CITATION.scores,
    title: { vi: 'Điểm dùng dấu phẩy', en: 'Decimal comma' },
    message: {
      vi: 'Điểm ghi “{value}” bằng dấu phẩy; CSDL ngành nhận dấu chấm. Sửa thành {expected}.',
      en: 'The score “{value}” has a decimal comma, while the sector database takes a point. It becomes {expected}.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm của cột này dùng dấu phẩy, ví dụ “{value}” thành {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} scores of this column have a decimal comma; “{value}” becomes {expected}. They can be corrected for the whole column.',
    },
    fix: 'safe',
    bulkFix: { vi: 'Đổi dấu phẩy thành dấu chấm ở {count} điểm', en: 'Turn the comma into a point in {count} scores' },
    examples: {
      pass: [result({ 'g12.hk1.math': '7.5' }), result({ 'g12.hk1.math': 7.5 })],
      fail: [result({ 'g12.hk1.math': '7,5' }, { fix: '7.5' }), result({ 'book.tx3': '7,5' }, { fix: '7.5' })],
    },
  },
  'score.decimal-lost': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.scores,
    title: { vi: 'Điểm mất dấu thập phân', en: 'Decimal point lost' },
    message: {
      vi: 'Điểm ghi {value}, có lẽ là {expected} bị mất dấu thập phân. Đối chiếu với sổ điểm trước khi sửa.',
      en: 'The score reads {value}: probably {expected} without its decimal point. Compare with the mark book before correcting.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm của cột này có lẽ mất dấu thập phân, ví dụ {value} là {expected}. Đối chiếu vài dòng với sổ điểm rồi sửa cả cột.',
      en: '{count} of {filled} scores of this column have probably lost the decimal point; {value} would be {expected}. Compare some rows with the mark book, then correct the column.',
    },
    fix: 'ask',
    examples: {
      pass: [result({ 'g12.hk1.math': 8.5 })],
      fail: [result({ 'g12.hk1.math': 85 }, { fix: '8.5' }), result({ 'book.tx1': '85' }, { fix: '8.5' })],
    },
  },
  'score.too-many-decimals': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.scores,
    title: { vi: 'Điểm quá một chữ số thập phân', en: 'More than one decimal' },
    message: {
      vi: 'Điểm ghi {value}; chỉ được một chữ số thập phân. Làm tròn thành {expected}, hoặc nhập lại theo sổ điểm.',
      en: 'The score reads {value}; one decimal is allowed. Rounded it is {expected}; or enter it again from the mark book.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm của cột này có hơn một chữ số thập phân, ví dụ {value} làm tròn thành {expected}. Có thể làm tròn cả cột sau khi đối chiếu.',
      en: '{count} of {filled} scores of this column have more than one decimal; {value} is rounded to {expected}. The column can be rounded once compared.',
    },
    fix: 'ask',
    examples: {
      pass: [result({ 'g12.hk1.math': 6.3 })],
      fail: [
        result({ 'g12.hk1.math': 6.25 }, { fix: '6.3' }),
        result({ 'g12.hk1.math': '7.94' }, { fix: '7.9' }),
        result({ 'book.gk': 6.25 }, { fix: '6.3' }),
      ],
    },
  },
  'score.primary-not-integer': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.primaryScores,
    title: { vi: 'Điểm tiểu học không nguyên', en: 'A primary score with decimals' },
    message: {
      vi: 'Điểm kiểm tra định kỳ ghi {value}; tiểu học cho điểm nguyên từ 0 đến 10, không có điểm 0,5. Nhập lại theo bài kiểm tra.',
      en: 'The periodic test reads {value}; primary school gives whole scores from 0 to 10. Enter it again from the test.',
    },
    columnMessage: {
      vi: '{count}/{filled} điểm của cột này không nguyên, ví dụ {value}; tiểu học cho điểm nguyên từ 0 đến 10. Nhập lại theo bài kiểm tra.',
      en: '{count} of {filled} scores of this column are not whole, such as {value}; primary school gives whole scores from 0 to 10. Enter them again from the tests.',
    },
    fix: 'none',
    examples: {
      pass: [primaryResult({ 'primary.math.test': 9 }), result({ 'own.hk1.math': 8.5 })],
      fail: [primaryResult({ 'primary.math.test': 8.5 }), primaryResult({ 'own.hk1.math': '8,5' })],
    },
  },
  'comment-subject.not-in-list': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.comments,
    title: { vi: 'Môn nhận xét ghi sai', en: 'Comment subject not in the list' },
    message: {
      vi: 'Môn đánh giá bằng nhận xét ghi “{value}”; chỉ ghi Đ (đạt), CĐ (chưa đạt) hoặc Miễn. Chọn lại theo sổ theo dõi.',
      en: 'A subject judged by comment reads “{value}”; it takes Đ (passed), CĐ (not passed) or Miễn. Choose again from the record book.',
    },
    columnMessage: {
      vi: '{count}/{filled} ô của môn nhận xét này chưa ghi Đ hoặc CĐ, ví dụ “{value}” thành {expected}. Có thể sửa cho cả cột.',
      en: '{count} of {filled} cells of this subject are not Đ or CĐ; “{value}” becomes {expected}. They can be corrected for the whole column.',
    },
    columnMessageUnfixed: {
      vi: '{count}/{filled} ô của môn nhận xét này không phải Đ hay CĐ, ví dụ “{value}”. Có thể cột dán lệch: kiểm tra tên cột.',
      en: '{count} of {filled} cells of this subject are neither Đ nor CĐ, such as “{value}”. The column may be pasted off its place: check its header.',
    },
    fix: 'ask',
    examples: {
      pass: [
        result({ 'g12.cn.physicalEducation': 'Đ' }),
        result({ 'g12.cn.physicalEducation': 'CĐ' }),
        result({ 'g12.cn.physicalEducation': 'Miễn' }),
        result({ 'g12.cn.physicalEducation': null }),
      ],
      fail: [
        result({ 'g12.cn.physicalEducation': 'Đạt' }, { fix: 'Đ' }),
        result({ 'g12.cn.physicalEducation': 'cđ' }, { fix: 'CĐ' }),
        result({ 'g12.cn.physicalEducation': 8.5 }),
        result({ 'g12.cn.physicalEducation': 'G' }),
      ],
    },
  },
});
