import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about questions that are carried to CSDL ngành by hand. `{name}` stands for a parameter (`fill`). */
export const CARRIED_WORDS = {
  carriedHeading: { vi: 'Qua CSDL ngành', en: 'By CSDL ngành' },
  carriedIntro: {
    vi: 'Máy chủ này xác thực bằng tệp: tải tệp, nộp trên CSDL ngành và gửi yêu cầu xác thực ở đó; có kết quả thì tải danh sách kết quả về và nạp vào đây.',
    en: 'This server verifies by files: download one, hand it in at CSDL ngành and request the verification there; once there are results, download their list and read it here.',
  },
  carriedNothing: {
    vi: 'Không còn dòng nào phải nộp hay đang chờ kết quả.',
    en: 'No row waits to be handed in or for its result.',
  },
  pupils: { vi: 'Học sinh', en: 'Pupils' },
  staff: { vi: 'Nhân sự', en: 'Staff' },
  formCounts: {
    vi: '{waiting} dòng chưa nộp, {handedIn} dòng đã nộp chờ kết quả',
    en: '{waiting} rows to hand in, {handedIn} handed in and waiting',
  },
  withoutCode: {
    vi: '{count} dòng thiếu mã định danh Bộ GD&ĐT nên không có trong tệp: điền mã vào trang tính rồi gửi lại.',
    en: '{count} rows lack the ministry’s code and are not in the file: fill it in and push again.',
  },
  downloadForm: { vi: 'Tải tệp để nộp: {form}', en: 'Download to hand in: {form}' },
  downloaded: {
    vi: 'Đã tải tệp; các dòng trong tệp được ghi là đã gửi. Tải lại lúc nào cũng được.',
    en: 'Downloaded; its rows are noted as sent. It may be downloaded again at any time.',
  },
  readList: { vi: 'Nạp danh sách kết quả', en: 'Read the list of results' },
  readingList: { vi: 'Đang làm việc với tệp…', en: 'Working on the file…' },
  takenHeading: { vi: 'Đã đọc danh sách kết quả', en: 'The list of results was read' },
  takenApplied: { vi: 'Ghi kết quả mới', en: 'New results' },
  takenKnown: { vi: 'Đã ghi từ trước', en: 'Had them already' },
  takenWaiting: { vi: 'CSDL ngành chưa có kết quả', en: 'No result there yet' },
  takenNotApplied: { vi: 'Dòng không ghi được', en: 'Lines not applied' },
  takenAnnounce: {
    vi: 'Đã đọc {lines} dòng: {applied} kết quả mới, {left} dòng không ghi được.',
    en: '{lines} lines read: {applied} new results, {left} lines not applied.',
  },
  linesOf: { vi: 'Trong tệp kết quả: dòng {rows}', en: 'In the result file: row {rows}' },
  lineOfSheet: { vi: '{row} (trang {sheet})', en: '{row} (sheet {sheet})' },
  moreLines: { vi: '… và {count} dòng nữa', en: '… and {count} more' },
} as const satisfies Record<string, Message>;
