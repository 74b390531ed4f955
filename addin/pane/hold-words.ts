import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about a sheet that is not asked about any further. `{name}` stands for a parameter (`fill`). */
export const HOLD_WORDS = {
  heldHeading: { vi: 'Đã tạm dừng hỏi về trang này', en: 'This sheet is not asked about for now' },
  heldCounts: {
    vi: '{failed} trong {answered} dòng đã hỏi không khớp; {rows} dòng chưa hỏi đang chờ.',
    en: '{failed} of {answered} rows asked about did not match; {rows} rows wait.',
  },
  heldAdvice: {
    vi: 'Xem lại cột đó. Nếu sai, sửa cả cột rồi gửi lại: mọi dòng sẽ được hỏi. Nếu đúng, bấm Vẫn hỏi tiếp.',
    en: 'Look at that column. If it is wrong, mend it and send again: every row will be asked about. If it is right, press Ask on.',
  },
  askOn: { vi: 'Vẫn hỏi tiếp', en: 'Ask on' },
  askedOn: { vi: 'Đang hỏi tiếp {rows} dòng.', en: '{rows} rows are being asked about again.' },
} as const satisfies Record<string, Message>;
