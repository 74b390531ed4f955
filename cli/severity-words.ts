import type { Severity } from '../rules/finding.ts';
import type { Message } from '../rules/messages.ts';

/** A symbol and a word for each severity, as the sheet's own marks have them. */
export const SEVERITY_WORDS = {
  error: { vi: '✖ Lỗi', en: '✖ Error' },
  query: { vi: '? Cần xác nhận', en: '? To confirm' },
  note: { vi: 'ⓘ Lưu ý', en: 'ⓘ Note' },
} as const satisfies Record<Severity, Message>;
