import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about mending in bulk where the findings are read. `{name}` stands for a parameter (`fill`). */
export const QUICK_FIX_WORDS = {
  quickAll: { vi: 'Sửa hết {count} ô an toàn', en: 'Mend all {count} safe cells' },
  quickPlain: { vi: 'Sửa {count} ô', en: 'Mend {count} cells' },
  quickWill: { vi: 'Sẽ đổi {count} ô như sau:', en: 'These {count} cells will change:' },
  quickConfirm: { vi: 'Đồng ý, sửa {count} ô', en: 'Yes, mend {count} cells' },
  quickAsk: { vi: 'Xem {count} gợi ý cần chọn', en: 'Look at {count} to choose from' },
  onlyRule: { vi: 'Đang hiện riêng: {title}', en: 'Shown alone: {title}' },
  showAllRules: { vi: 'Hiện mọi gợi ý', en: 'Show all proposals' },
} as const satisfies Record<string, Message>;
