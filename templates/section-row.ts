import { type CellValue, cellText } from '../rules/cell.ts';
import { isBlank } from '../rules/cell-blank.ts';
import type { ColumnId } from './layout.ts';

/**
 * What stands by itself in a row between or below the people of a printed list: the name of a class or a team, a total, a
 * letterhead, a place for signatures. None of these begins a Vietnamese name (a *Trường Thị …* with a slip in it does not read
 * `Trường THCS`): passing a person over in silence would be the worse mistake.
 */
const SECTION = new RegExp(
  `^(?:${[
    '(?:danh sách |khối )?(?:lớp|nhóm lớp|nhóm trẻ|lớp học)(?: |:|\\d|$)',
    'khối(?: lớp)? ?\\d',
    'tổ (?:chuyên môn|văn phòng|hành chính|toán|ngữ văn|văn|anh|ngoại ngữ|khoa học|tự nhiên|xã hội|\\d)',
    'ban giám hiệu|ban giám đốc',
    '(?:cán bộ quản lý|giáo viên|nhân viên)$',
    'danh sách (?:này|học sinh|trẻ|giáo viên|cán bộ|có|gồm)',
    '(?:tổng số|tổng cộng|sĩ số)(?: |:|$)',
    'cộng hòa xã hội chủ nghĩa|độc lập - tự do',
    '(?:ubnd|ủy ban nhân dân|sở giáo dục|phòng giáo dục|sở gd|phòng gd) ',
    'trường (?:mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|th |ptdt|liên cấp)',
    'năm học(?: |:)',
    '(?:gvcn|giáo viên chủ nhiệm)(?: |:|$)',
    '(?:phó )?hiệu trưởng|thủ trưởng đơn vị|người lập|người kiểm tra|kế toán$',
    '\\(?ký,? (?:và )?(?:ghi rõ )?(?:họ )?tên',
    '(?:[^,]{2,40}, )?ngày [\\d. …]* ?tháng [\\d. …]* ?năm',
  ].join('|')})`,
  'u',
);
/** `I`, `2.`, `a)` before a section's title. */
const NUMBERED = /^(?:[ivxlc]+|\d{1,3}|[a-z])[.)]?$/;
const NUMBER_BEFORE = /^(?:[ivxlc]+|\d{1,2}|[a-z])[.)] +/;
const MOST_NUMBER = 999;
/** `6A1` and nothing else in the row. */
const CLASS_CODE = /^\d{1,2} ?[a-zđ]\d{0,2}$/;
/** A section fills so few cells: its title, its number, `Sĩ số:` with the number, two signatures. */
const MOST_CELLS = 4;
/** What stands beside a text that ends in a colon: `Lớp:` | `6A`. */
const LONGEST_VALUE = 30;

/**
 * The row holds nobody: every filled cell of the given columns belongs to a section's title.
 * @param columns fields with their 0-based columns
 */
export function isSectionRow(columns: readonly (readonly [ColumnId, number])[], cells: readonly CellValue[]): boolean {
  // Nearly every row is somebody's and filled: told without reading a word of it, and without taking pairs apart, which costs more.
  let cellsFilled = 0;
  for (const field of columns) if (!isBlank(cells[field[1]]) && ++cellsFilled > MOST_CELLS) return false;
  let filled = 0;
  let isSection = false;
  let afterColon = false;
  let isClassCode = false;
  for (const [, column] of columns) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    filled++;
    // Nearly every row begins with its number: not worth a look at the words.
    if (typeof cell === 'number' && !afterColon) {
      if (cell > MOST_NUMBER) return false;
      continue;
    }
    const text = cellText(cell).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
    if (SECTION.test(text.replace(NUMBER_BEFORE, ''))) isSection = true;
    else if (filled === 1 && CLASS_CODE.test(text)) isClassCode = true;
    else if (!NUMBERED.test(text) && !(afterColon && text.length <= LONGEST_VALUE)) return false;
    afterColon = text.endsWith(':');
  }
  return isSection || (isClassCode && filled === 1);
}
