import type { DataValidation, Worksheet } from 'exceljs';
import type { FieldId } from '../../rules/field.ts';
import { columnLetters } from '../../templates/column-letters.ts';
import type { ColumnId, LayoutColumn } from '../../templates/layout.ts';
import { addValidation } from './exceljs-internals.ts';

/** Data rows, 1-based and inclusive. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Sources of the dropdowns by column. `{province}` and so on are not needed: they are given the cells of the same row. */
export interface Dropdowns {
  readonly lists: ReadonlyMap<string, string>;
  readonly classes: string;
  readonly wardsOf: (provinceCell: string) => string;
}

/** Excel's own limits (ECMA-376 part 1, 18.3.1.32). */
const TITLE_LIMIT = 32;
const TEXT_LIMIT = 255;
const NAME_LIMIT = 100;
const PASSPORT_LIMIT = 20;

/**
 * What Excel, LibreOffice and WPS check and help with by themselves where the add-in cannot run: dropdowns, lengths, dates, and the
 * column's help while its cell is selected. They warn and never forbid: a value that the rules accept may look odd to a formula.
 * A cell takes one validation, so lists and lengths are told in one.
 */
export function addNativeChecks(
  sheet: Worksheet,
  columns: readonly LayoutColumn[],
  dropdowns: Dropdowns,
  rows: Rows,
): void {
  const cellOf = (id: ColumnId) => {
    const index = columns.findIndex((column) => column.id === id);
    return index < 0 ? undefined : `$${columnLetters(index)}${rows.first}`;
  };
  columns.forEach((column, index) => {
    const letters = columnLetters(index);
    const check = dropdownOf(column, dropdowns, cellOf) ?? CHECKS[column.id as FieldId]?.(`${letters}${rows.first}`);
    const validation = { ...(check ?? ANYTHING), allowBlank: true, ...promptOf(column) };
    addValidation(sheet, `${letters}${rows.first}:${letters}${rows.last}`, validation);
  });
}

type Check = Pick<
  DataValidation,
  'type' | 'operator' | 'formulae' | 'showErrorMessage' | 'errorStyle' | 'errorTitle' | 'error'
>;

/** Help only. */
const ANYTHING = { type: 'any' as DataValidation['type'], formulae: [] } satisfies Check;

function dropdownOf(
  column: LayoutColumn,
  { lists, classes, wardsOf }: Dropdowns,
  cellOf: (id: ColumnId) => string | undefined,
): Check | undefined {
  const province = cellOf('province');
  // A class may be new, an address may be from before 1/7/2025: the rules judge these, not the dropdown.
  if (column.id === 'className') return { type: 'list', formulae: [classes] };
  if (column.id === 'ward' && province) return { type: 'list', formulae: [wardsOf(province)] };
  const range = column.list && lists.get(column.list);
  if (range === undefined) return undefined;
  const list: Check = { type: 'list', formulae: [range] };
  if (column.list === 'province') return list;
  return { ...list, ...warning(column.header, 'Giá trị này không có trong danh mục. Vẫn giữ?') };
}

/** By field: what is expected of `cell`, the first of the column. */
const CHECKS: { readonly [F in FieldId]?: (cell: string) => Check } = {
  citizenId: (cell) => ({
    type: 'custom',
    formulae: [`AND(LEN(${cell})=12,ISNUMBER(--${cell}))`],
    ...warning('Số định danh', 'Số định danh có đúng 12 chữ số, giữ số 0 ở đầu. Vẫn giữ giá trị này?'),
  }),
  ministryId: (cell) => ({
    type: 'custom',
    formulae: [`AND(LEN(${cell})=10,ISNUMBER(--${cell}))`],
    ...warning('Mã định danh Bộ GD&ĐT', 'Mã này thường có 10 chữ số, giữ số 0 ở đầu. Vẫn giữ giá trị này?'),
  }),
  birthDate: (cell) => ({
    type: 'custom',
    formulae: [`OR(LEN(${cell})=4,IFERROR(${isDayOfMonth(cell)},FALSE))`],
    ...warning(
      'Ngày sinh',
      'Gõ đủ ngày/tháng/năm, ví dụ 05/09/2016; giấy tờ chỉ có năm thì gõ năm. Vẫn giữ giá trị này?',
    ),
  }),
  fullName: () => atMost(NAME_LIMIT, 'Họ và tên'),
  passport: () => atMost(PASSPORT_LIMIT, 'Số hộ chiếu'),
};

/** The text reads dd/mm/yyyy and names a day that exists. */
function isDayOfMonth(cell: string): string {
  const day = `DATE(RIGHT(${cell},4),MID(${cell},4,2),LEFT(${cell},2))`;
  return `AND(LEN(${cell})=10,MID(${cell},3,1)&MID(${cell},6,1)="//",DAY(${day})=--LEFT(${cell},2))`;
}

function atMost(length: number, title: string): Check {
  return {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [length],
    ...warning(title, `Không dài quá ${length} ký tự. Vẫn giữ giá trị này?`),
  };
}

function warning(
  title: string,
  error: string,
): Pick<Check, 'showErrorMessage' | 'errorStyle' | 'errorTitle' | 'error'> {
  return { showErrorMessage: true, errorStyle: 'warning', errorTitle: cut(title, TITLE_LIMIT), error };
}

function promptOf({ header, help }: LayoutColumn): Pick<DataValidation, 'showInputMessage' | 'promptTitle' | 'prompt'> {
  return { showInputMessage: true, promptTitle: cut(header, TITLE_LIMIT), prompt: cut(help.vi, TEXT_LIMIT) };
}

/** Titles are typed over by accident; a sheet whose header changed is no longer recognised. */
export function guardHeader(sheet: Worksheet, columns: number, firstRow: number, headerRow: number): void {
  addValidation(sheet, `A${firstRow}:${columnLetters(columns - 1)}${headerRow}`, {
    type: 'custom',
    formulae: ['FALSE'],
    allowBlank: false,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Dòng tiêu đề',
    error: 'Giữ nguyên tên cột để Sổ Sạch nhận ra trang tính. Muốn thêm cột riêng, thêm ở bên phải bảng.',
  });
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
