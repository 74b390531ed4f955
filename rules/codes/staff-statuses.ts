import { codeList } from './code-list.ts';

interface StaffStatus {
  readonly label: string;
  /** The person no longer works here: the row is not verified. */
  readonly left: boolean;
  readonly variants: readonly string[];
}

/** Trạng thái cán bộ of the sector database (labels as copied from its pages; its codes are not public). */
const STAFF_STATUSES: readonly StaffStatus[] = [
  { label: 'Đang làm việc', left: false, variants: ['đang làm', 'đang công tác', 'đang dạy'] },
  { label: 'Chuyển đến', left: false, variants: ['mới chuyển đến'] },
  { label: 'Đã chuyển đi', left: true, variants: ['chuyển đi', 'chuyển công tác', 'đã chuyển công tác'] },
  { label: 'Đã điều động', left: true, variants: ['điều động'] },
  { label: 'Chờ nghỉ hưu', left: false, variants: ['chờ hưu', 'chờ về hưu'] },
  { label: 'Đã nghỉ hưu', left: true, variants: ['nghỉ hưu', 'đã về hưu', 'về hưu'] },
  { label: 'Đã biệt phái', left: true, variants: ['biệt phái'] },
  { label: 'Thôi việc', left: true, variants: ['đã thôi việc', 'nghỉ việc', 'đã nghỉ việc'] },
];

export const STAFF_STATUS_LIST = codeList(STAFF_STATUSES);

export const STAFF_STATUS_LABELS: readonly string[] = STAFF_STATUS_LIST.labels;

export const STAFF_LEFT_LABELS: ReadonlySet<string> = new Set(
  STAFF_STATUSES.filter((status) => status.left).map((status) => status.label),
);
