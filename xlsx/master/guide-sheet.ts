import type { Workbook } from 'exceljs';
import type { Layout } from '../../templates/layout.ts';
import { slot } from '../press/stencil.ts';
import { LINE_HEIGHT, wrappedLines } from '../row-height.ts';
import { FONT_NAME } from './look.ts';

const GUIDE_SHEET = 'Hướng dẫn';
/** Characters that an A4 page holds in portrait. */
const WIDTH = 78;
/** What a campaign says is not known here: it gets room for about 150 words. */
const INSTRUCTION_LINES = 12;
const DEADLINE_LINES = 2;

/** A short page for whoever opens the workbook without having been told anything. What the campaign says stands first. */
export function writeGuideSheet(workbook: Workbook, layout: Layout): void {
  const sheet = workbook.addWorksheet(GUIDE_SHEET, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = WIDTH;
  const lines: readonly (readonly [text: string, bold: boolean])[] = [
    [layout.title.vi, true],
    [slot('campaignName'), true],
    [slot('circular'), false],
    [slot('deadlines'), true],
    ['Cách làm', true],
    [`1. Điền vào trang “${layout.sheetName}”. Cột có (*) là bắt buộc. Bấm vào một ô để xem cột đó cần gì.`, false],
    [
      '2. Chọn trong danh sách thả xuống khi có. Chọn tỉnh trước thì danh sách xã, phường hiện đúng của tỉnh đó.',
      false,
    ],
    ['3. Số định danh gõ đủ 12 chữ số, giữ số 0 ở đầu. Ngày sinh gõ dd/mm/yyyy. Ô có ⚠ là ô nên xem lại.', false],
    ['4. Được chèn dòng, sắp xếp, lọc, cắt và dán cả dòng. Đừng đổi tên cột, đừng xóa hai cột ẩn ở cuối bảng.', false],
    ['5. Có bổ trợ Sổ Sạch trong Excel: khung bên phải tự mở; bấm Kiểm tra, sửa, rồi Gửi xác thực.', false],
    [
      '6. Không có bổ trợ (Excel 2016, 2019, WPS, LibreOffice): lưu tệp, mở Bàn làm việc của Sổ Sạch trên trình duyệt và thả tệp vào đó.',
      false,
    ],
    [
      '7. Kết quả trả về ba cột màu xanh: kết quả, nguyên nhân, việc cần làm. Sửa xong thì gửi lại; không hạn chế số lần.',
      false,
    ],
    ['Thông tin cá nhân: chỉ lưu tệp này trên máy của trường, không gửi qua mạng xã hội, không in thừa.', true],
    [slot('instructions'), false],
  ];
  lines.forEach(([text, bold], index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = { name: FONT_NAME, size: index === 0 ? 14 : 11, bold };
    cell.alignment = { wrapText: true, vertical: 'top' };
    // Programs do not measure rows that another wrote: a text that wraps would be cut off.
    sheet.getRow(index + 1).height = LINE_HEIGHT * linesOf(text, index === 0);
  });
}

function linesOf(text: string, isTitle: boolean): number {
  if (text === slot('instructions')) return INSTRUCTION_LINES;
  if (text === slot('deadlines')) return DEADLINE_LINES;
  return Math.max(isTitle ? 1.4 : 1, wrappedLines(text, WIDTH));
}
