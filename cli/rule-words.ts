import type { RuleCode } from '../rules/catalogue.ts';
import type { Effect } from '../rules/finding.ts';
import type { Message } from '../rules/messages.ts';
import type { Rule } from '../rules/rule.ts';

/** What a rule offers. */
export const FIX_WORDS = {
  none: { vi: 'không có đề xuất sửa', en: 'no fix' },
  ask: { vi: 'có đề xuất sửa, phải xem lại', en: 'a fix to be looked at' },
  safe: { vi: 'sửa hàng loạt được', en: 'a fix safe in bulk' },
} as const satisfies Record<Rule['fix'], Message>;

/** What a finding means for its row. */
export const EFFECT_WORDS = {
  none: { vi: 'dòng vẫn gửi và xác thực', en: 'the row is sent and verified' },
  unverifiable: { vi: 'dòng vẫn gửi, chưa xác thực', en: 'the row is sent, not verified' },
  stays: { vi: 'dòng ở lại bảng', en: 'the row stays in the sheet' },
} as const satisfies Record<Effect, Message>;

/** The part of a code before its dot. */
export type RuleFamily = RuleCode extends `${infer Family}.${string}` ? Family : never;

/** What each family is about. */
export const FAMILY_WORDS = {
  'citizen-id': { vi: 'Số định danh', en: 'Citizen number' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  'full-name': { vi: 'Họ tên', en: 'Name' },
  'birth-date': { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnic group' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  'student-status': { vi: 'Trạng thái học sinh', en: 'Pupil status' },
  'staff-status': { vi: 'Trạng thái cán bộ', en: 'Staff status' },
  position: { vi: 'Vị trí việc làm', en: 'Post' },
  class: { vi: 'Lớp', en: 'Class' },
  grade: { vi: 'Khối', en: 'Grade' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  'ministry-id': { vi: 'Mã định danh Bộ GD&ĐT', en: 'Ministry id' },
  'school-code': { vi: 'Mã trường', en: 'School code' },
  person: { vi: 'Trùng người', en: 'The same person twice' },
  'staff-id': { vi: 'Mã cán bộ', en: 'Staff id' },
  column: { vi: 'Cả cột', en: 'Whole columns' },
  score: { vi: 'Điểm', en: 'Scores' },
  'comment-subject': { vi: 'Môn đánh giá bằng nhận xét', en: 'Subjects judged by comment' },
  average: { vi: 'Điểm trung bình', en: 'Averages' },
  rank: { vi: 'Học lực, kết quả học tập', en: 'Academic result' },
  conduct: { vi: 'Hạnh kiểm, rèn luyện', en: 'Conduct' },
  scale: { vi: 'Thông tư áp dụng', en: 'The circular that applies' },
  primary: { vi: 'Kết quả tiểu học', en: 'Primary results' },
  sheet: { vi: 'Cả bảng', en: 'The sheet as a whole' },
} as const satisfies Record<RuleFamily, Message>;
