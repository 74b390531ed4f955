import type { Message } from '../rules/messages.ts';

/** Columns that a whole sheet can get wrong at once and that the population service compares. */
export const SUSPECT_COLUMNS = ['citizenId', 'fullName', 'birthDate', 'sex', 'residence'] as const;
export type SuspectColumn = (typeof SUSPECT_COLUMNS)[number];

/**
 * What may have happened to the column: it was pasted a row off · day and month changed places · family and given name did ·
 * most of its values differ for no reason that can be told from the sheet.
 */
export const SUSPICION_KINDS = ['row-off', 'day-month', 'name-order', 'values'] as const;
export type SuspicionKind = (typeof SUSPICION_KINDS)[number];

export interface Suspicion {
  readonly column: SuspectColumn;
  readonly kind: SuspicionKind;
}

const COLUMN_WORDS = {
  citizenId: { vi: 'Số định danh', en: 'citizen number' },
  fullName: { vi: 'Họ và tên', en: 'name' },
  birthDate: { vi: 'Ngày sinh', en: 'birth date' },
  sex: { vi: 'Giới tính', en: 'sex' },
  residence: { vi: 'Nơi thường trú', en: 'residence' },
} as const satisfies Record<SuspectColumn, Message>;

const KIND_WORDS = {
  'row-off': { vi: 'Cột {column} có thể lệch một dòng.', en: 'The {column} column may be a row off.' },
  'day-month': {
    vi: 'Cột {column} có thể bị đảo ngày và tháng.',
    en: 'Day and month may have changed places in the {column} column.',
  },
  'name-order': {
    vi: 'Cột {column} có thể bị đảo thứ tự họ và tên.',
    en: 'Family and given names may have changed places in the {column} column.',
  },
  values: {
    vi: 'Phần lớn các dòng sai ở cột {column}.',
    en: 'Most rows are wrong in the {column} column.',
  },
} as const satisfies Record<SuspicionKind, Message>;

const NO_COLUMN: Message = {
  vi: 'Chưa rõ cột nào sai: đối chiếu vài dòng với giấy thông báo.',
  en: 'It is not clear which column is wrong: compare a few rows with the notices.',
};

/** The suspicion in a sentence: *Cột Ngày sinh có thể lệch một dòng.* Null stands for a sheet whose fault no one column explains. */
export function suspicionWords(suspicion: Suspicion | null): Message {
  if (suspicion === null) return NO_COLUMN;
  const words = KIND_WORDS[suspicion.kind];
  const column = COLUMN_WORDS[suspicion.column];
  return { vi: words.vi.replace('{column}', column.vi), en: words.en.replace('{column}', column.en) };
}
