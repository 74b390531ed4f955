import type { Message } from '../rules/messages.ts';

/**
 * Why the server keeps a row out that every rule lets through; stands among the codes of a row that stays. Nothing in the row is
 * wrong by itself: it is the company it comes in.
 */
export const REFUSED_ROWS = {
  'citizen-id.sequential': {
    vi: 'Số định danh nằm trong một dãy số đếm liền nhau: có thể ô đã bị kéo xuống (Fill). Nhập lại số theo giấy thông báo',
    en: 'The number is one of a series that was counted through: the cell may have been dragged down (Fill). Type it anew from the notice',
  },
} as const satisfies Record<string, Message>;

export type RefusedRowCode = keyof typeof REFUSED_ROWS;
