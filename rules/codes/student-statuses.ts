import { codeList } from './code-list.ts';

interface StudentStatus {
  readonly code: string;
  readonly label: string;
  /** The pupil is no longer here: the row is not verified. */
  readonly left: boolean;
  readonly variants: readonly string[];
}

/** Trạng thái học sinh of the sector database, codes 01–12 (as seen in public integrations). */
const STUDENT_STATUSES: readonly StudentStatus[] = [
  { code: '01', label: 'Đang học', left: false, variants: ['01', '1', 'học', 'đang theo học', 'còn học'] },
  {
    code: '02',
    label: 'Chuyển đến kỳ 1',
    left: false,
    variants: ['02', '2', 'chuyển đến kỳ I', 'chuyển đến học kỳ 1', 'chuyển đến HK1'],
  },
  { code: '03', label: 'Nghỉ học xin học lại kỳ 1', left: false, variants: ['03', '3', 'nghỉ học xin học lại kỳ I'] },
  {
    code: '04',
    label: 'Chuyển đi kỳ 1',
    left: true,
    variants: ['04', '4', 'chuyển đi kỳ I', 'chuyển đi học kỳ 1', 'chuyển đi HK1'],
  },
  {
    code: '05',
    label: 'Thôi học kỳ 1',
    left: true,
    variants: ['05', '5', 'thôi học kỳ I', 'thôi học học kỳ 1', 'thôi học HK1'],
  },
  {
    code: '06',
    label: 'Chuyển đến kỳ 2',
    left: false,
    variants: ['06', '6', 'chuyển đến kỳ II', 'chuyển đến học kỳ 2', 'chuyển đến HK2'],
  },
  { code: '07', label: 'Nghỉ học xin học lại kỳ 2', left: false, variants: ['07', '7', 'nghỉ học xin học lại kỳ II'] },
  {
    code: '08',
    label: 'Chuyển đi kỳ 2',
    left: true,
    variants: ['08', '8', 'chuyển đi kỳ II', 'chuyển đi học kỳ 2', 'chuyển đi HK2'],
  },
  {
    code: '09',
    label: 'Thôi học kỳ 2',
    left: true,
    variants: ['09', '9', 'thôi học kỳ II', 'thôi học học kỳ 2', 'thôi học HK2'],
  },
  { code: '10', label: 'Chuyển đến trong hè', left: false, variants: ['10', 'chuyển đến hè'] },
  { code: '11', label: 'Chuyển đi trong hè', left: true, variants: ['11', 'chuyển đi hè'] },
  { code: '12', label: 'Thôi học trong hè', left: true, variants: ['12', 'thôi học hè'] },
];

export const STUDENT_STATUS_LIST = codeList(STUDENT_STATUSES);

export const STUDENT_STATUS_LABELS: readonly string[] = STUDENT_STATUS_LIST.labels;

/** Labels that say the pupil has left (codes 04, 05, 08, 09, 11, 12). */
export const STUDENT_LEFT_LABELS: ReadonlySet<string> = new Set(
  STUDENT_STATUSES.filter((status) => status.left).map((status) => status.label),
);
