import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about confirming queries. `{name}` stands for a parameter (`fill`). */
export const CONFIRM_WORDS = {
  confirmWhy: {
    vi: 'Đúng theo giấy tờ thì xác nhận: không hỏi lại nữa, trừ khi ô được sửa. Sai thì sửa ô.',
    en: 'If the papers say so, confirm: it is not asked again unless the cell changes. If not, mend the cell.',
  },
  reasonLabel: { vi: 'Lý do (không bắt buộc)', en: 'Reason (optional)' },
  confirmAll: { vi: 'Đúng như vậy – xác nhận cả {count} ô', en: 'Right as it stands – confirm all {count} cells' },
  confirmSingle: { vi: 'Đúng như vậy – xác nhận', en: 'Right as it stands – confirm' },
  confirmOne: { vi: 'Đúng', en: 'Right' },
  confirmPlace: { vi: 'Đúng như vậy: {place}', en: 'Right as it stands: {place}' },
  confirming: { vi: 'Đang ghi xác nhận…', en: 'Noting the confirmation…' },
  confirmed: {
    vi: 'Đã xác nhận {count} ô. Lần kiểm tra sau không hỏi lại, trừ khi ô được sửa.',
    en: '{count} cells confirmed. They are not asked about again unless they change.',
  },
  confirmUndo: { vi: 'Hoàn tác xác nhận', en: 'Undo the confirmation' },
  confirmedHeading: { vi: 'Đã xác nhận ({count})', en: 'Confirmed ({count})' },
  confirmedWhen: { vi: 'Xác nhận lúc {time}', en: 'Confirmed at {time}' },
  confirmedReason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  withdrawOne: { vi: 'Rút lại', en: 'Withdraw' },
  withdrawPlace: { vi: 'Rút lại xác nhận: {place}', en: 'Withdraw the confirmation: {place}' },
  withdrawAll: { vi: 'Rút lại cả {count} ô', en: 'Withdraw all {count} cells' },
  withdrawing: { vi: 'Đang rút lại…', en: 'Withdrawing…' },
  withdrawn: { vi: 'Đã rút lại xác nhận của {count} ô.', en: 'Confirmation of {count} cells withdrawn.' },
  helpKeyConfirm: { vi: 'Xác nhận chỗ đang xem', en: 'Confirm this finding' },
} as const satisfies Record<string, Message>;
