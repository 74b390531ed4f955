import type { Message } from '../rules/messages.ts';

/**
 * Why a line of a result list that somebody carried here changed nothing. A line is named by its place in the file and never by
 * what it says: it may say what the register holds.
 */
export const LINE_REASONS = {
  'key-missing': {
    vi: 'Dòng có kết quả nhưng không có mã định danh, số định danh hay họ tên kèm ngày sinh',
    en: 'The line has a result but no code, no number and no name with a birth date',
  },
  'fits-none': {
    vi: 'Không khớp dòng nào mà trường đã nộp qua CSDL ngành',
    en: 'Fits no row that the school handed in',
  },
  'fits-several': {
    vi: 'Khớp với nhiều dòng của trường nên không biết là của ai',
    en: 'Fits several rows of the school: nobody can tell whose it is',
  },
  'asked-otherwise': {
    vi: 'Số, họ tên, ngày sinh, giới tính hoặc nơi thường trú trong danh sách khác với dòng đang chờ: danh sách cũ, hoặc dòng đã sửa sau khi nộp',
    en: 'Number, name, birth date, sex or residence in the list are not those of the waiting row: an older list, or the row was changed since',
  },
  'older-round': {
    vi: 'Kết quả của lần hỏi trước, không phải của lần đang chờ',
    en: 'The result of an earlier round, not of the one that is waiting',
  },
  'round-unclear': {
    vi: 'Dòng này đã sửa sau lần hỏi trước, mà danh sách không có cột đã sửa nên không biết kết quả là của lần nào',
    en: 'The row was mended after the last round, and the list lacks the mended column: nobody can tell which round it answers',
  },
  'lines-disagree': {
    vi: 'Hai dòng của cùng một người cho kết quả khác nhau',
    en: 'Two lines about one person say different things',
  },
  'contradicts-itself': {
    vi: 'Các cột kết quả của dòng này nói ngược nhau',
    en: 'The line’s own columns contradict each other',
  },
  'label-unknown': {
    vi: 'Chưa hiểu chữ ghi ở cột kết quả; báo người vận hành bổ sung',
    en: 'The word in the result column is not known; ask the operator to add it',
  },
  'label-missing': { vi: 'Cột kết quả bỏ trống', en: 'The result column is blank' },
  'other-school': { vi: 'Dòng ghi mã trường của đơn vị khác', en: 'The line names another school' },
  'not-asked': {
    vi: 'CSDL ngành chưa hỏi được dòng này; vào đó gửi yêu cầu xác thực lại',
    en: 'CSDL ngành could not ask about it; send the request there again',
  },
  'answered-otherwise': {
    vi: 'Dòng này đã có kết quả khác trong lần hỏi này; muốn ghi kết quả mới thì gửi lại dòng rồi nạp danh sách',
    en: 'The row already has another result in this round; to take the new one, send the row again and then read the list',
  },
} as const satisfies Record<string, Message>;

export type LineReason = keyof typeof LINE_REASONS;

export const LINE_REASON_CODES = Object.keys(LINE_REASONS) as readonly LineReason[];
