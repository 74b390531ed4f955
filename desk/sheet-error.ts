import type { Message } from '../rules/messages.ts';

/** Everything a sheet can refuse, each with a stable code and the next step for the clerk. */
export const SHEET_ERRORS = {
  'sheet-protected': {
    vi: 'Trang tính đang khóa nên không ghi được. Vào Review › Unprotect Sheet để mở khóa, rồi bấm lại.',
    en: 'The sheet is protected. Use Review › Unprotect Sheet, then try again.',
  },
  'cell-being-edited': {
    vi: 'Một ô đang được gõ dở. Nhấn Enter (hoặc Esc) để kết thúc, rồi bấm lại.',
    en: 'A cell is being edited. Press Enter (or Esc) to finish, then try again.',
  },
  'too-large': {
    vi: 'Excel từ chối vì dữ liệu quá lớn cho một lần ghi. Hãy chia bớt dòng sang trang tính khác.',
    en: 'Excel refused: too much data at once. Move some rows to another sheet.',
  },
  'sheet-gone': {
    vi: 'Không còn thấy trang tính đã nhận diện. Mở lại trang tính đó rồi bấm Kiểm tra.',
    en: 'The sheet is no longer there. Open it again and press Check.',
  },
  'row-gone': {
    vi: 'Dòng này không còn trong trang tính. Bấm Kiểm tra để làm mới danh sách.',
    en: 'This row is no longer in the sheet. Press Check to refresh the list.',
  },
  'not-bound': {
    vi: 'Chưa nhận diện trang tính này. Bấm Kiểm tra trước.',
    en: 'This sheet has not been recognised yet. Press Check first.',
  },
  'read-only': {
    vi: 'Sổ tính này chỉ mở để đọc. Lưu một bản của bạn rồi mở bản đó.',
    en: 'This workbook is open for reading only. Save a copy and open that.',
  },
  unreadable: {
    vi: 'Không đọc được sổ tính này: tệp hỏng, có mật khẩu hoặc không phải tệp Excel .xlsx. Hãy mở bằng Excel rồi lưu lại thành .xlsx.',
    en: 'This workbook cannot be read: damaged, password-protected or not an .xlsx. Open it in Excel and save it as .xlsx.',
  },
  refused: {
    vi: 'Excel không nhận thao tác này ({detail}). Dữ liệu trong trang tính chưa thay đổi; hãy thử lại.',
    en: 'Excel refused this step ({detail}). Nothing in the sheet has changed; try again.',
  },
} as const satisfies Record<string, Message>;

export type SheetErrorCode = keyof typeof SHEET_ERRORS;

export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly code: SheetErrorCode;
  /** A host's own error code, never cell contents. */
  readonly detail: string;

  constructor(code: SheetErrorCode, detail = '', options?: ErrorOptions) {
    super(SHEET_ERRORS[code].en.replace('{detail}', detail), options);
    this.code = code;
    this.detail = detail;
  }
}
