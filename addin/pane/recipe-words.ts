import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about the school's recipe. `{name}` stands for a parameter (`fill`). */
export const RECIPE_WORDS = {
  remember: { vi: 'Ghi nhớ cách sửa này', en: 'Remember this fix' },
  rememberGroup: { vi: 'Ghi nhớ cách sửa này: {title}', en: 'Remember this fix: {title}' },
  remembered: { vi: 'Đã có trong công thức của trường', en: 'In the school’s recipe already' },
  recipeHeading: { vi: 'Công thức sửa của trường', en: 'The school’s recipe' },
  recipeNone: {
    vi: 'Chưa có công thức. Tích “Ghi nhớ cách sửa này” khi sửa: lần sau sửa cả loạt chỉ một lần bấm.',
    en: 'No recipe yet. Tick “Remember this fix” when mending: next time all of it is one press.',
  },
  recipeHolds: {
    vi: 'Trong công thức: {fixes} cách sửa, {headers} tiêu đề cột',
    en: 'In it: {fixes} fixes, {headers} header texts',
  },
  recipePrivacy: {
    vi: 'Công thức chỉ ghi tên quy tắc và tiêu đề cột, không có dữ liệu của ai; lưu trên máy này, riêng cho đơn vị.',
    en: 'It holds rules and header texts only, nobody’s data; kept on this computer, for this unit.',
  },
  recipeFixes: { vi: 'Cách sửa', en: 'Fixes' },
  recipeHeaders: { vi: 'Tiêu đề cột', en: 'Header texts' },
  recipeNotOurs: { vi: 'không phải cột của mẫu', en: 'no column of the template' },
  recipeRemove: { vi: 'Bỏ', en: 'Remove' },
  recipeRemoveNamed: { vi: 'Bỏ khỏi công thức: {title}', en: 'Remove from the recipe: {title}' },
  recipeRun: { vi: 'Sửa theo công thức', en: 'Mend by the recipe' },
  recipePlanning: { vi: 'Đang tính theo công thức…', en: 'Working the recipe out…' },
  recipeWill: { vi: 'Theo công thức sẽ sửa {count} ô sau:', en: 'By the recipe these {count} cells will change:' },
  recipeNothing: {
    vi: 'Công thức không còn gì để sửa ở trang tính này.',
    en: 'The recipe has nothing left to mend in this sheet.',
  },
  recipeLeft: {
    vi: 'Sau đó còn {error} lỗi, {query} chỗ cần xác nhận, {note} lưu ý.',
    en: 'After that {error} errors, {query} to confirm and {note} notes are left.',
  },
  recipeApply: { vi: 'Sửa {count} ô theo công thức', en: 'Mend {count} cells by the recipe' },
  recipeExport: { vi: 'Xuất công thức', en: 'Export the recipe' },
  recipeImport: { vi: 'Nạp công thức từ tệp', en: 'Import a recipe file' },
  recipeImported: {
    vi: 'Đã nạp: công thức có {fixes} cách sửa, {headers} tiêu đề cột.',
    en: 'Imported: the recipe has {fixes} fixes and {headers} header texts.',
  },
  recipeKept: { vi: 'Đã ghi nhớ vào công thức của trường.', en: 'Remembered in the school’s recipe.' },
  recipeRemoved: { vi: 'Đã bỏ khỏi công thức.', en: 'Removed from the recipe.' },
} as const satisfies Record<string, Message>;
