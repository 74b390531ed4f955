import { fill, type Message } from '../../rules/messages.ts';
import type { RecordKind } from '../../rules/record.ts';
import { type Flag, ROW_STATE_WORDS, ROW_STATES, type RowState, rowState, type Verdict } from '../verdict.ts';

/** Where people have brought a failed row by themselves, between one question and the next (circular 1118, step 3). */
export const LOOP_STEPS = [
  'awaiting-notice',
  'notice-received',
  'mended',
  'parents-guided',
  'awaiting-number',
] as const;
export type LoopStep = (typeof LOOP_STEPS)[number];

/** What a step makes known of the row beside the service's answer. */
export const STEP_FLAGS = {
  'awaiting-notice': ['noticePending'],
  'notice-received': [],
  mended: [],
  'parents-guided': [],
  'awaiting-number': ['numberKnownWrong'],
} as const satisfies Record<LoopStep, readonly Flag[]>;

/** Every state of the loop: what the service's answer says of the row, or how far people have come with it since. */
export const LOOP_STATES = [...ROW_STATES, ...LOOP_STEPS] as const;
export type LoopState = RowState | LoopStep;

/** The answers that leave something to do for people. Steps stand on these alone. */
export const FAILED_STATES = ['wrong-information', 'not-confirmed', 'duplicate'] as const satisfies readonly RowState[];

/** `{who}`: whom the school talks to, the parents or the member of staff. */
export const LOOP_STATE_WORDS = {
  ...ROW_STATE_WORDS,
  'awaiting-notice': { vi: 'Chờ {who} nộp giấy thông báo', en: 'Waiting for the notice from {who}' },
  'notice-received': { vi: 'Đã nhận giấy thông báo', en: 'Notice received' },
  mended: { vi: 'Đã sửa theo giấy', en: 'Mended by the notice' },
  'parents-guided': { vi: 'Đã hướng dẫn {who} liên hệ công an', en: '{who} told to see the police' },
  'awaiting-number': { vi: 'Đang chờ cấp số mới', en: 'Waiting for a new number' },
} as const satisfies Record<LoopState, Message>;

/** Who brings the paper. */
export const WHO = {
  student: { vi: 'phụ huynh', en: 'the parents' },
  staff: { vi: 'người này', en: 'this person' },
  results: { vi: 'phụ huynh', en: 'the parents' },
} as const satisfies Record<RecordKind, Message>;

/** Words of the loop as they are said of a row of this kind. */
export function loopWords({ vi, en }: Message, kind: RecordKind): Message {
  const said = { vi: fill(vi, { who: WHO[kind].vi }), en: fill(en, { who: WHO[kind].en }) };
  return { vi: said.vi, en: said.en.charAt(0).toUpperCase() + said.en.slice(1) };
}

export interface LoopVerdict extends Verdict {
  /** The step that stands in the present round. */
  readonly step: LoopStep | null;
}

/**
 * The row's state, derived from the verdict and from the step that stands in its present round, and never stored beside them. A step
 * gives way to whatever the service says next: only a failed row has one.
 */
export function loopState(verdict: LoopVerdict | null): LoopState {
  const state = rowState(verdict);
  return verdict?.step && FAILED_STATES.some((failed) => failed === state) ? verdict.step : state;
}

/** The state that a word in the verdict column stands for; undefined when it is none of ours. */
export function findStateByWord(word: string): LoopState | undefined {
  return STATES_BY_WORD.get(word);
}

const STATES_BY_WORD = new Map(
  LOOP_STATES.flatMap((state) =>
    Object.keys(WHO).map((kind) => [loopWords(LOOP_STATE_WORDS[state], kind as RecordKind).vi, state] as const),
  ),
);
