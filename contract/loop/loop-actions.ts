import type { Message } from '../../rules/messages.ts';
import type { Permission } from '../role.ts';

/** What the person at the row decides; sent to the server as it is. */
export const PERFORMED_ACTIONS = [
  'ask-notice',
  'record-notice',
  'confirm-mended',
  'resend',
  'guide-parents',
  'await-number',
  'step-back',
] as const;
export type PerformedAction = (typeof PERFORMED_ACTIONS)[number];

/** What is done in the sheet itself: it comes to the server with the next push. */
const SHEET_ACTIONS = ['edit', 'send'] as const;

/** What happens to a row without anybody's hand. */
const LOOP_EVENTS = ['answer', 'defer', 'retry', 'ask-again'] as const;

/** What is kept of a row's way through a round: everything but the answers, which are kept as verdicts. */
export const STEP_ACTIONS = [...PERFORMED_ACTIONS, 'edit', 'ask-again'] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

export const LOOP_ACTION_IDS = [...PERFORMED_ACTIONS, ...SHEET_ACTIONS, ...LOOP_EVENTS] as const;
export type LoopActionId = (typeof LOOP_ACTION_IDS)[number];

export interface LoopAction {
  /** Who does it: a person at the row, a person in the sheet, or the program. */
  readonly by: 'clerk' | 'sheet' | 'program';
  /** Null: nobody has to be allowed, for nobody does it or the sheet is the person's own. */
  readonly permission: Permission | null;
  /** `notice`: number, day and issuer of the paper · `whole-notice`: one in this round on which every field was compared. */
  readonly needs: 'nothing' | 'notice' | 'whole-notice';
  /** May be done for many rows at once. A notice is one person's. */
  readonly bulk: boolean;
  /** `{who}` as in `LOOP_STATE_WORDS`. */
  readonly words: Message;
}

const CLERK = { by: 'clerk', needs: 'nothing', bulk: true } as const;
const PROGRAM = { by: 'program', permission: null, needs: 'nothing', bulk: true } as const;

/** Who may do what, and what it takes. Read by the server, the pane, the console and docs/loop.md. */
export const LOOP_ACTIONS = {
  'ask-notice': {
    ...CLERK,
    permission: 'notices:write',
    words: { vi: 'Đã nhắc {who} nộp giấy thông báo', en: 'Asked {who} for the notice' },
  },
  'record-notice': {
    ...CLERK,
    permission: 'notices:write',
    needs: 'notice',
    bulk: false,
    words: { vi: 'Ghi giấy thông báo', en: 'Record the notice' },
  },
  'confirm-mended': {
    ...CLERK,
    permission: 'records:push',
    needs: 'whole-notice',
    words: { vi: 'Đã sửa theo giấy', en: 'Mended by the notice' },
  },
  resend: { ...CLERK, permission: 'records:push', words: { vi: 'Gửi lại', en: 'Ask again' } },
  'guide-parents': {
    ...CLERK,
    permission: 'notices:write',
    words: { vi: 'Đã hướng dẫn {who} liên hệ công an', en: 'Told {who} to see the police' },
  },
  'await-number': {
    ...CLERK,
    permission: 'records:push',
    words: { vi: 'Đang chờ cấp số mới', en: 'Waiting for a new number' },
  },
  'step-back': {
    ...CLERK,
    permission: 'notices:write',
    words: { vi: 'Bỏ bước vừa ghi', en: 'Take the last step back' },
  },
  edit: {
    by: 'sheet',
    permission: null,
    needs: 'nothing',
    bulk: true,
    words: { vi: 'Sửa ô định danh trong trang tính', en: 'Edit an identity cell in the sheet' },
  },
  send: {
    by: 'sheet',
    permission: 'records:push',
    needs: 'nothing',
    bulk: true,
    words: { vi: 'Gửi xác thực', en: 'Send' },
  },
  answer: { ...PROGRAM, words: { vi: 'Có trả lời', en: 'An answer came' } },
  defer: { ...PROGRAM, words: { vi: 'Chưa hỏi được, hẹn giờ', en: 'Could not ask, put off' } },
  retry: { ...PROGRAM, words: { vi: 'Đến giờ hẹn, hỏi lại', en: 'Tried again' } },
  'ask-again': {
    ...PROGRAM,
    words: { vi: 'Kết quả đã cũ, tự hỏi lại', en: 'The verdict has aged and is asked again' },
  },
} as const satisfies Record<LoopActionId, LoopAction>;
