import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about the rows in hand between two questions. `{name}` stands for a parameter (`fill`). */
export const LOOP_WORDS = {
  heading: { vi: 'Dòng đang chọn', en: 'Selected rows' },
  intro: {
    vi: 'Chọn một hay nhiều dòng trong trang tính để xem từng lần hỏi và ghi việc đã làm.',
    en: 'Select one or more rows in the sheet to see their rounds and to record what was done.',
  },
  look: { vi: 'Xem dòng đang chọn', en: 'Look at the selected rows' },
  working: { vi: 'Đang làm…', en: 'Working…' },
  none: {
    vi: 'Chưa chọn dòng nào trong danh sách. Chọn một ô của dòng cần xem rồi bấm lại.',
    en: 'No row of the list is selected. Select a cell of the row you want, then press again.',
  },
  oneRow: { vi: 'Dòng {row}', en: 'Row {row}' },
  manyRows: { vi: '{count} dòng đang chọn', en: '{count} selected rows' },
  round: { vi: 'lần hỏi {round}', en: 'round {round}' },
  unknown: {
    vi: 'Máy chủ chưa có dòng này, hoặc chưa lấy kết quả.',
    en: 'The server does not know this row yet, or its result has not been fetched.',
  },
  edited: {
    vi: 'Đã sửa sau lần gửi trước: kết quả cũ hết giá trị. Gửi lại ở bước Gửi.',
    en: 'Edited since it was last sent: the old result no longer counts. Send it again in the Send step.',
  },
  goSend: { vi: 'Sang Gửi', en: 'Go to Send' },
  signInFirst: {
    vi: 'Đăng nhập để xem các lần hỏi và ghi việc đã làm.',
    en: 'Sign in to see the rounds and to record what was done.',
  },
  mayOnlyLook: {
    vi: 'Tài khoản “{role}” chỉ xem được.',
    en: 'A “{role}” account may only look.',
  },
  nothingToDo: { vi: 'Dòng này không phải làm gì.', en: 'There is nothing to do about this row.' },
  nothingToDoMany: { vi: 'Các dòng này không phải làm gì.', en: 'There is nothing to do about these rows.' },
  forRows: { vi: '{action} ({count} dòng)', en: '{action} ({count} rows)' },
  done: { vi: '{action}: đã ghi {count} dòng.', en: '{action}: noted for {count} rows.' },
  notAllowed: {
    vi: '{count} dòng không ở trạng thái làm được việc này.',
    en: '{count} rows are not in a state for this.',
  },
  changed: {
    vi: '{count} dòng đã được gửi lại từ lúc xem: xem lại rồi ghi.',
    en: '{count} rows have been sent again since you looked: look again first.',
  },
  notFound: { vi: '{count} dòng không còn trên máy chủ.', en: '{count} rows are no longer on the server.' },
  noticeIncomplete: {
    vi: '{count} dòng chưa ghi giấy thông báo của lần hỏi này, hoặc chưa so đủ các ô với giấy.',
    en: '{count} rows have no notice in this round, or not every field was compared with it.',
  },
  releasedIn: {
    vi: 'Trường cũ đã cho chuyển đi ({time}).',
    en: 'The former school has let the pupil go ({time}).',
  },
  releasedOut: {
    vi: 'Đã báo chuyển đi ({time}); chưa có trường nào nhận.',
    en: 'Reported as gone ({time}); no school has the pupil yet.',
  },
  claimedOut: {
    vi: 'Đã báo chuyển đi; trường mới đã có em này ({time}).',
    en: 'Reported as gone; the new school has the pupil ({time}).',
  },
  roundsHeading: { vi: 'Các lần hỏi', en: 'Rounds' },
  roundTitle: { vi: 'Lần {round}', en: 'Round {round}' },
  sentBy: { vi: '{time}, {who} gửi', en: '{time}, sent by {who}' },
  program: { vi: 'hệ thống', en: 'the program' },
  changedFields: { vi: 'Đã sửa: {fields}', en: 'Changed: {fields}' },
  differs: { vi: 'khác {fields}', en: 'differs in {fields}' },
  notAnswered: { vi: 'Chưa có trả lời.', en: 'No answer yet.' },
  noticeShort: { vi: 'Giấy số {number}, ngày {date}, {issuer}', en: 'Notice {number} of {date}, {issuer}' },
  noticeCompared: { vi: 'Đã so với giấy: {fields}', en: 'Compared with it: {fields}' },
  noticeComparedNone: { vi: 'Chưa so ô nào với giấy.', en: 'No field compared with it yet.' },
  noticeHeading: { vi: 'Giấy thông báo số định danh cá nhân', en: 'The police notice' },
  noticeWhy: {
    vi: 'Chỉ ghi giấy nào và đã so những ô nào. Không chụp, không gửi ảnh giấy.',
    en: 'Only which paper it is and which fields were compared. No picture of it is taken or sent.',
  },
  noticeNumber: { vi: 'Số giấy', en: 'Number' },
  noticeNumberKept: { vi: 'Để trống nếu vẫn là giấy {number}.', en: 'Leave blank if it is still {number}.' },
  noticeDate: { vi: 'Ngày giấy (ngày/tháng/năm)', en: 'Date (day/month/year)' },
  noticeIssuer: { vi: 'Nơi cấp', en: 'Issued by' },
  noticeFields: {
    vi: 'Đồng thời rà soát các thông tin đã nhập: tích ô nào đã so với giấy',
    en: 'Compare what was entered: tick each field that was compared with the paper',
  },
  noticeSave: { vi: 'Ghi giấy thông báo', en: 'Record the notice' },
  noticeBlank: { vi: 'Nhập số giấy, ngày và nơi cấp.', en: 'Enter number, date and issuer.' },
  noticeBadDate: {
    vi: 'Ngày giấy phải là ngày có thật, không sau hôm nay, ghi như 05/11/2026.',
    en: 'The date must be a real day, not after today, written as 05/11/2026.',
  },
  wholeNoticeFirst: {
    vi: 'Ghi giấy thông báo và so đủ các ô trước.',
    en: 'Record the notice and compare every field first.',
  },
  helpKeyRows: { vi: 'Xem dòng đang chọn', en: 'Look at the selected rows' },
} as const satisfies Record<string, Message>;
