import { fill, type Message } from '../rules/messages.ts';

/** Everything a sheet can refuse, each with a stable code and the next step for the clerk. */
export const SHEET_ERRORS = {
  'sheet-protected': {
    vi: 'Trang tính đang khóa nên không ghi được. Vào Review › Unprotect Sheet để mở khóa, rồi bấm lại. Nếu Excel đòi mật khẩu, hỏi người đã khóa trang tính.',
    en: 'The sheet is protected. Use Review › Unprotect Sheet, then try again. If Excel wants a password, ask who protected it.',
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

/** What `unreadable` means in each case, by the first word of its detail; the second, where there is one, says at what place. */
const UNREADABLE: Readonly<Record<string, Message>> = {
  'empty-file': {
    vi: 'Tệp này trống (0 byte): có thể chưa tải hoặc chưa chép xong. Tải hoặc chép lại rồi mở.',
    en: 'This file is empty (0 bytes): perhaps a download or copy did not finish. Get it again, then open it.',
  },
  password: {
    vi: 'Tệp này có mật khẩu mở. Mở bằng Excel, vào File › Info › Protect Workbook › Encrypt with Password, xóa mật khẩu, lưu lại rồi thử lại.',
    en: 'This file needs a password to open. Open it in Excel, clear the password under File › Info › Protect Workbook, save it, then try again.',
  },
  'not-a-zip': {
    vi: 'Tệp này không phải sổ tính (có thể là ảnh, PDF hoặc tệp khác đã đổi tên). Mở được .xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt: chọn đúng tệp, hoặc mở bằng Excel rồi lưu lại thành .xlsx.',
    en: 'This is no workbook (perhaps a picture, a PDF or another file that was renamed). What opens here: .xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt. Choose the right file, or open it in Excel and save it as .xlsx.',
  },
  'not-a-workbook': {
    vi: 'Tệp này không có trang tính nào (có thể là tệp Word hoặc tệp nén, hoặc do Excel trước bản 5.0 ghi). Mở bằng Excel rồi lưu lại thành .xlsx.',
    en: 'This file holds no sheet (perhaps Word or an archive, or written by an Excel before 5.0). Open it in Excel and save it as .xlsx.',
  },
  'html-page': {
    vi: 'Tệp này là trang web (HTML) đặt tên như sổ tính, vài hệ thống xuất danh sách như vậy. Mở bằng Excel rồi lưu lại thành .xlsx.',
    en: 'This is a web page (HTML) named like a workbook, as some systems export their lists. Open it in Excel and save it as .xlsx.',
  },
  'csv-quotes': {
    vi: 'Dấu ngoặc kép ở dòng {place} không khớp nên không biết ô kết thúc ở đâu. Mở tệp bằng Notepad, sửa dòng đó (dấu " trong ô phải viết thành ""), lưu lại rồi thử lại.',
    en: 'The quotes in line {place} do not match, so nobody can tell where a cell ends. Open the file in Notepad, mend that line (a " inside a cell is written ""), save it, then try again.',
  },
  'too-large': {
    vi: 'Tệp quá lớn, thường vì có ảnh bên trong. Xóa ảnh hoặc chia danh sách ra nhiều tệp rồi mở lại.',
    en: 'This file is too large, mostly because of pictures in it. Delete them or split the list into several files.',
  },
  damaged: {
    vi: 'Tệp này bị hỏng, không đọc hết được nên không dùng phần nào. Mở bằng Excel (Open and Repair), lưu lại thành .xlsx rồi thử lại.',
    en: 'This file is damaged and cannot be read to its end, so none of it is used. Open and repair it in Excel, save it as .xlsx, then try again.',
  },
};

/** What people read of a refusal, without unfilled places. */
export function sheetErrorMessage(code: SheetErrorCode, detail = ''): Message {
  const [reason = '', place = ''] = detail.split(' ');
  const { vi, en } = (code === 'unreadable' ? UNREADABLE[reason] : undefined) ?? SHEET_ERRORS[code];
  return { vi: fill(vi, { detail, place }), en: fill(en, { detail, place }) };
}

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
