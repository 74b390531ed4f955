import type { Message } from '../rules/messages.ts';

/** Every sentence of the workbench page beside the pane, Vietnamese first. */
export const WORKBENCH_WORDS = {
  title: { vi: 'Bàn làm việc Sổ Sạch', en: 'Sổ Sạch workbench' },
  pane: { vi: 'Khung Sổ Sạch', en: 'Sổ Sạch pane' },
  grid: { vi: 'Sổ tính', en: 'Workbook' },
  welcome: { vi: 'Làm sạch danh sách, không cần Excel', en: 'Clean lists without Excel' },
  step1: {
    vi: 'Mở sổ của trường (đăng nhập ở khung bên phải) hoặc một tệp có sẵn (.xlsx, .xls, .ods, .csv).',
    en: 'Open your school’s workbook (sign in on the right) or a file you have (.xlsx, .xls, .ods, .csv).',
  },
  step2: {
    vi: 'Bấm Kiểm tra, xem từng chỗ được tô, sửa theo gợi ý hoặc gõ thẳng vào ô.',
    en: 'Press Check, look at what is marked, take the fixes or type into the cells.',
  },
  step3: {
    vi: 'Gửi xác thực, nhận kết quả về từng dòng, rồi tải sổ về máy.',
    en: 'Send for verification, get each row’s result, then download the workbook.',
  },
  openStudents: { vi: 'Mở sổ học sinh', en: 'Open pupils' },
  openStaff: { vi: 'Mở sổ cán bộ', en: 'Open staff' },
  openResults: { vi: 'Mở sổ kết quả', en: 'Open results' },
  signInFirst: { vi: 'Đăng nhập để mở sổ của trường', en: 'Sign in to open your school’s workbook' },
  openFile: { vi: 'Mở tệp…', en: 'Open a file…' },
  openOther: { vi: 'Mở sổ khác', en: 'Open another' },
  dropHere: {
    vi: 'hoặc kéo tệp vào đây: .xlsx, .xls, .ods, .csv, .txt',
    en: 'or drop a file here: .xlsx, .xls, .ods, .csv, .txt',
  },
  opening: { vi: 'Đang mở sổ…', en: 'Opening…' },
  tryOutHeading: { vi: 'Tài khoản dùng thử', en: 'Try-out accounts' },
  tryOutWhere: {
    vi: 'Máy chủ này chạy với DỮ LIỆU THỬ, không có người thật. Bấm một tài khoản để đăng nhập ngay:',
    en: 'This server runs on TRY-OUT DATA with no real people. Press an account to sign in at once:',
  },
  download: { vi: 'Tải về .xlsx', en: 'Download .xlsx' },
  downloading: { vi: 'Đang ghi tệp…', en: 'Writing the file…' },
  downloaded: { vi: 'Đã tải về {name}.', en: 'Downloaded {name}.' },
  unsaved: { vi: 'Chưa tải về', en: 'Not downloaded yet' },
  saved: { vi: 'Không có thay đổi mới', en: 'No new changes' },
  foreign: {
    vi: 'Tệp này không do Sổ Sạch lập. Bản tải về giữ nguyên mọi phần khác của tệp, chỉ thêm ba cột kết quả và dấu ở bên phải.',
    en: 'Sổ Sạch did not make this file. The download keeps every other part as it was and only adds the three result columns and the marks at the right.',
  },
  converted: {
    vi: 'Tệp {kind} được mở dưới dạng .xlsx; tệp gốc không bị đổi. Bản tải về là .xlsx có đủ nội dung và ô gộp, công thức thành giá trị, không kèm màu và khung của tệp gốc.',
    en: 'The {kind} file was opened as an .xlsx; the file itself has not changed. The download is an .xlsx with all contents and merged cells, values in place of formulas, and without the colours and borders of the original.',
  },
  insertRow: { vi: 'Chèn dòng', en: 'Insert row' },
  deleteRow: { vi: 'Xóa dòng', en: 'Delete rows' },
  sortAscending: { vi: 'Sắp xếp A→Z', en: 'Sort A→Z' },
  sortDescending: { vi: 'Sắp xếp Z→A', en: 'Sort Z→A' },
  undoTyping: { vi: 'Hoàn tác gõ', en: 'Undo typing' },
  nothingToUndo: { vi: 'Không còn gì để hoàn tác.', en: 'Nothing to undo.' },
  selectFirst: { vi: 'Chọn một ô trong phần dữ liệu trước.', en: 'Select a cell among the rows first.' },
  keyHint: { vi: 'F6: sang khung / về bảng', en: 'F6: to the pane and back' },
  sheets: { vi: 'Trang tính', en: 'Sheets' },
  leaveHeading: { vi: 'Có thay đổi chưa tải về', en: 'There are changes not downloaded' },
  leaveText: {
    vi: 'Mở sổ khác thì những thay đổi chưa tải về sẽ mất.',
    en: 'Opening another workbook loses what was not downloaded.',
  },
  leaveStay: { vi: 'Ở lại', en: 'Stay' },
  leaveGo: { vi: 'Bỏ thay đổi, mở sổ khác', en: 'Discard and open' },
} as const satisfies Record<string, Message>;
