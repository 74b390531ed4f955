/** What stands under the help of a command: how it exits, and where its settings come from besides. */
export const EXIT_HELP =
  '\nMã kết thúc / exit: 0 không có Lỗi · 1 có Lỗi · 2 không đọc được tệp hoặc sai cách dùng\n' +
  '                    0 nothing at error · 1 some error · 2 unusable input or usage';

export const SETTINGS_HELP =
  '\nMỗi tùy chọn cũng là một biến môi trường SOSACH_…; tất cả: sosach settings\n' +
  'Each option is also an environment variable SOSACH_…; all of them: sosach settings';

export const MANIFEST_EXIT_HELP =
  '\nMã kết thúc / exit: 0 manifest đúng · 1 manifest có lỗi, không ghi gì · 2 không đọc được tệp hoặc sai cách dùng\n' +
  '                    0 sound · 1 faults, nothing written · 2 unusable input or usage';

export const CSDL_EXIT_HELP =
  '\nMã kết thúc / exit: 0 mọi dòng đều ghi được · 1 có dòng không ghi được · 2 không đọc được tệp hoặc sai cách dùng\n' +
  '                    0 every line applied · 1 some were not · 2 unusable input or usage';

export const DOCTOR_EXIT_HELP =
  '\nMã kết thúc / exit: 0 không có LỖI · 1 có LỖI · 2 sai cách dùng\n' +
  '                    0 no fault · 1 some fault · 2 usage';

export const AUDIT_EXIT_HELP =
  '\nMã kết thúc / exit: 0 nguyên vẹn · 1 không còn nguyên vẹn · 2 không đọc được hoặc sai cách dùng\n' +
  '                    0 intact · 1 tampered with · 2 unreadable or usage';

export const RECEIPT_EXIT_HELP =
  '\nMã kết thúc / exit: 0 đúng · 1 bị sửa, hoặc sổ không còn như lúc gửi · 2 không đọc được hoặc sai cách dùng\n' +
  '                    0 sound · 1 altered, or the workbook is not as it was sent · 2 unreadable or usage';
