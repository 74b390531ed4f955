import { codeList } from './code-list.ts';

/** The status that needs no further reason. */
export const HAS_NUMBER = 'Có số';

/**
 * Tình trạng số định danh: why a row has no number, or a number known to be wrong. Source: circular of Hải Phòng (2023), point
 * 2.1 (the newest number issued is entered even while a new one is awaited), and circular 1118, step 3.
 */
export const CITIZEN_ID_STATUS_LIST = codeList([
  { label: HAS_NUMBER, variants: ['có', 'đã có', 'đã có số'] },
  { label: 'Chưa có số', variants: ['chưa có', 'không có', 'chưa được cấp', 'chưa cấp'] },
  { label: 'Đang chờ cấp số mới', variants: ['chờ cấp số mới', 'đang chờ cấp', 'chờ cấp', 'đang chờ cấp mới'] },
  {
    label: 'Đã hướng dẫn phụ huynh liên hệ công an',
    variants: ['đã hướng dẫn phụ huynh', 'hướng dẫn phụ huynh liên hệ công an', 'đã hướng dẫn liên hệ công an'],
  },
]);

export const CITIZEN_ID_STATUS_LABELS: readonly string[] = CITIZEN_ID_STATUS_LIST.labels;
