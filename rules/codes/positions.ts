import { codeList } from './code-list.ts';

/** Vị trí việc làm: the three groups the sector database knows (CBQL, GV, NV of circular 1118). */
export const POSITION_LIST = codeList([
  {
    label: 'Cán bộ quản lý',
    variants: ['CBQL', 'quản lý', 'hiệu trưởng', 'phó hiệu trưởng', 'giám đốc', 'phó giám đốc'],
  },
  { label: 'Giáo viên', variants: ['GV', 'giáo viên chủ nhiệm', 'GVCN', 'giáo viên bộ môn'] },
  {
    label: 'Nhân viên',
    variants: [
      'NV',
      'văn thư',
      'kế toán',
      'thư viện',
      'nhân viên văn thư',
      'nhân viên kế toán',
      'nhân viên thư viện',
      'y tế',
      'nhân viên y tế',
      'bảo vệ',
    ],
  },
]);

export const POSITION_LABELS: readonly string[] = POSITION_LIST.labels;
