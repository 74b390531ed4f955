import type { Message } from '../../rules/messages.ts';

export interface RetentionRule {
  /** Environment variable that says otherwise. */
  readonly variable: `SOSACH_KEEP_${string}`;
  /** Kept for so many days, unless the operator's settings say otherwise. */
  readonly days: number;
  /** Fewer would take away what the work still needs; more is no longer "as long as the purpose asks". */
  readonly least: number;
  readonly most: number;
  readonly what: Message;
  /** From when the days are counted. */
  readonly since: Message;
  /** Why so long, and what goes wrong with less. */
  readonly reason: Message;
}

/**
 * Personal data that is thrown away, and when: the one table that the purge, the settings and `docs/data-protection.md` read. Law
 * 91/2025/QH15 asks that data be kept no longer than its purpose; no text found so far gives a number of days, so these are the
 * product's and the controller's to change.
 */
export const RETENTION = {
  pushAnswers: {
    variable: 'SOSACH_KEEP_PUSH_ANSWERS',
    days: 30,
    least: 7,
    most: 365,
    what: {
      vi: 'câu trả lời cho mỗi lần gửi (mã dòng, mã lỗi; khi có xung đột cả ô của hai bên, được mã hóa)',
      en: 'answers to pushes (ids and codes; where rows conflicted the cells of both sides, sealed)',
    },
    since: { vi: 'lần gửi', en: 'the push' },
    reason: {
      vi: 'gửi lại cùng mã phải được cùng câu trả lời; một tháng đủ cho máy nghỉ qua kỳ lễ',
      en: 'a repeated request gets the same answer; a month covers a laptop that slept through the holidays',
    },
  },
  recordChanges: {
    variable: 'SOSACH_KEEP_RECORD_CHANGES',
    days: 180,
    least: 7,
    most: 3650,
    what: {
      vi: 'giá trị cũ của các ô đã sửa (trừ lần sửa cuối của mỗi dòng)',
      en: 'former values of cells that were changed (but for each row’s last change)',
    },
    since: { vi: 'lần sửa', en: 'the change' },
    reason: {
      vi: 'một học kỳ: sổ mở lại sau còn so được ai sửa gì; ít hơn thì sổ cũ bị báo xung đột thay vì ghép được',
      en: 'half a school year: a copy opened late is still merged; with less it meets a conflict instead',
    },
  },
  leftPersons: {
    variable: 'SOSACH_KEEP_LEFT_PERSONS',
    days: 365,
    least: 30,
    most: 3650,
    what: {
      vi: 'dòng của người đã rời trường (chuyển đi, thôi học, nghỉ hưu…), cùng các vòng xác thực và giấy thông báo',
      en: 'rows of people who have left, with their rounds and notices',
    },
    since: { vi: 'lần thay đổi cuối của dòng', en: 'the last change of the row' },
    reason: {
      vi: 'hết một năm học: trường mới còn đối chiếu, chuyển đi trong hè còn quay lại',
      en: 'a school year: the next school still compares, and some come back after the summer',
    },
  },
  records: {
    variable: 'SOSACH_KEEP_RECORDS',
    days: 730,
    least: 90,
    most: 3650,
    what: {
      vi: 'mọi dòng của một sổ, cùng các vòng xác thực và giấy thông báo',
      en: 'all rows of a workbook, with their rounds and notices',
    },
    since: {
      vi: 'hạn cuối của đợt, và lần gửi cuối của sổ (lấy ngày muộn hơn)',
      en: 'the campaign’s last deadline, and the workbook’s last push, whichever is later',
    },
    reason: {
      vi: 'hai năm học: đợt sau dùng lại kết quả đã xác thực; nơi lưu chính thức là CSDL ngành, không phải máy chủ này',
      en: 'two school years: the next campaign builds on what was verified; the register of record is the sector database',
    },
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionKind = keyof typeof RETENTION;

/** Days that each kind is kept. */
export type RetentionDays = Readonly<Record<RetentionKind, number>>;

export const RETENTION_KINDS = Object.keys(RETENTION) as RetentionKind[];

export const DEFAULT_RETENTION = Object.fromEntries(
  RETENTION_KINDS.map((kind) => [kind, RETENTION[kind].days]),
) as RetentionDays;
