import type { Message } from '../../rules/messages.ts';
import { may, type Permission, type Role } from '../role.ts';
import { LOOP_ACTIONS, type LoopActionId, PERFORMED_ACTIONS, type PerformedAction } from './loop-actions.ts';
import type { LoopState } from './loop-state.ts';

/** `by-verdict`: what the service's answer, together with what we know ourselves, makes of the row. */
export type StateAfter = LoopState | 'by-verdict';

export interface LoopRule {
  readonly actions: Readonly<Partial<Record<LoopActionId, StateAfter>>>;
  /** What the clerk does next; `{who}` as in `LOOP_STATE_WORDS`. Blank: nothing. */
  readonly next: Message;
}

const NOTHING = { vi: '', en: '' } as const;

/** A failed row: the paper is asked for or brought at once, or the register is what has to be mended, or the number. */
const FAILED = {
  'ask-notice': 'awaiting-notice',
  'record-notice': 'notice-received',
  'guide-parents': 'parents-guided',
  'await-number': 'awaiting-number',
  'ask-again': 'pending',
  edit: 'not-sent',
} as const;

/**
 * The loop of circular 1118, steps 2 ↔ 3, as one table: each state with what may be done in it and the state after. Nothing that is
 * not in it can be done anywhere. An edit of an identity field leaves no verdict standing, whatever the state.
 */
export const LOOP = {
  'not-sent': {
    actions: { send: 'pending', edit: 'not-sent' },
    next: { vi: 'Bấm Gửi xác thực.', en: 'Press Send.' },
  },
  pending: {
    actions: { answer: 'by-verdict', defer: 'could-not-ask', edit: 'not-sent' },
    next: NOTHING,
  },
  verified: { actions: { 'ask-again': 'pending', edit: 'not-sent' }, next: NOTHING },
  'wrong-information': {
    actions: FAILED,
    next: {
      vi: 'Nhắc {who} nộp giấy thông báo số định danh, rồi so từng ô với giấy.',
      en: 'Ask {who} for the police notice, then compare every cell with it.',
    },
  },
  'not-confirmed': {
    actions: FAILED,
    next: {
      vi: 'Chưa xác thực được: kiểm tra số, họ tên, ngày sinh với giấy thông báo.',
      en: 'Could not be confirmed: check number, name and birth date against the notice.',
    },
  },
  duplicate: {
    actions: { ...FAILED, answer: 'by-verdict' },
    next: {
      vi: 'Kiểm tra số của các dòng trùng với giấy thông báo.',
      en: 'Check the number of the doubled rows against the notice.',
    },
  },
  'could-not-ask': {
    actions: { retry: 'pending', edit: 'not-sent' },
    next: { vi: 'Không phải sửa gì: hệ thống sẽ tự hỏi lại.', en: 'Nothing to mend: it is asked again by itself.' },
  },
  'not-applicable': { actions: { edit: 'not-sent' }, next: NOTHING },
  'awaiting-notice': {
    actions: {
      'record-notice': 'notice-received',
      'guide-parents': 'parents-guided',
      'await-number': 'awaiting-number',
      'step-back': 'by-verdict',
      'ask-again': 'pending',
      edit: 'not-sent',
    },
    next: {
      vi: 'Khi {who} nộp giấy: ghi số, ngày, nơi cấp và so từng ô với giấy.',
      en: 'When {who} bring it: enter number, date and issuer, and compare every cell with it.',
    },
  },
  'notice-received': {
    actions: {
      'record-notice': 'notice-received',
      'confirm-mended': 'mended',
      'guide-parents': 'parents-guided',
      'await-number': 'awaiting-number',
      'step-back': 'by-verdict',
      edit: 'mended',
    },
    next: {
      vi: 'Rà soát các thông tin đã nhập với giấy, tích từng ô đã so; ô nào khác thì sửa theo giấy.',
      en: 'Compare what was entered with the paper, ticking each field; mend what differs by the paper.',
    },
  },
  mended: {
    actions: { send: 'pending', resend: 'pending', 'step-back': 'by-verdict', edit: 'mended' },
    next: { vi: 'Gửi lại để hỏi lần nữa.', en: 'Send it once more.' },
  },
  'parents-guided': {
    actions: {
      'record-notice': 'notice-received',
      'await-number': 'awaiting-number',
      resend: 'pending',
      'step-back': 'by-verdict',
      'ask-again': 'pending',
      edit: 'not-sent',
    },
    next: {
      vi: 'Khi {who} báo công an đã sửa: ghi giấy thông báo mới hoặc gửi lại.',
      en: 'When {who} say that the police have mended it: record the new notice, or ask again.',
    },
  },
  'awaiting-number': {
    actions: {
      'record-notice': 'notice-received',
      resend: 'pending',
      'step-back': 'by-verdict',
      'ask-again': 'pending',
      edit: 'not-sent',
    },
    next: {
      vi: 'Giữ số mới nhất công an cấp; có số mới thì nhập vào trang tính rồi gửi.',
      en: 'Keep the newest number that the police issued; type the new one into the sheet when it comes, then send.',
    },
  },
} as const satisfies Record<LoopState, LoopRule>;

/** What the state becomes; undefined when this may not be done in it. */
export function stateAfter(state: LoopState, action: LoopActionId): StateAfter | undefined {
  return (LOOP[state] as LoopRule).actions[action];
}

/** What the person may do at a row in this state, in the order in which it is offered. */
export function offeredActions(state: LoopState, role: Role): readonly PerformedAction[] {
  return PERFORMED_ACTIONS.filter(
    (action) => stateAfter(state, action) !== undefined && may(role, LOOP_ACTIONS[action].permission as Permission),
  );
}
