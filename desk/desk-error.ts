import type { Problem } from '../contract/schemas/problem.ts';
import type { Message } from '../rules/messages.ts';

/** Everything the desk itself can refuse, each with a stable code and the next step for the clerk. */
export const DESK_ERRORS = {
  'not-recognised': {
    vi: 'Trang tính này không phải danh sách học sinh hay cán bộ mà Sổ Sạch biết. Mở trang tính có dòng tiêu đề (Họ và tên, Ngày sinh, …) rồi bấm Kiểm tra.',
    en: 'This sheet is no list of pupils or staff that Sổ Sạch knows. Open the sheet with the header row (Họ và tên, Ngày sinh, …) and press Check.',
  },
  'not-checked': {
    vi: 'Trang tính chưa được kiểm tra. Bấm Kiểm tra trước.',
    en: 'The sheet has not been checked yet. Press Check first.',
  },
  /** The person's own wish, and no failure: it is said, not complained of. */
  cancelled: {
    vi: 'Đã dừng khi đang kiểm tra: không ô nào của bạn thay đổi, chưa gửi gì.',
    en: 'Stopped while checking: none of your cells has changed and nothing was sent.',
  },
  'nothing-to-undo': {
    vi: 'Không còn lần sửa nào để hoàn tác.',
    en: 'There is no applied fix left to take back.',
  },
  'recipe-not-ours': {
    vi: 'Tệp này không phải công thức sửa của Sổ Sạch. Chọn tệp công thức (.json) đã xuất từ Sổ Sạch.',
    en: 'This file is no recipe of Sổ Sạch. Choose a recipe file (.json) that Sổ Sạch exported.',
  },
  'recipe-newer': {
    vi: 'Công thức này do bản Sổ Sạch mới hơn ghi ra (dạng {version}). Tải lại Sổ Sạch để có bản mới rồi mở lại.',
    en: 'This recipe was written by a newer Sổ Sạch (form {version}). Reload Sổ Sạch to get the new one, then open it again.',
  },
  'recipe-damaged': {
    vi: 'Công thức bị hỏng ở phần “{where}” nên không dùng phần nào. Xuất lại công thức từ Sổ Sạch.',
    en: 'The recipe is damaged at “{where}”, so none of it is used. Export it from Sổ Sạch again.',
  },
  'recipe-unknown-rule': {
    vi: 'Công thức có quy tắc “{code}” mà bản này không biết hoặc không có cách sửa, nên không dùng phần nào. Bỏ quy tắc đó khỏi tệp, hoặc cập nhật Sổ Sạch.',
    en: 'The recipe names the rule “{code}”, which is unknown here or has no fix, so none of it is used. Take it out of the file, or update Sổ Sạch.',
  },
  'recipe-unknown-field': {
    vi: 'Công thức có cột “{field}” mà bản này không biết, nên không dùng phần nào. Sửa tên cột trong tệp, hoặc cập nhật Sổ Sạch.',
    en: 'The recipe names the column “{field}”, which is unknown here, so none of it is used. Correct it in the file, or update Sổ Sạch.',
  },
  'rows-torn': {
    vi: 'Có {count} dòng nay là người khác so với lần gửi trước. Xem trước khi gửi, chọn “Người mới” hoặc “Vẫn người cũ” cho các dòng đó rồi gửi.',
    en: '{count} rows hold other people than when they were last sent. Preview, choose “New people” or “The same people” for them, then send.',
  },
  'unit-unknown': {
    vi: 'Sổ tính này không ghi là của đơn vị nào. Xác nhận đơn vị rồi gửi lại.',
    en: 'This workbook does not say which unit it belongs to. Confirm the unit, then send again.',
  },
  'not-signed-in': {
    vi: 'Chưa đăng nhập. Đăng nhập rồi thử lại.',
    en: 'Not signed in. Sign in and try again.',
  },
  'window-blocked': {
    vi: 'Cửa sổ đăng nhập không mở được. Cho phép cửa sổ bật lên của trang này rồi bấm lại, hoặc đăng nhập bằng mật khẩu.',
    en: 'The sign-in window could not be opened. Allow pop-ups of this page and press again, or sign in with a password.',
  },
  'session-expired': {
    vi: 'Phiên đăng nhập đã hết hạn. Đăng nhập lại; dữ liệu trong trang tính vẫn còn nguyên.',
    en: 'The session has expired. Sign in again; nothing in the sheet is lost.',
  },
  'server-unwell': {
    vi: 'Máy chủ đang gặp sự cố ({status}). Những dòng đã được nhận vẫn an toàn; thử lại sau ít phút.',
    en: 'The server is having trouble ({status}). Rows it acknowledged are safe; try again in a few minutes.',
  },
  'answer-not-understood': {
    vi: 'Không hiểu câu trả lời của máy chủ ({where}). Tải lại khung Sổ Sạch; nếu còn lỗi, kiểm tra địa chỉ máy chủ.',
    en: 'The server’s answer is not understood ({where}). Reload the pane; if it persists, check the server address.',
  },
  /** The server refused and said why: the words are those of `problem`. */
  refused: {
    vi: 'Máy chủ không nhận yêu cầu này.',
    en: 'The server refused this request.',
  },
} as const satisfies Record<string, Message>;

export type DeskErrorCode = keyof typeof DESK_ERRORS;

export interface DeskErrorDetails {
  /** What `{…}` places of the message stand for; never cell contents. */
  readonly params?: Readonly<Record<string, string>>;
  /** What the server said (RFC 9457). */
  readonly problem?: Problem;
}

export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: DeskErrorCode;
  readonly params: Readonly<Record<string, string>>;
  readonly problem: Problem | null;

  constructor(code: DeskErrorCode, { params = {}, problem }: DeskErrorDetails = {}, options?: ErrorOptions) {
    super(problem ? `${code}: ${problem.code}` : code, options);
    this.code = code;
    this.params = params;
    this.problem = problem ?? null;
  }
}
