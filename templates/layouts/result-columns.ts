import type { LayoutColumn } from '../layout.ts';

/** Our own three columns, alike in every template: they stand right beside the name, inside the frozen area. */
export const RESULT_LAYOUT_COLUMNS = [
  {
    id: 'verdict',
    header: 'Kết quả xác thực',
    synonyms: [],
    width: 13,
    format: 'text',
    presence: 'usual',
    help: {
      vi: 'Sổ Sạch ghi: kết quả đối chiếu với Cơ sở dữ liệu quốc gia về dân cư. Không cần gõ vào đây.',
      en: 'Written by Sổ Sạch: the answer of the population database. Nothing to type here.',
    },
  },
  {
    id: 'reason',
    header: 'Nguyên nhân',
    synonyms: [],
    width: 15,
    format: 'text',
    presence: 'usual',
    help: {
      vi: 'Sổ Sạch ghi: vì sao dòng này chưa được xác thực.',
      en: 'Written by Sổ Sạch: why this row is not verified yet.',
    },
  },
  {
    id: 'nextStep',
    header: 'Việc cần làm',
    synonyms: [],
    width: 15,
    format: 'text',
    presence: 'usual',
    help: {
      vi: 'Sổ Sạch ghi: bước tiếp theo cho dòng này.',
      en: 'Written by Sổ Sạch: the next step for this row.',
    },
  },
] as const satisfies readonly LayoutColumn[];
