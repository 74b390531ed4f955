import type { Message } from '../../rules/messages.ts';

/** Every sentence about which column is what, Vietnamese first. */
export const COLUMN_WORDS = {
  columnMap: { vi: 'Cột nào là gì ({count})', en: 'Which column is what ({count})' },
  columnMapMissing: {
    vi: 'Cột nào là gì ({count}) · thiếu {missing}',
    en: 'Which column is what ({count}) · {missing} missing',
  },
  columnScores: { vi: 'Cột điểm và xếp loại ({count})', en: 'Scores and ranks ({count})' },
  columnOf: { vi: '{header} · cột {letters}', en: '{header} · column {letters}' },
  columnNot: { vi: 'Không phải', en: 'Not this' },
  columnNotLabel: { vi: 'Cột {letters} không phải {field}', en: 'Column {letters} is not {field}' },
  columnsKept: { vi: 'Giữ nguyên trong sổ, không gửi', en: 'Kept in the workbook, never sent' },
  columnKept: { vi: 'Cột {letters} “{header}”', en: 'Column {letters} “{header}”' },
  columnIs: { vi: 'Cột {letters} “{header}” là', en: 'Column {letters} “{header}” is' },
  columnIsNone: { vi: 'không thuộc mẫu', en: 'none of ours' },
  columnsMissing: { vi: 'Chưa thấy cột: {fields}', en: 'No column yet for: {fields}' },
  columnsForget: { vi: 'Nhận lại theo tên cột', en: 'Go by the headers again' },
  unknownColumns: {
    vi: 'Dòng {row} giống tiêu đề. Cho biết cột nào là họ tên, ngày sinh, số định danh…; đủ cột là danh sách được nhận ra.',
    en: 'Row {row} reads like a header. Say which column is the name, the birth date, the number…; with enough of them the list is recognised.',
  },
  columnSaidMore: { vi: 'Đã ghi nhận. Cần thêm cột nữa.', en: 'Noted. More columns are needed.' },
  columnSaid: { vi: 'Đã ghi nhận. Danh sách có {rows} dòng.', en: 'Noted. The list has {rows} rows.' },
  columnLost: {
    vi: 'Với lựa chọn này không còn nhận ra danh sách, nên vẫn nhận cột như trước.',
    en: 'With this choice the list is no longer recognised, so the columns stay as they were.',
  },
  partFamilyName: { vi: 'Họ (hoặc họ đệm)', en: 'Family name (with middle name)' },
  partMiddleName: { vi: 'Tên đệm', en: 'Middle name' },
  partGivenName: { vi: 'Tên (riêng)', en: 'Given name alone' },
  partBirthDay: { vi: 'Ngày (của ngày sinh)', en: 'Day of birth' },
  partBirthMonth: { vi: 'Tháng (của ngày sinh)', en: 'Month of birth' },
  partBirthYear: { vi: 'Năm (của ngày sinh)', en: 'Year of birth' },
  partBirthOfMale: { vi: 'Ngày sinh, cột của nam', en: 'Birth date, column of boys' },
  partBirthOfFemale: { vi: 'Ngày sinh, cột của nữ', en: 'Birth date, column of girls' },
  partMale: { vi: 'Nam (đánh dấu x)', en: 'Boys (marked with x)' },
  partFemale: { vi: 'Nữ (đánh dấu x)', en: 'Girls (marked with x)' },
  headerDuplicate: {
    vi: 'Cột {letters} “{header}”: trùng tên, không đọc',
    en: 'Column {letters} “{header}”: doubled, not read',
  },
  headerSecret: {
    vi: 'Cột {letters} “{header}” giống mật khẩu: không đọc, không gửi',
    en: 'Column {letters} “{header}” looks like a password: neither read nor sent',
  },
  headerRepeated: { vi: 'Hàng tiêu đề lặp lại ở dòng {header}', en: 'The header row is repeated in row {header}' },
  sectionRows: {
    vi: 'Dòng {header}: tên lớp, tổng số hoặc chỗ ký, không phải người',
    en: 'Row {header}: a class, a total or signatures, nobody',
  },
} as const satisfies Record<string, Message>;
