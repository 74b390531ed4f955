import { CITATION } from './citations.ts';
import { pupil } from './example-rows.ts';
import { defineRules } from './rule.ts';

/** Raised by whoever reads the sheet's header, see `sheetFinding`: rows alone cannot show them. */
export const HEADER_RULES = defineRules({
  'sheet.no-header-found': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Không tìm thấy dòng tiêu đề', en: 'No header row found' },
    message: {
      vi: 'Trang tính này không có dòng tiêu đề nào giống mẫu học sinh hoặc nhân sự. Mở đúng trang tính, hoặc chép dữ liệu sang mẫu của Sổ Sạch.',
      en: 'No row of this sheet looks like the header of the pupil or staff template. Open the right sheet, or copy the data into a Sổ Sạch template.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.column-missing': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Thiếu cột', en: 'Column is missing' },
    message: {
      vi: 'Không có cột “{header}”. Thêm cột này vào dòng tiêu đề, hoặc sửa tên cột cho đúng.',
      en: 'There is no column “{header}”. Add it to the header row, or correct its title.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.column-duplicate': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Hai cột cùng tên', en: 'Two columns alike' },
    message: {
      vi: 'Có hơn một cột “{header}”; chỉ cột đầu tiên được đọc. Đổi tên hoặc xóa cột thừa.',
      en: 'There is more than one column “{header}”; only the first is read. Rename or delete the spare one.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.column-unknown': {
    severity: 'note',
    effect: 'none',
    field: null,
    citation: CITATION.dataLaw,
    title: { vi: 'Cột ngoài mẫu', en: 'Column outside the template' },
    message: {
      vi: 'Cột “{header}” không thuộc mẫu: giữ nguyên trong tệp và không gửi đi.',
      en: 'The column “{header}” is not part of the template: it stays in the file and is never sent.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.secret-column': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.dataLaw,
    title: { vi: 'Cột chứa mật khẩu', en: 'A column of passwords' },
    message: {
      vi: 'Cột “{header}” có vẻ chứa mật khẩu: nội dung không được đọc và không gửi đi. Xóa cột này khỏi tệp.',
      en: 'The column “{header}” seems to hold passwords: it is not read and never sent. Delete it from the file.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.header-repeated': {
    severity: 'note',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Dòng tiêu đề lặp lại', en: 'Header repeated' },
    message: {
      vi: 'Dòng tiêu đề xuất hiện lại giữa danh sách (dòng {header}) và được bỏ qua. Xóa các dòng tiêu đề thừa để sắp xếp và lọc được.',
      en: 'The header occurs again inside the list (row {header}) and is skipped. Delete the spare header rows so that sorting and filtering work.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.section-rows': {
    severity: 'note',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Dòng không phải người', en: 'Rows that hold nobody' },
    message: {
      vi: 'Dòng {header} chỉ ghi tên lớp, tổng số hoặc chỗ ký nên được bỏ qua. Tên lớp ở dòng riêng không đi theo từng người khi sắp xếp: nếu chưa có cột Lớp, hãy thêm cột này.',
      en: 'Row {header} only names a class, a total or signatures and is skipped. A class in a row of its own does not follow its pupils when they are sorted: if there is no class column, add one.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.merged-cells': {
    severity: 'note',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Có ô gộp', en: 'Merged cells' },
    message: {
      vi: 'Vùng dữ liệu có ô gộp; chỉ ô trên cùng bên trái có giá trị, các ô còn lại được đọc là trống. Bỏ gộp ô và điền đủ từng dòng.',
      en: 'There are merged cells among the data; only the top left cell has the value, the others are read as blank. Unmerge them and fill in every row.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
});

/** Raised by whoever knows which workbook this is and who has it open, see `workbookFindings`. */
export const WORKBOOK_RULES = defineRules({
  'sheet.template-outdated': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Sổ theo mẫu cũ', en: 'Workbook of an older template' },
    message: {
      vi: 'Sổ này làm theo mẫu phiên bản {found}; phiên bản hiện nay là {expected}. Các cột vẫn được đọc theo tiêu đề và gửi được. Khung này không đổi cột tại chỗ được: gửi xong, tải sổ mới từ máy chủ (các dòng đã gửi có sẵn), hoặc nhờ người quản trị chạy lệnh sosach migrate để chuyển cả tệp.',
      en: 'This workbook was made from version {found} of the template; the present one is {expected}. Its columns are still read by their headers and can be sent. They cannot be rearranged in place here: once sent, download a new workbook from the server (rows that were sent come in it), or have the file carried over with sosach migrate.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.foreign-template': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.dataLaw,
    title: { vi: 'Sổ của đơn vị khác', en: 'Workbook of another unit' },
    message: {
      vi: 'Sổ này phát cho {found}, còn tài khoản đang dùng thuộc {expected}. Kiểm tra có mở nhầm tệp không; dòng của đơn vị khác sẽ không được nhận.',
      en: 'This workbook was made for {found}, while the account is of {expected}. Make sure that it is the right file; rows of another unit are not accepted.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.template-newer': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Sổ theo mẫu mới hơn', en: 'Workbook of a newer template' },
    message: {
      vi: 'Sổ này làm theo mẫu phiên bản {found}, mới hơn phiên bản {expected} mà chương trình này biết: có thể có cột chưa được đọc. Tải lại Sổ Sạch để có bản mới rồi kiểm tra lại.',
      en: 'This workbook was made from version {found} of the template, newer than version {expected} that this program knows: some columns may not be read. Reload Sổ Sạch to get the new one, then check again.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.identity-altered': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.dataLaw,
    title: { vi: 'Phần nhận dạng của sổ đã bị sửa', en: 'The workbook’s identity was altered' },
    message: {
      vi: 'Phần nhận dạng của sổ (đơn vị {found}) không còn khớp chữ ký lúc phát: có giá trị đã bị sửa. Sổ này không gửi được; tải lại sổ của trường mình rồi chép các dòng sang.',
      en: 'The identity of this workbook (unit {found}) no longer fits the signature it was issued with: a value was changed. It cannot be sent; download your school’s workbook again and copy the rows into it.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.identity-stripped': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Sổ mất phần nhận dạng', en: 'The workbook has lost its identity' },
    message: {
      vi: 'Trang này giống sổ đã phát cho mã đơn vị {found} nhưng không còn phần nhận dạng (chép sang tệp khác, hoặc lưu bằng chương trình bỏ trang ẩn). Kiểm tra và sửa được; khi gửi phải xác nhận đơn vị. Nên tải lại sổ của trường mình rồi chép các dòng sang.',
      en: 'This sheet looks like the workbook made for unit {found}, but its identity is gone (copied into another file, or saved by a program that drops hidden sheets). It can be checked and mended; sending asks for the unit. Better download your school’s workbook again and copy the rows into it.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
  'sheet.other-server': {
    severity: 'query',
    effect: 'none',
    field: null,
    citation: CITATION.dataLaw,
    title: { vi: 'Sổ do máy chủ khác phát', en: 'Workbook issued by another server' },
    message: {
      vi: 'Sổ này (đơn vị {found}) do máy chủ khác phát, nên không biết nội dung nhận dạng có bị sửa không. Kiểm tra đang dùng đúng địa chỉ máy chủ; nếu đúng, tải lại sổ từ máy chủ này rồi chép các dòng sang.',
      en: 'Another server issued this workbook (unit {found}), so nobody here can tell whether its identity was changed. Make sure that this is the right server; if it is, download the workbook from it again and copy the rows into it.',
    },
    fix: 'none',
    examples: { pass: [], fail: [] },
  },
});

export const CELL_ERROR_RULES = defineRules({
  'sheet.formula-error': {
    severity: 'error',
    effect: 'none',
    field: null,
    citation: CITATION.headTemplate,
    title: { vi: 'Công thức bị lỗi', en: 'Formula error' },
    message: {
      vi: 'Ô này chứa lỗi công thức {value}, không đọc được giá trị. Sửa công thức hoặc nhập giá trị trực tiếp.',
      en: 'The cell holds the formula error {value}, so it has no value. Mend the formula or type the value.',
    },
    columnMessage: {
      vi: '{count} ô của cột chứa lỗi công thức, ví dụ {value}, không đọc được giá trị. Sửa công thức hoặc dán giá trị vào cột.',
      en: '{count} cells of the column hold a formula error such as {value} and have no value. Mend the formula or paste values into the column.',
    },
    fix: 'none',
    examples: {
      pass: [pupil({}), pupil({ note: { kind: 'error', code: '#N/A' } })],
      fail: [
        pupil({ fullName: { kind: 'error', code: '#REF!' } }),
        pupil({ citizenId: { kind: 'error', code: '#N/A' } }),
        pupil({ ward: { kind: 'error', code: '#VALUE!' } }),
      ],
    },
  },
});
